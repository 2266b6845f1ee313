import type { Clock, Random } from '../ports'
import { Beat } from './beat'
import { Pace, type PaceTicket } from './pace'
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
  /** What its requests wait for as well, behind their own pace. */
  readonly within?: RateLimiter | undefined
  /** Ends the waiting when the client is closed. */
  readonly lifetime: AbortSignal
}

/**
 * Holds back the requests of one application to one group of endpoints: those of the background behind those that an
 * operator waits for, so many at a time, and at a pace that follows what the platform takes, see `Pace`.
 */
export class RateLimiter {
  private readonly parts: RateLimiterParts
  private readonly pace: Pace
  private readonly turns = new Turns<PaceTicket>()
  private readonly beat: Beat
  private running = 0
  private pausedUntil = -Infinity
  private isWaking = false
  /** Whether the next ones to begin were held back by the pace. */
  private isHeld = false
  /** How far the clock was set back: time only moves forward here. */
  private setBackMs = 0
  private lastNow = -Infinity

  constructor(parts: RateLimiterParts) {
    this.parts = parts
    const { requestsPerSecond, startPerSecond = requestsPerSecond, isEven = false } = parts.limits
    this.pace = new Pace({ startPerSecond, mostPerSecond: requestsPerSecond })
    this.beat = new Beat(isEven)
  }

  /**
   * Does the work when it is its turn, with the priority of what asks. Rejects with what the work throws, or with the
   * signal's reason if the signal is aborted before the work was begun.
   */
  async run<Value>(work: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    signal.throwIfAborted()
    if (this.turns.isEmpty) this.beat.rest(this.now())
    const turn = this.turns.wait(presentPriority(), signal)
    this.giveTurns()
    const ticket = await turn
    try {
      return await this.observed(() => this.parts.within?.run(work, signal) ?? work(), ticket)
    } finally {
      this.running -= 1
      this.giveTurns()
    }
  }

  private giveTurns(): void {
    while (!this.turns.isEmpty && this.running < this.parts.limits.concurrency) {
      const now = this.now()
      const waitMs = Math.max(this.beat.nextAt(this.pace), this.pausedUntil) - now
      if (waitMs > 0) return this.wakeIn(waitMs)
      this.beat.begun(now, this.pace)
      this.running += 1
      this.turns.give(this.pace.begun(this.isHeld, now))
    }
    this.isHeld = false
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
      const leftMs = until - this.now()
      if (clock.now() <= before) this.setBackMs += Math.max(0, leftMs)
      this.giveTurns()
    }
    // Closed meanwhile: what waits is rejected by its own signal.
    clock.wait(Math.ceil(waitMs), lifetime).then(wake, () => undefined)
  }

  private async observed<Value>(work: () => Promise<Value>, ticket: PaceTicket): Promise<Value> {
    try {
      const value = await work()
      this.pace.accepted(ticket)
      return value
    } catch (error) {
      if (error instanceof PlatformError) this.failed(error, ticket)
      throw error
    }
  }

  private failed({ facts }: PlatformError, ticket: PaceTicket): void {
    const { kind, outcome, platformCode, retryAfterMs = 0 } = facts
    if (kind === 'busy' && isSlowDown(platformCode)) {
      const askedMs = asksForPatience(facts) ? retryAfterMs : 0
      this.pause(this.pace.refused(ticket, askedMs))
      if (askedMs > 0) this.beat.rest(this.pausedUntil)
    } else if (outcome === 'refused') this.pace.accepted(ticket)
    else this.pace.lost(ticket)
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
