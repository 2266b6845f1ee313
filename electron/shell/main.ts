/** The application in Electron. Order matters: what Electron wants before `ready`, the locks, then everything else. */
import { join, resolve } from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  type BrowserWindow
} from 'electron'
import { say } from '@shared/texts/say'
import { rolloutArguments } from '../cli/flags'
import { createDesk, type Desk } from '../desk'
import { deskClient } from '../desk-client'
import { defaultDataFolder } from '../launch/data-folder'
import { operatorName } from '../launch/operator'
import { createFileLogger } from '../logger'
import type { Logger, Updates } from '../ports'
import { scheme } from './addresses'
import { installBridge } from './bridge'
import { dataFlag } from './data-flag'
import { linkAmong, linkScheme } from './deep-link'
import { endOnBugs, failToStart, lockOrQuit } from './failures'
import { leave } from './leaving'
import { LinkArrivals } from './link-arrivals'
import { createLinkOpener } from './links'
import { bringForward, installManners } from './manners'
import { restrictRequests } from './navigation'
import { openUpdates } from './open-updates'
import { restrictPermissions } from './permissions'
import { createProtocolHandler } from './protocol'
import { closeWithin } from './quit'
import { guardQuit } from './quit-guard'
import { quitQuestion, type QuitQuestion } from './quit-question'
import { canOpenAgain, Reopening } from './reopening'
import { quiet, type Standing } from './standing'
import { ProgramUpdates } from './updates'
import { tellOfWaking } from './waking'
import { openMainWindow } from './main-window'

const here = import.meta.dirname
const dataDir = dataFlag(process.argv) ?? defaultDataFolder()
const resourcesDir = app.isPackaged ? join(process.resourcesPath, 'resources') : resolve(here, '../../resources')
const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)

app.enableSandbox()
// Chromium's own files go beside the database; the single-instance lock depends on this folder.
app.setPath('userData', join(dataDir, 'shell'))
// Without it, Windows shows no notification of ours.
app.setAppUserModelId('cn.merchantdesk.app')
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
  const lock = lockOrQuit(dataDir)
  if (!lock) return
  const logger = createFileLogger({ file: join(dataDir, 'logs', 'merchant-desk.log'), level: 'info' })
  endOnBugs(logger, dataDir)
  const links = awaitLinks(logger)
  const { resourcesPath } = process
  const reopening = openReopening()
  const updates = openUpdates({ isPackaged: app.isPackaged, resourcesPath, logger, reopen: () => reopening.begin() })
  const desk = openDesk({ logger, updates, reopening, onlyReading: !lock.isHeld })
  desk.catch((error: unknown) => failToStart(logger, dataDir, error))
  let standing = (): Standing => quiet
  quitCleanly({ desk, logger, unlock: lock.release, updates, reopening, standing: () => standing() })
  await app.whenReady()
  guardSession(desk)
  const window = openMainWindow({
    preload: resolve(here, '../preload/preload.cjs'),
    stateFile: join(dataDir, 'window.json'),
    screens: screen.getAllDisplays().map((display) => display.workArea),
    isDark: nativeTheme.shouldUseDarkColors,
    isPackaged: app.isPackaged,
    firstPath: links.firstPath(),
    openLink: createLinkOpener(shell, logger),
    logger
  })
  installBridge({ ipc: ipcMain, contents: window.webContents, desk, logger })
  askBeforeQuit(window, desk, reopening)
  tellOfWaking(powerMonitor, desk)
  standing = installManners({ window, desk, links, dataDir, iconsDir: join(resourcesDir, 'icons'), logger })
  app.on('second-instance', (_event, argv) => {
    bringForward(window)
    links.arrive(linkAmong(argv))
  })
  if (updates instanceof ProgramUpdates) void updates.start()
}

/** Links come as an argument of this start or of a second one, and on macOS as an event, also before `ready`. */
function awaitLinks(logger: Logger): LinkArrivals {
  const links = new LinkArrivals(logger)
  // While developing, the program that the system would start is Electron, with this folder as its first argument.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  app.on('open-url', (event, link) => {
    event.preventDefault()
    links.arrive(link)
  })
  links.arrive(linkAmong(process.argv))
  return links
}

function openReopening(): Reopening {
  const { argv, env: environment } = process
  return new Reopening({
    argv,
    isPossible: canOpenAgain({ isPackaged: app.isPackaged, isServed: devServer !== null, environment }),
    quit: () => app.quit(),
    relaunch: (args) => app.relaunch({ args })
  })
}

type DeskParts = {
  readonly logger: Logger
  readonly updates: Updates
  readonly reopening: Reopening
  readonly onlyReading: boolean
}

function openDesk({ logger, updates, reopening, onlyReading }: DeskParts): Promise<Desk> {
  return createDesk({
    dataDir,
    resourcesDir,
    host: 'electron',
    version: app.getVersion(),
    actor: operatorName(),
    logger,
    updates,
    environment: process.env,
    onlyReading,
    ...(reopening.isPossible ? { reopen: () => reopening.begin() } : {})
  })
}

function guardSession(desk: Promise<Desk>): void {
  const { defaultSession } = session
  restrictPermissions(defaultSession)
  restrictRequests(defaultSession, devServer)
  const source = { rendererDir: resolve(here, '../renderer'), desk, devServer }
  defaultSession.protocol.handle(scheme, createProtocolHandler(source))
}

/** Rollouts that go on by themselves are held up by a quit: the operator is told so first. */
function askBeforeQuit(window: BrowserWindow, desk: Promise<Desk>, reopening: Reopening): void {
  const client = desk.then(deskClient)
  client.catch(() => undefined) // told by failToStart
  const allow = guardQuit({
    window,
    question: () => quitQuestion(client),
    ask: (question) => asksToQuit(window, question),
    quit: () => app.quit(),
    onStay: () => reopening.stay()
  })
  powerMonitor.on('shutdown', allow)
}

async function asksToQuit(window: BrowserWindow, { message, detail }: QuitQuestion): Promise<boolean> {
  const buttons = [say`退出`, say`留下`]
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: say`代管台`,
    ...{ message, detail, buttons, defaultId: 1, cancelId: 1, noLink: true }
  })
  return response === 0
}

type QuitParts = {
  readonly desk: Promise<Desk>
  readonly logger: Logger
  readonly unlock: () => void
  readonly updates: Updates
  readonly reopening: Reopening
  readonly standing: () => Standing
}

/** Closing the window is quitting, on every system: there is one window, and nothing runs without it. */
function quitCleanly({ desk, logger, unlock, updates, reopening, standing }: QuitParts): void {
  let isClosing = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosing) return
    isClosing = true
    event.preventDefault()
    const isRolloutRunning = standing().running > 0
    const parts = { updates, reopening, isRolloutRunning, logger, exit: () => app.exit(0) }
    void closeWithin(desk, logger).then(() => leave(parts))
  })
  process.on('exit', unlock)
}
