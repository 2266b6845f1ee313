import { isManyRefused, isOver, newRound, wasHeldBack, type PaceRound } from './pace-round'
import { Recent } from './recent'

export type PaceLimits = {
  /** Requests per second at first, and at most. */
  readonly startPerSecond: number
  readonly mostPerSecond: number
}

/** A request that was begun; to be handed in with its answer. */
export type PaceTicket = { readonly round: PaceRound; readonly begunAt: number }

const secondMs = 1000
const leastPerSecond = 1

/** So many refusals one after the other, or many of a round, are too much. */
const overloadInRow = 3

/** Below what was accepted by so much, since requests do not arrive as evenly as they are begun. */
const margin = 0.98

/** Where few are refused, the pace is lower by so many times their share; `weight` of the last round in that share. */
const easing = { times: 1, weight: 0.25, least: 0.5 }

/**
 * So many rounds at the target before more is tried, in steps that double: few at first, twice as many each time that it proves
 * right to within `tolerance`. More where the platform asks for long pauses, for each second of them.
 */
const patience = { firstRounds: 8, mostRounds: 60, tolerance: 0.05, roundsPerPausedSecond: 30 }
const steps = { first: 0.01, most: 0.25 }

/** After so many rounds at which it was not too much, being too much is an accident at first: a lot that came together. */
const calm = { rounds: 3 }

/**
 * While nothing is accepted, pauses double. One that follows accepted requests is as long as they were ahead of time, and one
 * that follows an accident as long as such a lot may be in the way.
 */
const pause = { leastMs: 100, accidentMs: 250, baseMs: 1000, capMs: 60_000 }

/**
 * Finds out how many requests per second a platform takes that does not say it, from what it accepts and what it refuses as
 * too often. Twice as fast with every round until it is too much; then the target is what was accepted in the last second, a
 * little less, and now and then more is tried. Where it was not too much for some rounds it has to be so twice to count.
 * Requests that nobody held back prove nothing: the pace stays.
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
  private patience = patience.firstRounds
  /** Since it was too much. */
  private calmRounds = 0
  /** Where it was hardly too much, before more was tried. */
  private goodRate = 0
  /** When those were begun that were accepted: answers may come late and together. */
  private readonly acceptedAt = new Recent()
  private readonly lostAt = new Recent()
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

  /** Requests within any second, never more than that: what the pace leaves off included. */
  get quota(): number {
    return Math.min(this.limits.mostPerSecond, Math.max(1, Math.round(this.rate / margin)))
  }

  /** A request is begun; `isHeld`: it had to wait for the pace. */
  begun(isHeld: boolean, now: number): PaceTicket {
    this.round.begun += 1
    if (isHeld) this.round.held += 1
    return { round: this.round, begunAt: now }
  }

  /** An answer that is not about the pace, whatever else it says. */
  accepted({ round, begunAt }: PaceTicket): void {
    this.acceptedAt.add(begunAt)
    if (round !== this.round) return
    this.hasAccepted = true
    this.refusedInRow = 0
    this.overloadsInRow = 0
    this.answered()
  }

  /** There is no answer, or none that tells whether the platform counted the request. */
  lost({ begunAt }: PaceTicket): void {
    this.lostAt.add(begunAt)
  }

  /**
   * An answer that says "too often". `askedMs`: how long the platform asks to stop, 0 if it does not. Returns for how many
   * milliseconds nothing should be sent: 0 for a single refusal, which need not mean anything.
   */
  refused({ round, begunAt }: PaceTicket, askedMs: number): number {
    // From before the last change of pace.
    if (round !== this.round) return askedMs
    round.refused += 1
    this.refusedInRow += 1
    const isOverload = askedMs > 0 || this.refusedInRow >= overloadInRow || isManyRefused(round)
    if (isOverload) return this.overloaded(begunAt, askedMs)
    this.answered()
    return 0
  }

  private answered(): void {
    this.round.answered += 1
    if (isOver(this.round, this.rate, this.target === null ? 'seeking' : 'steady')) this.endRound()
  }

  private endRound(): void {
    const { round } = this
    this.round = newRound()
    this.refusedShare += easing.weight * (round.refused / round.answered - this.refusedShare)
    if (!wasHeldBack(round)) return
    this.calmRounds += 1
    if (this.target !== null && this.rate > this.target && !this.isCalm()) return
    if (this.target === null || this.roundsToStay <= 0) this.tryMore()
    else this.stay(this.target)
  }

  private stay(target: number): void {
    this.roundsToStay -= 1
    this.setRate(target * Math.max(easing.least, 1 - easing.times * this.refusedShare))
  }

  private tryMore(): void {
    const { mostPerSecond } = this.limits
    this.goodRate = this.rate
    this.setRate(this.rate * (this.target === null ? 2 : 1 + this.step))
    this.step = Math.min(steps.most, this.step * 2)
    if (this.rate === mostPerSecond) this.aimAt(mostPerSecond, 0)
  }

  private overloaded(begunAt: number, askedMs: number): number {
    this.round = newRound()
    this.refusedInRow = 0
    const pauseMs = Math.max(askedMs, this.hasAccepted ? this.tooFast(begunAt, askedMs) : this.nextPauseMs())
    this.hasAccepted = false
    return pauseMs
  }

  private tooFast(begunAt: number, askedMs: number): number {
    const isAccident = this.target !== null && askedMs === 0 && this.isCalm()
    if (isAccident) this.calmRounds = 0
    return isAccident ? pause.accidentMs : this.slowDown(begunAt, askedMs)
  }

  /** Returns how long it takes until the platform's last second is as full as it may be at the new pace. */
  private slowDown(begunAt: number, askedMs: number): number {
    const rateBefore = this.rate
    // What was accepted of few requests says little.
    const least = Math.min(rateBefore / 2, this.limits.startPerSecond)
    const target = Math.min(rateBefore, Math.max(this.acceptedSince(begunAt - secondMs), least)) * margin
    this.aimAt(Math.max(target, this.provenBelow(rateBefore)), askedMs)
    this.setRate(this.target ?? rateBefore)
    return Math.max(pause.leastMs, secondMs * (1 - this.rate / rateBefore))
  }

  /** Those that got lost were perhaps counted, too: but not if that is more than was good before. */
  private acceptedSince(time: number): number {
    const accepted = this.acceptedAt.countAfter(time)
    return Math.max(accepted, Math.min(accepted + this.lostAt.countAfter(time), this.goodRate))
  }

  /** More than the target was tried only after it had been right for some rounds. */
  private provenBelow(rate: number): number {
    return this.target !== null && this.target < rate ? this.target : 0
  }

  private isCalm(): boolean {
    return this.calmRounds >= calm.rounds
  }

  /** Where all is refused, for whatever reason, being slower would not help, and only make the way back longer. */
  private nextPauseMs(): number {
    const pauseMs = Math.min(pause.capMs, pause.baseMs * 2 ** this.overloadsInRow)
    this.overloadsInRow += 1
    return pauseMs
  }

  private aimAt(target: number, pausedMs: number): void {
    const isSame = this.target !== null && Math.abs(target / this.target - 1) < patience.tolerance
    this.patience = isSame ? Math.min(patience.mostRounds, this.patience * 2) : patience.firstRounds
    this.target = target
    this.calmRounds = 0
    this.roundsToStay = Math.max(this.patience, (patience.roundsPerPausedSecond * pausedMs) / 1000)
    this.step = steps.first
    this.refusedShare = 0
  }

  private setRate(rate: number): void {
    this.rate = Math.min(this.limits.mostPerSecond, Math.max(leastPerSecond, rate))
  }
}
