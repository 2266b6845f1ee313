import { join } from 'node:path'
import { findBrowser, isLinuxRoot, openWindow } from '../launch/browser'
import type { Logger } from '../ports'
import type { Loopback } from './server'

export type BrowserOptions = {
  readonly loopback: Loopback
  readonly dataDir: string
  readonly logger: Logger
  /** The operator has closed the window, and no other page is connected. */
  readonly onClosed: () => void
}

/**
 * Opens the page as a window of the installed browser. Closing that window ends the application, as closing Electron's
 * does, unless another page or a script is connected. Without a browser, the printed address is all there is.
 */
export function openBrowser({ loopback, dataDir, logger, onClosed }: BrowserOptions): void {
  const browser = findBrowser()
  if (!browser) return logger.warn('no browser was found; open the address by hand')
  const profileDir = join(dataDir, 'browser-profile')
  const window = openWindow(browser, { url: loopback.issueUrl(), profileDir, isRoot: isLinuxRoot() })
  window.once('error', (error) => logger.warn('the browser did not start', { error: error.message }))
  window.once('exit', (code) => {
    // A browser that fails at once leaves the address to be opened by hand.
    if (code !== 0) return logger.warn('the browser ended; open the address by hand', { code })
    if (loopback.connections() === 0) onClosed()
  })
}
