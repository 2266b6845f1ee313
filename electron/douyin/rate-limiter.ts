import PQueue from 'p-queue'
import type { Clock, Random } from '../ports'
import { PlatformError } from './platform-error'

export type RateLimits = {
  readonly concurrency: number
  readonly requestsPerSecond: number
  /** At even distances: requests that are begun together each second may arrive as two lots within one. */
  readonly isEven?: boolean
}

export type RateLimiterParts = {
  readonly limits: RateLimits
  readonly clock: Clock
  readonly random: Random
  /** Ends the pauses when the client is closed. */
  readonly lifetime: AbortSignal
}

const pause = { baseMs: 1000, capMs: 60_000 }

/** So many answers in a row that are not busy allow one more request at a time. */
const answersPerStep = 10

/** Codes that ask to slow down in general, unlike those about one merchant (11301, 11501). */
const generalBusyCodes = new Set(['28003018', '28003017', '28001052'])

/**
 * Holds back the requests of one application to one group of endpoints.
 *
 * The platform publishes no figures, so the limits adapt: an answer that asks to slow down pauses the whole group (for what
 * the platform asks, else for a time that doubles up to a minute) and halves how many requests go at once; good answers
 * bring them back one by one.
 */
export class RateLimiter {
  private readonly parts: RateLimiterParts
  private readonly queue: PQueue
  private pausedUntil = 0
  /** Counts the pauses: answers to requests from before a pause do not prolong it. */
  private pauses = 0
  private busyInARow = 0
  private goodInARow = 0

  constructor(parts: RateLimiterParts) {
    this.parts = parts
    const { concurrency, requestsPerSecond, isEven = false } = parts.limits
    const rate = isEven
      ? { intervalCap: 1, interval: Math.ceil(1000 / requestsPerSecond) }
      : { intervalCap: requestsPerSecond, interval: 1000 }
    this.queue = new PQueue({ concurrency, ...rate, strict: true })
  }

  /**
   * Does the work when it is its turn. Rejects with what the work throws, or with the signal's reason if the signal is
   * aborted before the work ended.
   */
  run<Value>(work: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    return this.queue.add(() => this.observed(work), { signal })
  }

  private async observed<Value>(work: () => Promise<Value>): Promise<Value> {
    const pausesBefore = this.pauses
    try {
      const value = await work()
      this.speedUp()
      return value
    } catch (error) {
      if (asksToSlowDown(error)) {
        if (this.pauses === pausesBefore) this.slowDown(error.facts.retryAfterMs)
      } else this.speedUp()
      throw error
    }
  }

  private speedUp(): void {
    this.busyInARow = 0
    this.goodInARow += 1
    if (this.goodInARow % answersPerStep === 0 && this.queue.concurrency < this.parts.limits.concurrency) {
      this.queue.concurrency += 1
    }
  }

  private slowDown(askedMs = 0): void {
    const { clock, random } = this.parts
    const step = Math.min(pause.capMs, pause.baseMs * 2 ** this.busyInARow)
    this.pauses += 1
    this.busyInARow += 1
    this.goodInARow = 0
    this.queue.concurrency = Math.max(1, Math.floor(this.queue.concurrency / 2))
    this.pausedUntil = Math.max(this.pausedUntil, clock.now() + Math.max(askedMs, step * (0.5 + random() / 2)))
    this.queue.pause()
    this.resumeWhenDue()
  }

  private resumeWhenDue(): void {
    const { clock, lifetime } = this.parts
    const resume = (): void => {
      if (clock.now() < this.pausedUntil) this.resumeWhenDue()
      else this.queue.start()
    }
    // Closed meanwhile: what waits is rejected by its own signal.
    clock.wait(this.pausedUntil - clock.now(), lifetime).then(resume, () => undefined)
  }
}

function asksToSlowDown(error: unknown): error is PlatformError {
  if (!(error instanceof PlatformError) || error.facts.kind !== 'busy') return false
  const { platformCode } = error.facts
  return platformCode === undefined || generalBusyCodes.has(platformCode)
}
