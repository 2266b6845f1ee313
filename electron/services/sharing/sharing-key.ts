import { hkdfSync } from 'node:crypto'

/**
 * The key that seals the shared tokens, as base64 of 32 bytes: HKDF-SHA256 over the application's secret. Every desktop
 * that is set up knows that secret, and the relay never does.
 */
export function sharingKey(secret: string, appId: string): string {
  const key = hkdfSync('sha256', secret, appId, 'merchant-desk shared tokens 1', 32)
  return Buffer.from(key).toString('base64')
}
