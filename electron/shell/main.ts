/** The application in Electron. Order matters: what Electron wants before `ready`, the locks, then everything else. */
import { join, resolve } from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  type BrowserWindow
} from 'electron'
import { rolloutArguments } from '../cli/flags'
import { createDesk, type Desk } from '../desk'
import { deskClient } from '../desk-client'
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
import { guardQuit } from './quit-guard'
import { quitQuestion, type QuitQuestion } from './quit-question'
import { tellOfWaking } from './waking'
import { openMainWindow } from './main-window'

const here = import.meta.dirname
const dataDir = dataFlag(process.argv) ?? defaultDataFolder()
const resourcesDir = app.isPackaged ? join(process.resourcesPath, 'resources') : resolve(here, '../../resources')
const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)

app.enableSandbox()
// Chromium's own files go beside the database; the single-instance lock depends on this folder.
app.setPath('userData', join(dataDir, 'shell'))
// Once only: a second call would replace the first.
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
])

const rolloutWords = rolloutArguments(process.argv)
if (rolloutWords) void runRollout(rolloutWords)
else if (app.requestSingleInstanceLock()) void start()
else app.quit()

/** `merchant-desk rollout …`: no window. Electron makes the first SIGINT or SIGTERM a quit; a second one ends the process. */
async function runRollout(words: readonly string[]): Promise<void> {
  const interrupting = new AbortController()
  app.on('before-quit', (event) => {
    event.preventDefault()
    interrupting.abort()
  })
  process.stdout.on('error', () => undefined) // whoever read our lines may have gone
  const { rolloutCommand } = await import('../cli/command')
  const code = await rolloutCommand(words, {
    version: app.getVersion(),
    environment: process.env,
    resourcesDir,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    interrupted: interrupting.signal
  })
  process.stdout.write('', () => app.exit(code))
}

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
  askBeforeQuit(window, desk)
  tellOfWaking(powerMonitor, desk)
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
      isRunning ? '另一个窗口、浏览器或命令行里已经打开了代管台，请先关闭它。' : String(error)
    )
    app.exit(isRunning ? 3 : 1)
    return null
  }
}

function openDesk(logger: Logger): Promise<Desk> {
  return createDesk({
    dataDir,
    resourcesDir,
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

/** Rollouts that go on by themselves are held up by a quit: the operator is told so first. */
function askBeforeQuit(window: BrowserWindow, desk: Promise<Desk>): void {
  const client = desk.then(deskClient)
  client.catch(() => undefined) // told by failToStart
  const allow = guardQuit({
    window,
    question: () => quitQuestion(client),
    ask: (question) => asksToQuit(window, question),
    quit: () => app.quit()
  })
  powerMonitor.on('shutdown', allow)
}

async function asksToQuit(window: BrowserWindow, { message, detail }: QuitQuestion): Promise<boolean> {
  const buttons = ['退出', '留下']
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: '代管台',
    ...{ message, detail, buttons, defaultId: 1, cancelId: 1, noLink: true }
  })
  return response === 0
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
