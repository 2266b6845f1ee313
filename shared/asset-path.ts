/** The longest request path that is looked at, in characters. */
const maxLength = 2048

/**
 * Turns the path of a request into the relative path of a file (`assets/index-1a2b.js`), or null where it must not be
 * served. Shared by both hosts, so that there is one place where paths are judged.
 *
 * The path is decoded exactly once and judged after that: no `..`, no segment that starts with a dot, no backslash, no
 * colon (drive letters and alternate streams), no control character, no empty segment. `/` is `index.html`. The caller
 * still has to see that a link on the disk does not lead out of its folder.
 */
export function assetPath(requestPath: string): string | null {
  if (!requestPath.startsWith('/') || requestPath.length > maxLength) return null
  const decoded = decodeOnce(requestPath)
  if (decoded === null) return null
  if (decoded === '/') return 'index.html'
  const segments = decoded.slice(1).split('/')
  return segments.every(isPlainName) ? segments.join('/') : null
}

function decodeOnce(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Characters that mean something to a file system, or that no file of ours has: a `%` would be a second encoding. */
const unwanted = /[\p{Cc}\\:%]/u

function isPlainName(segment: string): boolean {
  return segment !== '' && !segment.startsWith('.') && !unwanted.test(segment)
}
