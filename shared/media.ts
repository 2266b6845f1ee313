/** Pictures only: an SVG or an HTML file from outside could hold a script. */
const shownTypes: ReadonlySet<string> = new Set([
  'image/avif',
  'image/bmp',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/x-icon'
])

/** The addresses below which a host answers with the desk's bytes. */
export const mediaPrefix = '/media/'

/** Whether a host may hand bytes of this type to the page. */
export function isShownMediaType(contentType: string): boolean {
  return shownTypes.has(contentType)
}

/**
 * The headers for bytes of the desk. An address with a `v` in its query (the icon's key) names one state of the
 * picture, so that the browser may keep it for good; without one it asks again each time.
 */
export function mediaHeaders(contentType: string, query: URLSearchParams): Readonly<Record<string, string>> {
  const cache = query.has('v') ? 'private, max-age=31536000, immutable' : 'private, no-cache'
  return { 'content-type': contentType, 'cache-control': cache }
}
