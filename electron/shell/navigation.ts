import type { Event, Session, WebContents } from 'electron'
import { isOwnAddress } from './addresses'

/** Address of Vite's server while developing (`http://localhost:5173`), or null. */
export type DevServer = string | null

/**
 * Whether a request may leave the page: our own scheme, pictures it holds itself, the developer tools, and while
 * developing the WebSocket that brings changes. All else goes nowhere: the page needs no network.
 */
export function isAllowedRequest(address: string, devServer: DevServer): boolean {
  const url = URL.parse(address)
  if (!url) return false
  if (url.protocol === 'devtools:' || url.protocol === 'data:') return true
  if (url.protocol === 'blob:') return isOwnAddress(url.pathname)
  if (isOwnAddress(address)) return true
  return devServer !== null && url.protocol === 'ws:' && url.host === new URL(devServer).host
}

/** Cancels every request that {@link isAllowedRequest} refuses. */
export function restrictRequests(session: Session, devServer: DevServer): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedRequest(url, devServer) }))
}

/**
 * Keeps the window on its own page: no way to elsewhere, in no frame, by no redirect; no further window, where a link for a
 * new one goes to `openLink`; no `<webview>`.
 */
export function keepOnPage(contents: WebContents, openLink: (url: string) => void): void {
  const judge = (event: Event<{ url: string }>) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', judge)
  contents.on('will-redirect', judge)
  contents.on('will-frame-navigate', judge)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
}
