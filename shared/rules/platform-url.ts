const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Whether an address names this machine. */
export function isLoopbackUrl(url: URL): boolean {
  return loopbackHosts.has(url.hostname)
}

/** Tokens travel in every call: a platform address is `https:`, or `http:` on this machine, without user or password. */
export function isAllowedPlatformUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackUrl(url))
}
