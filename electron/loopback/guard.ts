import type { IncomingHttpHeaders } from 'node:http'

export type Verdict = 'pass' | 'foreign_host' | 'foreign_origin'

/**
 * Judges by which name a request came, and from which page.
 *
 * Host must be this server's own address, exactly: a foreign name that resolves to 127.0.0.1 (DNS rebinding) is refused.
 * Origin, where the browser sends one, must be that same address; scripts outside a browser send none. `null` (a sandboxed
 * frame, a file) is foreign. A browser that says that another site caused the request is believed, except when the
 * operator followed a link to the page itself.
 */
export function judgeAddress(headers: IncomingHttpHeaders, port: number): Verdict {
  const host = headers.host ?? ''
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 'foreign_host'
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return 'foreign_origin'
  const site = headers['sec-fetch-site']
  const isForeign = site === 'cross-site' || site === 'same-site'
  if (isForeign && headers['sec-fetch-mode'] !== 'navigate') return 'foreign_origin'
  return 'pass'
}
