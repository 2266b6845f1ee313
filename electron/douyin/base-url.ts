import { isIP } from 'node:net'

/**
 * Checks an address that requests with tokens are sent to: `https:` anywhere, `http:` on loopback only, no user, no query.
 * A path is allowed, for a proxy that serves below one. Throws a `TypeError` that does not repeat the address.
 */
export function checkBaseUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url) throw new TypeError('the base address is not a URL')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    throw new TypeError('the base address must be https, or http on loopback')
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError('the base address must have no user, query or fragment')
  }
  return url
}

/**
 * Checks the address of a proxy: `http://host:port` and nothing more. Throws a `TypeError` that does not repeat it.
 */
export function checkProxyUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'http:') throw new TypeError('the proxy must be an http address')
  if (url.username || url.password || url.pathname !== '/' || url.search || url.hash) {
    throw new TypeError('the proxy must have no user, path, query or fragment')
  }
  return url
}

/** Whether an address leads to this very machine, as far as its host tells. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
}

/** The address of an endpoint's path below a base, which may have a path itself. */
export function below(base: URL, path: string, query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(base)
  url.pathname = base.pathname.replace(/\/+$/, '') + path
  url.search = new URLSearchParams(query).toString()
  return url.href
}
