export type PaceLimits = {
  /** Requests per second at first, and at most. */
  readonly startPerSecond: number
  readonly mostPerSecond: number
}

/** The answers to some requests that were begun one after the other at the same pace. */
export type PaceRound = { begun: number; held: number; answered: number; refused: number }

const secondMs = 1000
const leastPerSecond = 1

/** A round has as many answers as come in this time at the present pace, but enough to tell anything. */
const rounds = { seeking: { ms: 500, leastAnswers: 10 }, steady: { ms: 1000, leastAnswers: 20 } }

/** Refusals that do not come from our pace (a gateway that refuses two of a hundred) must not slow us: it takes more. */
const overload = { inRow: 3, count: 6, share: 0.08 }

/** Below what was accepted by so much, since requests do not arrive as evenly as they are begun. */
const margin = 0.98

/** Where few are refused, the pace is lower by so many times their share; `weight` of the last round in that share. */
const easing = { times: 3, weight: 0.25, least: 0.5 }

/**
 * So many rounds at the target before more is tried, in steps that double; more where the platform asks for long pauses, for
 * each second of them.
 */
const patience = { rounds: 60, roundsPerPausedSecond: 30 }
const steps = { first: 0.01, most: 0.25 }

/** While nothing is accepted, pauses double. One that follows accepted requests is as long as they were ahead of time. */
const pause = { leastMs: 100, baseMs: 1000, capMs: 60_000 }

/**
 * Finds out how many requests per second a platform takes that does not say it, from what it accepts and what it refuses as
 * too often. Twice as fast with every round until it is too much; then the target is what was accepted in the last second, a
 * little less, and after a minute of use more is tried. Requests that nobody held back prove nothing: the pace stays.
 */
export class Pace {
  private readonly limits: PaceLimits
  private rate: number
  /** Null as long as it is not known how much is too much. */
  private target: number | null = null
  private roundsToStay = 0
  private step = steps.first
  private refusedShare = 0
  private round = newRound()
  private readonly acceptedAt: number[] = []
  private hasAccepted = false
  private refusedInRow = 0
  private overloadsInRow = 0

  constructor(limits: PaceLimits) {
    this.limits = limits
    this.rate = Math.min(limits.startPerSecond, limits.mostPerSecond)
  }

  get perSecond(): number {
    return this.rate
  }

  /** A request is begun; `isHeld`: it had to wait for the pace. Hand the round in with its answer. */
  begun(isHeld: boolean): PaceRound {
    this.round.begun += 1
    if (isHeld) this.round.held += 1
    return this.round
  }

  /** An answer that is not about the pace, whatever else it says. */
  accepted(round: PaceRound, now: number): void {
    this.acceptedAt.push(now)
    this.forgetBefore(now - secondMs)
    if (round !== this.round) return
    this.hasAccepted = true
    this.refusedInRow = 0
    this.overloadsInRow = 0
    this.answered()
  }

  /**
   * An answer that says "too often". `askedMs`: how long the platform asks to stop, 0 if it does not. Returns for how many
   * milliseconds nothing should be sent: 0 for a single refusal, which need not mean anything.
   */
  refused(round: PaceRound, now: number, askedMs: number): number {
    this.forgetBefore(now - secondMs)
    // From before the last change of pace.
    if (round !== this.round) return askedMs
    round.refused += 1
    this.refusedInRow += 1
    const isOverload = askedMs > 0 || this.refusedInRow >= overload.inRow || isMany(round)
    if (isOverload) return this.overloaded(askedMs)
    this.answered()
    return 0
  }

  private answered(): void {
    this.round.answered += 1
    const { ms, leastAnswers } = this.target === null ? rounds.seeking : rounds.steady
    if (this.round.answered >= Math.max(leastAnswers, (this.rate * ms) / secondMs)) this.endRound()
  }

  private endRound(): void {
    const { begun, held, answered, refused } = this.round
    this.round = newRound()
    this.refusedShare += easing.weight * (refused / answered - this.refusedShare)
    if (held < begun / 4) return
    if (this.target === null || this.roundsToStay <= 0) this.tryMore()
    else this.stay(this.target)
  }

  private stay(target: number): void {
    this.roundsToStay -= 1
    this.setRate(target * Math.max(easing.least, 1 - easing.times * this.refusedShare))
  }

  private tryMore(): void {
    const { mostPerSecond } = this.limits
    this.setRate(this.rate * (this.target === null ? 2 : 1 + this.step))
    this.step = Math.min(steps.most, this.step * 2)
    if (this.rate === mostPerSecond) this.aimAt(mostPerSecond, 0)
  }

  private overloaded(askedMs: number): number {
    this.round = newRound()
    this.refusedInRow = 0
    const pauseMs = Math.max(askedMs, this.hasAccepted ? this.slowDown(askedMs) : this.nextPauseMs())
    this.hasAccepted = false
    return pauseMs
  }

  /** Returns how long it takes until the platform's last second is as full as it may be at the new pace. */
  private slowDown(askedMs: number): number {
    const rateBefore = this.rate
    // What was accepted of few requests says little.
    const least = Math.min(rateBefore / 2, this.limits.startPerSecond)
    this.aimAt(Math.max(this.acceptedAt.length, least) * margin, askedMs)
    this.setRate(this.target ?? rateBefore)
    return Math.max(pause.leastMs, secondMs * (1 - this.rate / rateBefore))
  }

  /** Where all is refused, for whatever reason, being slower would not help, and only make the way back longer. */
  private nextPauseMs(): number {
    const pauseMs = Math.min(pause.capMs, pause.baseMs * 2 ** this.overloadsInRow)
    this.overloadsInRow += 1
    return pauseMs
  }

  private aimAt(target: number, pausedMs: number): void {
    this.target = target
    this.roundsToStay = Math.max(patience.rounds, (patience.roundsPerPausedSecond * pausedMs) / 1000)
    this.step = steps.first
    this.refusedShare = 0
  }

  private setRate(rate: number): void {
    this.rate = Math.min(this.limits.mostPerSecond, Math.max(leastPerSecond, rate))
  }

  private forgetBefore(time: number): void {
    while ((this.acceptedAt[0] ?? time) < time) this.acceptedAt.shift()
  }
}

const newRound = (): PaceRound => ({ begun: 0, held: 0, answered: 0, refused: 0 })

const isMany = ({ answered, refused }: PaceRound): boolean =>
  refused >= overload.count && refused > (answered + 1) * overload.share
