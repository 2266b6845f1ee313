import type { Clock, Logger } from '../ports'
import { Rounds } from './rounds'

const lookEveryMs = 5_000
/** A busy computer does not hold up a timer for so long. */
const sleptAfterMs = 30_000
/** The operating system and the timer notice the same sleep. */
const sameWithinMs = 2 * lookEveryMs

export type SleepWatchParts = {
  /** Hears once of each sleep; `sleptMs` is roughly how long it was. */
  readonly onWoke: (sleptMs: number) => void
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Notices that the computer slept, or that the process was held: by a timer that comes far too late, and sooner where the
 * operating system tells (`woke`).
 */
export class SleepWatch {
  private readonly parts: SleepWatchParts
  private readonly rounds: Rounds
  private seenAt: number
  private wokeAt: number | null = null

  constructor(parts: SleepWatchParts) {
    this.parts = parts
    const { clock, logger } = parts
    this.seenAt = clock.now()
    const run = (): Promise<void> => Promise.resolve(this.look())
    this.rounds = new Rounds({
      ...{ intervalMs: lookEveryMs, first: 'after_interval', run, clock, logger },
      failure: 'not all was told of the sleep'
    })
  }

  start(): void {
    this.seenAt = this.parts.clock.now()
    this.rounds.start()
  }

  stop(): Promise<void> {
    return this.rounds.stop()
  }

  /** The operating system says that the computer woke up. */
  woke(): void {
    const sleptMs = this.passed()
    if (!this.isKnown()) this.tell(sleptMs)
  }

  private look(): void {
    const sleptMs = this.passed()
    if (sleptMs > sleptAfterMs && !this.isKnown()) this.tell(sleptMs)
  }

  /** Since the last look, beyond the usual. */
  private passed(): number {
    const now = this.parts.clock.now()
    const passedMs = now - this.seenAt - lookEveryMs
    this.seenAt = now
    return Math.max(0, passedMs)
  }

  private isKnown(): boolean {
    return this.wokeAt !== null && this.seenAt - this.wokeAt < sameWithinMs
  }

  private tell(sleptMs: number): void {
    this.wokeAt = this.seenAt
    this.parts.logger.info('the computer slept', { sleptMs })
    this.parts.onWoke(sleptMs)
  }
}
