import type { Clock } from '../ports'
import { hostCheck } from './endpoints'
import type { HttpTransport } from './http'

export type Reached = { readonly skewMs: number | null; readonly tookMs: number }

export type HostCheckParts = {
  readonly transport: HttpTransport
  readonly clock: Clock
  readonly base: URL
  readonly signal: AbortSignal
}

/**
 * Asks for the first page of the platform's host, once and without a credential: any answer will do. `skewMs` is in whole
 * seconds, as the `Date` header is; null where there is none. Throws `PlatformError` for what kept the answer away.
 */
export async function reachHost({ transport, clock, base, signal }: HostCheckParts): Promise<Reached> {
  const startedAt = clock.now()
  const { date } = await transport.send({
    call: hostCheck,
    method: 'HEAD',
    url: new URL('/', base).href,
    headers: { accept: '*/*' },
    maxBytes: 1024 * 1024,
    signal
  })
  const tookMs = clock.now() - startedAt
  return { skewMs: skewMs(date, startedAt + tookMs / 2), tookMs }
}

/** The header names the second that has begun: on average it lies half a second back. Halves count as less. */
function skewMs(date: string | null, middle: number): number | null {
  const told = date === null ? NaN : Date.parse(date)
  return Number.isNaN(told) ? null : 0 - Math.round((middle - told - 500) / 1000) * 1000
}
