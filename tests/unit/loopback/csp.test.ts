import { describe, expect, test } from 'vitest'
import { cacheControl, contentSecurityPolicy, securityHeaders } from '@shared/csp'

const directives = (policy: string) =>
  new Map(policy.split('; ').map((directive) => [directive.split(' ', 1)[0], directive.split(' ').slice(1).join(' ')]))

describe('the policy of the page', () => {
  test('allows its own files, pictures it holds, and one WebSocket', () => {
    expect(Object.fromEntries(directives(contentSecurityPolicy('ws://127.0.0.1:4100')))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self' ws://127.0.0.1:4100",
      'worker-src': "'none'",
      'object-src': "'none'",
      'frame-src': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'"
    })
  })

  test('never allows inline or evaluated scripts, not even while developing', () => {
    const policy = directives(contentSecurityPolicy(null, { webSocket: 'ws://localhost:5173' }))
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('connect-src')).toBe("'self' ws://localhost:5173")
  })

  test('comes with the headers that keep other pages and types away', () => {
    expect(securityHeaders('x')).toMatchObject({
      'content-security-policy': 'x',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin'
    })
  })

  test('keeps only files whose name carries a hash', () => {
    expect(cacheControl('assets/index-1a2b3c4d.js')).toContain('immutable')
    for (const path of ['index.html', 'desk-bridge.js', 'assets/logo.png']) expect(cacheControl(path)).toBe('no-store')
  })
})
