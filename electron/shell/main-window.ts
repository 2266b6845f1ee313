import { BrowserWindow } from 'electron'
import type { Logger } from '../ports'
import { startAddress } from './addresses'
import { recoverFromCrashes } from './crash'
import { keepOnPage } from './navigation'
import { windowOptions } from './window-options'
import { readWindowState, saveWindowState, type Area } from './window-state'

export type MainWindowOptions = {
  readonly preload: string
  readonly stateFile: string
  readonly screens: readonly Area[]
  readonly isDark: boolean
  readonly isPackaged: boolean
  /** The page's path to begin with (a deep link's); null: where it always begins. */
  readonly firstPath: string | null
  readonly openLink: (url: string) => void
  readonly logger: Logger
}

/** Opens the one window, hidden until its page has drawn, and guards it. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { preload, stateFile, screens, isDark, isPackaged, firstPath, openLink, logger } = options
  const { isMaximized, zoomLevel, ...bounds } = readWindowState(stateFile, screens)
  const window = new BrowserWindow(windowOptions({ preload, bounds, isDark, isPackaged }))
  keepOnPage(window.webContents, openLink)
  // performance.now() does not jump when the clock is set.
  recoverFromCrashes(window.webContents, logger, () => performance.now())
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(zoomLevel))
  window.on('close', () => remember(window, stateFile, logger))
  void window.loadURL(firstPath === null ? startAddress : `${startAddress}#${firstPath}`)
  return window
}

function remember(window: BrowserWindow, file: string, logger: Logger): void {
  try {
    saveWindowState(file, {
      ...window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      zoomLevel: window.webContents.getZoomLevel()
    })
  } catch (error) {
    logger.warn('the window state was not saved', { error: String(error) })
  }
}
