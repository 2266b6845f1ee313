/** The application in Electron. Order matters: what Electron wants before `ready`, the locks, then everything else. */
import { join, resolve } from 'node:path'
import { app, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from 'electron'
import { createDesk, type Desk } from '../desk'
import { defaultDataFolder } from '../launch/data-folder'
import { InstanceRunningError, lockDataFolder } from '../launch/instance-lock'
import { operatorName } from '../launch/operator'
import { createFileLogger } from '../logger'
import type { Logger } from '../ports'
import { scheme } from './addresses'
import { installBridge } from './bridge'
import { dataFlag } from './data-flag'
import { createLinkOpener } from './links'
import { menuTemplate } from './menu'
import { restrictRequests } from './navigation'
import { restrictPermissions } from './permissions'
import { createProtocolHandler } from './protocol'
import { closeWithin } from './quit'
import { openMainWindow } from './main-window'

const here = import.meta.dirname
const dataDir = dataFlag(process.argv) ?? defaultDataFolder()
const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)

app.enableSandbox()
// Chromium's own files go beside the database; the single-instance lock depends on this folder.
app.setPath('userData', join(dataDir, 'shell'))
// Once only: a second call would replace the first.
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
])

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  const unlock = lockOrQuit()
  if (!unlock) return
  const logger = createFileLogger({ file: join(dataDir, 'logs', 'merchant-desk.log'), level: 'info' })
  endOnBugs(logger)
  const desk = openDesk(logger)
  desk.catch((error: unknown) => failToStart(logger, error))
  quitCleanly(desk, logger, unlock)
  await app.whenReady()
  guardSession(desk)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ isMac: process.platform === 'darwin', isPackaged: app.isPackaged, openLogs }))
  )
  const window = openMainWindow({
    preload: resolve(here, '../preload/preload.cjs'),
    stateFile: join(dataDir, 'window.json'),
    screens: screen.getAllDisplays().map((display) => display.workArea),
    isDark: nativeTheme.shouldUseDarkColors,
    isPackaged: app.isPackaged,
    openLink: createLinkOpener(shell, logger),
    logger
  })
  installBridge({ ipc: ipcMain, contents: window.webContents, desk, logger })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}

/** Electron's own lock knows nothing of the loopback host; this one does. */
function lockOrQuit(): (() => void) | null {
  try {
    return lockDataFolder(dataDir)
  } catch (error) {
    const isRunning = error instanceof InstanceRunningError
    dialog.showErrorBox(
      '代管台没有启动',
      isRunning ? '另一个窗口或浏览器里已经打开了代管台，请先关闭它。' : String(error)
    )
    app.exit(isRunning ? 3 : 1)
    return null
  }
}

function openDesk(logger: Logger): Promise<Desk> {
  return createDesk({
    dataDir,
    resourcesDir: app.isPackaged ? join(process.resourcesPath, 'resources') : resolve(here, '../../resources'),
    host: 'electron',
    version: app.getVersion(),
    actor: operatorName(),
    logger,
    environment: process.env
  })
}

function guardSession(desk: Promise<Desk>): void {
  const { defaultSession } = session
  restrictPermissions(defaultSession)
  restrictRequests(defaultSession, devServer)
  const source = { rendererDir: resolve(here, '../renderer'), desk, devServer }
  defaultSession.protocol.handle(scheme, createProtocolHandler(source))
}

function openLogs(): void {
  void shell.openPath(join(dataDir, 'logs'))
}

/** Closing the window is quitting, on every system: there is one window, and nothing runs without it. */
function quitCleanly(desk: Promise<Desk>, logger: Logger, unlock: () => void): void {
  let isClosing = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosing) return
    isClosing = true
    event.preventDefault()
    void closeWithin(desk, logger).then(() => app.exit(0))
  })
  process.on('exit', unlock)
}

function failToStart(logger: Logger, error: unknown): void {
  logger.error('the desk did not open', { error: String(error) })
  dialog.showErrorBox('代管台没有启动', `数据没有打开：${String(error)}\n\n日志：${join(dataDir, 'logs')}`)
  app.exit(1)
}

function endOnBugs(logger: Logger): void {
  const end = (error: unknown) => {
    logger.error('uncaught', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    dialog.showErrorBox('代管台意外退出', `程序内部出错。\n\n日志：${join(dataDir, 'logs')}`)
    app.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
