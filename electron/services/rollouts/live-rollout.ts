import {
  rolloutItemStates,
  type Rollout,
  type RolloutCounts,
  type RolloutItem,
  type RolloutItemState,
  type RolloutPlan,
  type RolloutState
} from '@shared/domain/rollout'
import { isRolloutItemOver } from '@shared/rules/rollout-actions'
import { noRolloutCounts } from '@shared/rules/rollout-counts'
import { FailureStreaks, faredIn, type Fared } from './rollout-decisions'
import { ReadyQueue } from './ready-queue'

type Sums = Record<RolloutItemState, number>
/** Its own counts are not looked at: the waves' are. */
type Facts = Omit<Rollout, 'waves'>

/** What is remembered of a merchant while the program runs. */
export type Remembered = {
  /** When the reading that the next step may rest on was made. */
  readAt: number | null
  /** The hosts that its submission names. */
  hosts: readonly string[] | null
  /** The platform did something for it in this rollout. */
  isAccepted: boolean
}

const working: ReadonlySet<RolloutState> = new Set(['running', 'deciding'])

/**
 * A rollout in memory, its merchants counted as they change, so that no change of one of a thousand looks at the others. It
 * reads and writes nothing; `RolloutBook` does.
 */
export class LiveRollout {
  readonly id: string
  readonly accountId: string
  readonly plan: RolloutPlan
  readonly streaks = new FailureStreaks()
  /** The last wave of which the log says that it ended. */
  toldWave = -1
  private facts: Facts
  private readonly items: Map<string, RolloutItem>
  private readonly ready = new ReadyQueue()
  private readonly waves: readonly { readonly name: string; readonly total: number; readonly counts: Sums }[]
  private readonly remembered = new Map<string, Remembered>()
  /** What the operator has seen of the wave when going on in spite of the stop rule. */
  private forgiven: Fared & { readonly wave: number } = { wave: 0, ended: 0, failing: 0 }

  constructor(rollout: Rollout, items: readonly RolloutItem[], now: number) {
    const { waves, ...facts } = rollout
    this.id = rollout.id
    this.accountId = rollout.accountId
    this.plan = rollout.plan
    this.facts = facts
    this.items = new Map(items.map((item) => [item.appId, item]))
    this.waves = waves.map(({ name, total }) => ({ name, total, counts: noSums() }))
    for (const { wave, state } of items) this.count(wave, state, 1)
    for (const item of items) this.place(item, now)
  }

  get state(): RolloutState {
    return this.facts.state
  }

  get wave(): number {
    return this.facts.wave
  }

  /** Whether new steps may be begun. */
  isGoing(): boolean {
    return working.has(this.facts.state)
  }

  isOver(): boolean {
    return this.facts.state === 'stopped' || this.facts.state === 'finished'
  }

  /** As the pages see it. */
  snapshot(): Rollout {
    const waves = this.waves.map((wave) => ({ ...wave, counts: { ...wave.counts } }))
    const counts = noSums()
    for (const wave of this.waves) for (const [state, sum] of entriesOf(wave.counts)) counts[state] += sum
    return { ...this.facts, waves, counts, total: this.items.size }
  }

  /** What was written of the rollout as a whole. A wave that opened brings its merchants in. */
  changed({ state, hold, wave, startedAt, finishedAt }: Rollout, now: number): void {
    const isOpened = wave !== this.facts.wave
    this.facts = { ...this.facts, state, hold, wave, startedAt, finishedAt }
    if (!isOpened) return
    for (const item of this.items.values()) this.place(item, now)
  }

  item(appId: string): RolloutItem | null {
    return this.items.get(appId) ?? null
  }

  /** In the order of their turns. */
  all(): readonly RolloutItem[] {
    return [...this.items.values()]
  }

  put(item: RolloutItem, now: number): void {
    const before = this.items.get(item.appId)
    if (!before) return
    this.items.set(item.appId, item)
    this.count(before.wave, before.state, -1)
    this.count(item.wave, item.state, 1)
    this.place(item, now)
    this.streaks.note(before, item)
  }

  /** Looks again whether a merchant's turn has come. */
  place(item: RolloutItem, now: number): void {
    const isDue = item.notBefore === null || item.notBefore <= now
    if (item.state === 'waiting' && item.wave <= this.facts.wave && isDue) this.ready.add(item)
    else this.ready.remove(item.appId)
  }

  /** The merchant whose turn it is, of those that are free; null where there is none. */
  next(isFree: (appId: string) => boolean): RolloutItem | null {
    for (const appId of this.ready.inOrder()) {
      if (isFree(appId)) return this.items.get(appId) ?? null
    }
    return null
  }

  waveCounts(): readonly { readonly name: string; readonly counts: RolloutCounts }[] {
    return this.waves
  }

  /** How many merchants are in one of these states. */
  sum(...states: readonly RolloutItemState[]): number {
    return this.waves.reduce((sum, { counts }) => sum + states.reduce((each, state) => each + counts[state], 0), 0)
  }

  hasOpenItems(): boolean {
    return this.sum('running', 'unknown') > 0
  }

  /** How the present wave fared since the operator last went on in spite of it. */
  fared(): Fared {
    const { ended, failing } = faredIn(this.waves[this.wave]?.counts ?? noSums())
    const { forgiven } = this
    if (forgiven.wave !== this.wave) return { ended, failing }
    return { ended: Math.max(0, ended - forgiven.ended), failing: Math.max(0, failing - forgiven.failing) }
  }

  /** The operator goes on in spite of what failed: it is not held against the rollout again. */
  forgive(): void {
    this.forgiven = { wave: this.wave, ...faredIn(this.waves[this.wave]?.counts ?? noSums()) }
    this.streaks.clear()
  }

  memory(appId: string): Remembered {
    const known = this.remembered.get(appId)
    if (known) return known
    const fresh: Remembered = { readAt: null, hosts: null, isAccepted: false }
    this.remembered.set(appId, fresh)
    return fresh
  }

  private count(wave: number, state: RolloutItemState, by: number): void {
    const counts = this.waves[wave]?.counts
    if (counts) counts[state] += by
  }
}

/** An item that was changed, with the times that follow from its state. */
export function changedItem(item: RolloutItem, change: Partial<RolloutItem>, now: number): RolloutItem {
  const next = { ...item, ...change, changedAt: now }
  const isOver = isRolloutItemOver(next)
  return { ...next, notBefore: next.state === 'waiting' ? next.notBefore : null, finishedAt: isOver ? now : null }
}

const noSums = (): Sums => ({ ...noRolloutCounts })

const entriesOf = (sums: Sums): readonly (readonly [RolloutItemState, number])[] =>
  rolloutItemStates.map((state) => [state, sums[state]])
