import type { Shell } from 'electron'
import type { Logger } from '../ports'

const maxLength = 2000

/**
 * The address as the system's browser may open it, or null: https only, without user name and password, written anew from
 * what was parsed, so that no two programs can read it differently (host names in Punycode, no control characters).
 */
export function safeExternalUrl(text: string): string | null {
  if (text.length > maxLength) return null
  const url = URL.parse(text)
  if (url?.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null
  return url.href
}

/** Opens a link in the system's browser. The only place that does. */
export function createLinkOpener(shell: Pick<Shell, 'openExternal'>, logger: Logger): (text: string) => void {
  return (text) => {
    const url = safeExternalUrl(text)
    if (url === null) return logger.warn('a link was refused')
    shell.openExternal(url).catch((error: unknown) => logger.warn('a link was not opened', { error: String(error) }))
  }
}
