import pRetry from 'p-retry'
import type { Clock, Random } from '../ports'
import type { CallName } from './failure'
import { PlatformError, type PlatformErrorFacts } from './platform-error'

export type RetryParts = { readonly clock: Clock; readonly random: Random }

/** A call is sent at most so often. */
const attempts = 3

/** No new attempt is begun when the call has gone on for so long. */
const maxRetryMs = 60_000

const backoff = { baseMs: 500, capMs: 8000 }

/**
 * Carries a call out, and again with growing pauses where that is safe: reads after faults of the network or the platform
 * or when it was asked to slow down, writes only if they did not reach the platform. Throws what the last attempt threw.
 */
export function withRetry<Value>(
  call: CallName,
  { clock, random }: RetryParts,
  signal: AbortSignal,
  work: () => Promise<Value>
): Promise<Value> {
  return pRetry(work, {
    retries: attempts - 1,
    maxRetryTime: maxRetryMs,
    minTimeout: 0,
    shouldRetry: async ({ error, attemptNumber }) => {
      if (!isRepeatable(error, call)) return false
      await clock.wait(Math.max(pauseMs(attemptNumber, random), askedMs(error)), signal)
      return true
    }
  })
}

/** Full jitter: anything between nothing and the present step, so that many callers do not come back together. */
export function pauseMs(attempt: number, random: Random): number {
  return random() * Math.min(backoff.capMs, backoff.baseMs * 2 ** (attempt - 1))
}

function isRepeatable(error: unknown, { effect }: CallName): boolean {
  if (!(error instanceof PlatformError)) return false
  const { kind, outcome, platformCode } = error.facts
  switch (kind) {
    case 'network':
    case 'timeout':
    case 'fault':
      return effect === 'read' || outcome === 'not_sent'
    case 'busy':
      return effect === 'read' && isSlowDown(platformCode)
    case 'refused':
    case 'unexpected':
    case 'cancelled':
    case 'authorization':
    case 'credentials':
    case 'held':
      return false
  }
}

/** What a busy answer asks for; others ask for nothing. */
function askedMs(error: unknown): number {
  return error instanceof PlatformError && error.facts.kind === 'busy' ? (error.facts.retryAfterMs ?? 0) : 0
}

/**
 * Whether a busy answer asks the whole application to slow down; without a code it is the HTTP status 429. Not 28003017: an
 * allowance that is used up is one endpoint's, and being slower does not bring it back.
 */
export function isSlowDown(platformCode: string | undefined): boolean {
  return platformCode === undefined || platformCode === '28003018' || platformCode === '28001052'
}

/** Whether it asks to stop for a while: `Retry-After`, or risk control. The time that 28003018 comes with is ours. */
export function asksForPatience({ platformCode }: Pick<PlatformErrorFacts, 'platformCode'>): boolean {
  return platformCode !== '28003018'
}
