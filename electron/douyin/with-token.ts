import type { Endpoint } from './endpoints'
import { cancelled, platformError } from './failure'
import { PlatformError } from './platform-error'
import type { Token } from './shared-token'

/** A token for calls, and a better one after it was refused. */
export interface TokenSource {
  get(signal: AbortSignal): Promise<Token>
  replace(refused: string, signal: AbortSignal): Promise<Token>
}

/** "Wrong" or "expired", by whose token the endpoint takes. */
const refusals: Readonly<Record<Endpoint['token'], ReadonlySet<string>>> = {
  none: new Set(),
  component: new Set(['28001003', '28001008', '40009', '40010']),
  merchant: new Set(['28001003', '28001008', '40020', '11016'])
}

/**
 * Makes a call with a token. If the platform refuses the token, it is replaced once and the call made once more; that is
 * safe for writes too, as a call whose token was refused did nothing.
 *
 * Throws `PlatformError` and nothing else; if no token can be had, its outcome is never `unknown`: the call was not sent.
 */
export async function withToken<Value>(
  endpoint: Endpoint,
  source: TokenSource,
  signal: AbortSignal,
  send: (token: string) => Promise<Value>
): Promise<Value> {
  const token = await beforeSending(endpoint, signal, () => source.get(signal))
  try {
    return await send(token.value)
  } catch (error) {
    if (!isTokenRefused(error, endpoint)) throw error
  }
  const next = await beforeSending(endpoint, signal, () => source.replace(token.value, signal))
  return send(next.value)
}

/** Does what comes before a call is sent, so that whatever fails in it leaves the call not sent. */
export async function beforeSending<Value>(
  endpoint: Endpoint,
  signal: AbortSignal,
  work: () => Promise<Value>
): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PlatformError) throw notSent(error)
    if (signal.aborted) throw cancelled(endpoint, false)
    throw platformError(endpoint, { kind: 'unexpected', outcome: 'not_sent' })
  }
}

function notSent(error: PlatformError): PlatformError {
  return error.facts.outcome === 'unknown' ? new PlatformError({ ...error.facts, outcome: 'not_sent' }) : error
}

function isTokenRefused(error: unknown, endpoint: Endpoint): boolean {
  if (!(error instanceof PlatformError)) return false
  const { platformCode } = error.facts
  return platformCode !== undefined && refusals[endpoint.token].has(platformCode)
}
