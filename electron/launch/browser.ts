import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { posix, win32 } from 'node:path'

/** What is asked of the system; handed in, so that the search can be tested for every system. */
export type System = {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isExecutable: (path: string) => boolean
}

export const thisSystem: System = { platform: process.platform, environment: process.env, isExecutable }

const linuxNames = ['chromium', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'chromium-browser']
const macApplications = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/**
 * The path of an installed browser that can show an address as an application's window (Chromium, Chrome, Edge), or null.
 * `CHROMIUM_PATH` goes before all others.
 */
export function findBrowser(system: System = thisSystem): string | null {
  const own = system.environment['CHROMIUM_PATH']
  const candidates = own ? [own, ...installedPaths(system)] : installedPaths(system)
  return candidates.find((path) => system.isExecutable(path)) ?? null
}

function installedPaths({ platform, environment }: System): string[] {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? [])
    return windowsPrograms.flatMap((program) => roots.map((root) => win32.join(root, program)))
  }
  if (platform === 'darwin') return macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  const folders = [...(environment['PATH'] ?? '').split(':').filter(Boolean), '/usr/bin']
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

export type WindowOptions = {
  readonly url: string
  /** A profile of its own: nothing of the operator's other browsing is in this window, and closing it ends the process. */
  readonly profileDir: string
  /** Chromium's sandbox refuses to run as root on Linux. */
  readonly isRoot: boolean
}

/** The arguments for an application's window that talks to nobody but our own server. */
export function windowArguments({ url, profileDir, isRoot }: WindowOptions): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    '--window-size=1280,800',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-quic',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
    // Chromium has no sandbox for root, and would say so in a bar above the page without the second flag.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : [])
  ]
}

/** Opens the window; the process lives as long as the window does. Its output is of no interest. */
export function openWindow(browser: string, options: WindowOptions): ChildProcess {
  return spawn(browser, windowArguments(options), { stdio: 'ignore' })
}

/** On Linux a window needs an X11 or Wayland display; elsewhere there always is one. */
export function hasDisplay({ platform, environment }: System = thisSystem): boolean {
  if (platform !== 'linux') return true
  return Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'])
}

/** Whether this process runs as root on Linux. */
export function isLinuxRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
