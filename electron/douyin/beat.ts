/** A request may be begun so much early to make up for a timer that rang late. */
const slackMs = 10

/** What a process that stood still for so long has missed is made up for. */
const lagMs = 500

/** Making up goes faster, but not all at once: so many times the usual distance lies between two requests. */
const leastDistance = 0.1

/** What a platform counts as one second; longer, since requests do not take equally long to get there. */
const windowMs = 1000 + 10

export type BeatRate = {
  readonly perSecond: number
  /** Never more are begun within any second. */
  readonly quota: number
}

/**
 * Says when the next request may begin: at even distances. What was missed while the process stood still is made up for, yet
 * never beyond the quota, so that a platform that counts what comes within any second does not see the gap's other side.
 */
export class Beat {
  private readonly slackMs: number
  private readonly lagMs: number
  /** When the last ones were begun, as many as the largest quota looks back. */
  private readonly begunAt: number[] = []
  private dueAt = -Infinity

  /** `isEven`: nothing is made up for. */
  constructor(isEven: boolean) {
    this.slackMs = isEven ? 0 : slackMs
    this.lagMs = isEven ? 0 : lagMs
  }

  nextAt({ perSecond, quota }: BeatRate): number {
    const nextAt = (this.begunAt.at(-1) ?? -Infinity) + Math.floor((leastDistance * 1000) / perSecond)
    const windowBegin = this.begunAt.at(-quota) ?? -Infinity
    return Math.max(this.dueAt - this.slackMs, nextAt, windowBegin + windowMs)
  }

  begun(now: number, { perSecond }: BeatRate): void {
    this.dueAt = Math.max(this.dueAt, now - this.lagMs) + 1000 / perSecond
    while ((this.begunAt[0] ?? now) < now - windowMs) this.begunAt.shift()
    this.begunAt.push(now)
  }

  /** Nobody waited, or might begin, until then: nothing was missed. */
  rest(until: number): void {
    this.dueAt = Math.max(this.dueAt, until)
  }
}
