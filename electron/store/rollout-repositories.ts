import type { Operation } from '@shared/domain/operation'
import type { MerchantRef } from '@shared/domain/merchant'
import type {
  LearnedRule,
  Rollout,
  RolloutHold,
  RolloutItem,
  RolloutItemState,
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
    'appId' | 'name' | 'wave' | 'step' | 'state' | 'fromVersion' | 'toVersion'
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
  /** All of it or nothing; durable (`synchronous=FULL`), as is everything below. */
  add(made: NewRollout): Rollout
  get(accountId: string, id: string): Rollout | null
  /** Newest first. */
  list(accountId: string, limit: number): readonly Rollout[]
  /** Rollouts of all accounts in these states, oldest first; read at start. */
  inState(states: readonly RolloutState[]): readonly Rollout[]
  /** In the order of their turns. */
  items(id: string): readonly RolloutItem[]
  item(id: string, appId: string): RolloutItem | null
  /** Writes all that is in the item. Throws `DeskFailure` `not_found` where the rollout is gone with its account. */
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
  /** The rollout, not over, in which this merchant is not over either, except this one; null where there is none. */
  otherWith(ref: MerchantRef, except: string | null): Rollout | null
}

export interface LearnedRuleRepository {
  list(accountId: string): readonly LearnedRule[]
  save(accountId: string, rule: LearnedRule): void
}
