import type { LearnedRule } from '@shared/domain/rollout'
import type { Operation, OperationKind } from '@shared/domain/operation'
import { SlotLine } from './slot-line'

/** A documented rule "not more often than", of which the documentation does not say whom it counts. */
export type FrequencyRule = {
  readonly name: LearnedRule['rule']
  readonly kinds: readonly OperationKind[]
  readonly platformCode: string
  readonly intervalMs: number
}

export type RuleBookParts = {
  readonly rule: FrequencyRule
  /** What earlier runs found. */
  readonly learned: LearnedRule | null
  readonly lastDoneAt: (appId: string) => number | null
  readonly save: (learned: LearnedRule) => void
  /** Hears where what is held to changes: that merchants count apart is no news as long as nobody thought otherwise. */
  readonly tell: (learned: LearnedRule) => void
  readonly now: number
}

/** `acceptedBy`: when the acceptance was known; null where it is not (yet). */
type Sent = { readonly appId: string; readonly startedAt: number; readonly acceptedBy: number | null }

/** What was found is believed for so long without a doubt. */
const beliefMs = 24 * 3600_000

/** How often it is written that the rule is still as it was. */
const confirmMs = 3600_000

/** So many merchants must be refused without a cause of their own where it was seen lately that merchants count apart. */
const refusalsAgainstBelief = 3

/**
 * Finds out how wide one rule is for one account, from what the platform accepts and refuses, and holds to it.
 *
 * At first merchants count apart. A merchant that is refused although it did nothing itself, while another did, shows that
 * all count together; two that are accepted within the interval show that they do not. A rule for all is doubted after a
 * day, and as long as a single refusal speaks for it, which may be a whim of the platform: then one merchant may try.
 */
export class RuleBook {
  private readonly parts: RuleBookParts
  private learned: LearnedRule | null
  private savedAt: number
  private readonly line: SlotLine
  /** What the platform accepted within the interval, or may have. */
  private readonly sent = new Map<string, Sent>()
  /** Until when a merchant waits that was refused. */
  private readonly ownWaits = new Map<string, number>()
  private readonly unexplained = new Map<string, number>()
  private probedAt = -Infinity
  /** Whether more than one refusal spoke for what is believed. */
  private isConfirmed = true

  constructor(parts: RuleBookParts) {
    this.parts = parts
    this.learned = parts.learned
    this.savedAt = parts.learned?.learnedAt ?? -Infinity
    // Something may have been sent just before the start.
    this.line = new SlotLine(parts.rule.intervalMs, parts.now + parts.rule.intervalMs)
  }

  /** Null: go; else when it makes sense to ask again. */
  claim(appId: string, now: number): number | null {
    const ownFrom = this.ownFrom(appId)
    if (now < ownFrom) return ownFrom
    if (this.learned?.width !== 'application') return null
    if (this.mayProbe(this.learned, now)) {
      this.probedAt = now
      return null
    }
    return this.line.claim(appId, now)
  }

  /** An operation of one of the rule's kinds was begun or ended. */
  heard(operation: Operation): void {
    const { id, appId, startedAt, state, error } = operation
    const at = operation.finishedAt ?? startedAt
    this.forgetBefore(at - this.parts.rule.intervalMs)
    if (state === 'refused' || state === 'not_carried_out') {
      this.sent.delete(id)
      if (error?.platformCode === this.parts.rule.platformCode) this.refusedAsTooOften(operation, at)
      return
    }
    if (state === 'done') this.accepted(operation, at)
    this.sent.set(id, { appId, startedAt, acceptedBy: state === 'done' ? at : null })
    this.line.takenAt(at)
  }

  private ownFrom(appId: string): number {
    const { lastDoneAt, rule } = this.parts
    const lastAt = lastDoneAt(appId)
    return Math.max(lastAt === null ? 0 : lastAt + rule.intervalMs, this.ownWaits.get(appId) ?? 0)
  }

  private mayProbe({ learnedAt }: LearnedRule, now: number): boolean {
    const isDoubted = !this.isConfirmed || now - learnedAt >= beliefMs
    return isDoubted && now - this.probedAt >= this.parts.rule.intervalMs && !this.line.isFree(now)
  }

  private accepted({ appId, startedAt }: Operation, at: number): void {
    this.ownWaits.delete(appId)
    if (!this.others(appId).some((other) => this.isWithinInterval(other, { startedAt, acceptedBy: at }))) return
    this.unexplained.clear()
    this.believe({ rule: this.parts.rule.name, width: 'merchant', learnedAt: at })
  }

  /** Whether both were accepted within the interval, wherever between sending and hearing of it that was. */
  private isWithinInterval(one: Sent, other: { startedAt: number; acceptedBy: number }): boolean {
    if (one.acceptedBy === null) return false
    const apart = Math.max(one.acceptedBy - other.startedAt, other.acceptedBy - one.startedAt)
    return apart < this.parts.rule.intervalMs
  }

  private refusedAsTooOften({ appId, startedAt }: Operation, at: number): void {
    const isOwnDoing = startedAt < this.ownFrom(appId) || [...this.sent.values()].some((each) => each.appId === appId)
    this.ownWaits.set(appId, at + this.parts.rule.intervalMs)
    // Someone else sent, if not we: all wait where all count together.
    this.line.takenAt(at)
    if (isOwnDoing || this.others(appId).length === 0) return
    this.unexplained.set(appId, at)
    if (this.unexplained.size >= this.refusalsNeeded(at)) {
      this.isConfirmed = this.unexplained.size > 1 || this.learned?.width === 'application'
      this.unexplained.clear()
      this.believe({ rule: this.parts.rule.name, width: 'application', learnedAt: at })
    }
  }

  private refusalsNeeded(at: number): number {
    const isSeenApart = this.learned?.width === 'merchant' && at - this.learned.learnedAt < beliefMs
    return isSeenApart ? refusalsAgainstBelief : 1
  }

  private believe(learned: LearnedRule): void {
    const before = this.learned?.width ?? 'merchant'
    const isNews = learned.width !== this.learned?.width || learned.learnedAt - this.savedAt >= confirmMs
    this.learned = learned
    if (!isNews) return
    this.savedAt = learned.learnedAt
    this.parts.save(learned)
    if (learned.width !== before) this.parts.tell(learned)
  }

  private others(appId: string): readonly Sent[] {
    return [...this.sent.values()].filter((each) => each.appId !== appId)
  }

  private forgetBefore(time: number): void {
    for (const [id, { startedAt, acceptedBy }] of this.sent) if ((acceptedBy ?? startedAt) < time) this.sent.delete(id)
    for (const [appId, at] of this.unexplained) if (at < time) this.unexplained.delete(appId)
    for (const [appId, until] of this.ownWaits) if (until < time) this.ownWaits.delete(appId)
  }
}
