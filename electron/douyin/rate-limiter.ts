import type { Clock, Random } from '../ports'
import { Pace, type PaceRound } from './pace'
import { PlatformError } from './platform-error'
import { presentPriority } from './priority'
import { asksForPatience, isSlowDown } from './retry'
import { Turns } from './turns'

export type RateLimits = {
  readonly concurrency: number
  /** Never more are begun within any second. */
  readonly requestsPerSecond: number
  /** Where the pace begins; without it, at the limit. */
  readonly startPerSecond?: number
  /** At even distances: requests that are begun together each second may arrive as two lots within one. */
  readonly isEven?: boolean
}

export type RateLimiterParts = {
  readonly limits: RateLimits
  readonly clock: Clock
  readonly random: Random
  /** Ends the waiting when the client is closed. */
  readonly lifetime: AbortSignal
}

/** A request may be begun so much early to make up for a timer that rang late. */
const slackMs = 10

/** The window in which the limit is kept; the clock tells whole milliseconds. */
const windowMs = 1000 + 1

/**
 * Holds back the requests of one application to one group of endpoints: those of the background behind those that an
 * operator waits for, so many at a time, and at a pace that follows what the platform takes, see `Pace`.
 */
export class RateLimiter {
  private readonly parts: RateLimiterParts
  private readonly pace: Pace
  private readonly turns = new Turns<PaceRound>()
  private readonly slackMs: number
  private running = 0
  private nextAt = -Infinity
  private pausedUntil = -Infinity
  private isWaking = false
  /** Whether the next one to begin was held back by the pace. */
  private isHeld = false
  /** How far the clock was set back: time only moves forward here. */
  private setBackMs = 0
  private lastNow = -Infinity

  constructor(parts: RateLimiterParts) {
    this.parts = parts
    const { requestsPerSecond, startPerSecond = requestsPerSecond, isEven = false } = parts.limits
    this.pace = new Pace({ startPerSecond, mostPerSecond: requestsPerSecond })
    this.slackMs = isEven ? 0 : slackMs
  }

  /**
   * Does the work when it is its turn, with the priority of what asks. Rejects with what the work throws, or with the
   * signal's reason if the signal is aborted before the work was begun.
   */
  async run<Value>(work: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    signal.throwIfAborted()
    const turn = this.turns.wait(presentPriority(), signal)
    this.giveTurns()
    const round = await turn
    try {
      return await this.observed(work, round)
    } finally {
      this.running -= 1
      this.giveTurns()
    }
  }

  private giveTurns(): void {
    while (!this.turns.isEmpty && this.running < this.parts.limits.concurrency) {
      const now = this.now()
      const waitMs = Math.max(this.nextAt - this.slackMs, this.pausedUntil) - now
      if (waitMs > 0) return this.wakeIn(waitMs)
      this.nextAt = Math.max(this.nextAt, now) + this.distanceMs()
      this.running += 1
      this.turns.give(this.pace.begun(this.isHeld))
      this.isHeld = false
    }
  }

  private distanceMs(): number {
    const { requestsPerSecond } = this.parts.limits
    return Math.max(1000 / this.pace.perSecond, (windowMs + this.slackMs) / requestsPerSecond)
  }

  private wakeIn(waitMs: number): void {
    this.isHeld = true
    if (this.isWaking) return
    this.isWaking = true
    const { clock, lifetime } = this.parts
    const until = this.now() + Math.ceil(waitMs)
    const before = clock.now()
    const wake = (): void => {
      this.isWaking = false
      // A clock that was set back does not tell that the time has passed.
      if (clock.now() <= before) this.setBackMs += Math.max(0, until - this.now())
      this.giveTurns()
    }
    // Closed meanwhile: what waits is rejected by its own signal.
    clock.wait(Math.ceil(waitMs), lifetime).then(wake, () => undefined)
  }

  private async observed<Value>(work: () => Promise<Value>, round: PaceRound): Promise<Value> {
    try {
      const value = await work()
      this.pace.accepted(round, this.now())
      return value
    } catch (error) {
      if (error instanceof PlatformError) this.failed(error, round)
      throw error
    }
  }

  private failed({ facts }: PlatformError, round: PaceRound): void {
    const { kind, outcome, platformCode, retryAfterMs = 0 } = facts
    if (kind === 'busy' && isSlowDown(platformCode)) {
      const askedMs = asksForPatience(facts) ? retryAfterMs : 0
      this.pause(this.pace.refused(round, this.now(), askedMs))
    } else if (outcome === 'refused') this.pace.accepted(round, this.now())
  }

  private pause(ms: number): void {
    const { random } = this.parts
    // Several desktops must not come back together.
    if (ms > 0) this.pausedUntil = Math.max(this.pausedUntil, this.now() + ms * (1 + random() / 4))
  }

  private now(): number {
    const now = this.parts.clock.now()
    this.setBackMs += Math.max(0, this.lastNow - now)
    this.lastNow = now
    return now + this.setBackMs
  }
}
