/**
 * The headers that both hosts put on everything they answer.
 *
 * The page loads nothing from elsewhere: no inline script, no inline style, no frame, no form target. Vue and Element Plus
 * set `style` through the CSSOM, which the policy does not restrict.
 */

/** Sources that are added while developing, when a dev server with hot reload stands behind the host. */
export type DevelopmentSources = { readonly webSocket: string }

/**
 * The text of the Content-Security-Policy header.
 *
 * `webSocket` is the one address beside its own origin that the page may connect to (`ws://127.0.0.1:4100`), or null.
 * `development` allows inline styles and the dev server's WebSocket; never inline scripts.
 */
export function contentSecurityPolicy(webSocket: string | null, development?: DevelopmentSources): string {
  const connect = ["'self'", webSocket, development?.webSocket].filter((source) => typeof source === 'string')
  return [
    "default-src 'none'",
    "script-src 'self'",
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect.join(' ')}`,
    "worker-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
}

/** All security headers, lower case, with the given policy. */
export function securityHeaders(policy: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY'
  }
}

/** How long the browser may keep a file: the page itself never, a file with a hash in its name for good. */
export function cacheControl(assetPath: string): string {
  if (/^assets\/.+-[\w-]{8,}\.\w+$/.test(assetPath)) return 'private, max-age=31536000, immutable'
  return 'no-store'
}
