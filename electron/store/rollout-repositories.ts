import type { Operation } from '@shared/domain/operation'
import type {
  LearnedRule,
  Rollout,
  RolloutHold,
  RolloutItem,
  RolloutItemState,
  RolloutKind,
  RolloutLogEntry,
  RolloutPlan,
  RolloutState
} from '@shared/domain/rollout'

/** A rollout as it is made, with its merchants in the order of their turns. */
export type NewRollout = {
  readonly accountId: string
  readonly plan: RolloutPlan
  readonly waveNames: readonly string[]
  readonly state: Extract<RolloutState, 'planned' | 'running'>
  readonly createdAt: number
  readonly startedAt: number | null
  readonly actor: string
  readonly origin: string | null
  readonly items: readonly Pick<
    RolloutItem,
    'appId' | 'name' | 'wave' | 'step' | 'state' | 'fromVersion' | 'toVersion' | 'request'
  >[]
}

export type RolloutChange = {
  readonly state?: RolloutState
  readonly hold?: RolloutHold | null
  readonly wave?: number
  readonly startedAt?: number | null
  readonly finishedAt?: number | null
}

export interface RolloutRepository {
  /** All of it or nothing; durable (`synchronous=FULL`), as is everything below that is not written in `Store.lightly`. */
  add(made: NewRollout): Rollout
  get(accountId: string, id: string): Rollout | null
  /** Newest first. */
  list(accountId: string, limit: number): readonly Rollout[]
  /** Rollouts of all accounts in these states, oldest first; read at start. */
  inState(states: readonly RolloutState[]): readonly Rollout[]
  /** In the order of their turns. */
  items(id: string): readonly RolloutItem[]
  item(id: string, appId: string): RolloutItem | null
  /** Writes all that is in the item, except its request, which stays. Throws `DeskFailure` `not_found` where the rollout is gone with its account. */
  saveItem(id: string, item: RolloutItem): void
  /** What is left out stays as it is. Throws as `saveItem` does. */
  change(id: string, change: RolloutChange): Rollout
  /** Turns every item of these states into another, in all waves; returns how many there were. */
  turn(id: string, from: readonly RolloutItemState[], to: RolloutItemState, at: number): number
  /** Throws as `saveItem` does. */
  log(id: string, entry: Omit<RolloutLogEntry, 'id'>): RolloutLogEntry
  /** The newest `limit`, oldest first. */
  logEntries(id: string, limit: number): readonly RolloutLogEntry[]
  /** The operations that were done for it, oldest first. */
  operations(id: string): readonly Operation[]
  /** By app id: the account's merchants that are not over in a rollout of these kinds that is not over either, each with it. */
  busy(
    accountId: string,
    kinds: readonly RolloutKind[]
  ): ReadonlyMap<string, { readonly rolloutId: string; readonly title: string }>
}

export interface LearnedRuleRepository {
  list(accountId: string): readonly LearnedRule[]
  save(accountId: string, rule: LearnedRule): void
}
