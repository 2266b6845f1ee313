import type { Clock, Logger } from '../../ports'

type Entry = { readonly at: number; readonly work: () => void }

/** A timer lags behind on a computer that slept: the clock is looked at so often at least. */
const longestWaitMs = 30_000

/** Does things at their times, with one timer for all of them. */
export class Agenda {
  private readonly clock: Clock
  private readonly logger: Logger
  /** The next one last. */
  private readonly entries: Entry[] = []
  private waiting: { readonly until: number; readonly end: AbortController } | null = null
  private isClosed = false

  constructor(parts: { clock: Clock; logger: Logger }) {
    this.clock = parts.clock
    this.logger = parts.logger
  }

  /** `work` is called once, at `at` (ms since 1970) or soon after; never before this returns. */
  at(at: number, work: () => void): void {
    if (this.isClosed) return
    this.entries.splice(this.placeOf(at), 0, { at, work })
    this.arm()
  }

  close(): void {
    this.isClosed = true
    this.entries.length = 0
    this.waiting?.end.abort()
  }

  /** Behind all that are later, before all that are earlier; entries of the same time keep their order. */
  private placeOf(at: number): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.entries[middle]?.at ?? 0) > at) low = middle + 1
      else high = middle
    }
    return low
  }

  private arm(): void {
    const next = this.entries.at(-1)
    if (!next || this.isClosed) return
    if (this.waiting && this.waiting.until <= next.at) return
    this.waiting?.end.abort()
    const waitMs = Math.min(longestWaitMs, Math.max(0, next.at - this.clock.now()))
    const waiting = { until: next.at, end: new AbortController() }
    this.waiting = waiting
    this.clock.wait(waitMs, waiting.end.signal).then(
      () => {
        if (this.waiting === waiting) this.waiting = null
        this.run()
      },
      () => undefined
    )
  }

  private run(): void {
    for (let next = this.due(); next; next = this.due()) {
      try {
        next.work()
      } catch (error) {
        this.logger.error('what was due failed', { error: error instanceof Error ? error.stack : String(error) })
      }
    }
    this.arm()
  }

  private due(): Entry | null {
    const next = this.entries.at(-1)
    return next && next.at <= this.clock.now() ? (this.entries.pop() ?? null) : null
  }
}
