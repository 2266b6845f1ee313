import type { DeskError } from '../errors'
import type { MerchantRef } from './merchant'
import type { HostReason } from './version'

/** What an operator does to a merchant's versions. `resubmit` sends the version that failed last time again. */
export const operationKinds = ['upload', 'submit', 'resubmit', 'withdraw', 'release', 'rollback'] as const
export type OperationKind = (typeof operationKinds)[number]

/**
 * `intended`: written before the call, no outcome yet. `done`: the platform accepted it. `refused`: the platform
 * answered no. `not_carried_out`: the answer was lost and the version list shows that nothing happened. `unknown`: the
 * answer was lost and the version list does not tell (yet).
 */
export type OperationState = 'intended' | 'done' | 'refused' | 'not_carried_out' | 'unknown'

export type Operation = MerchantRef & {
  readonly id: string
  readonly kind: OperationKind
  /** The version it is about: uploaded, submitted, withdrawn, released, or rolled back to. */
  readonly version: string | null
  readonly state: OperationState
  readonly startedAt: number
  readonly finishedAt: number | null
  /** The operating system's user. */
  readonly actor: string
  readonly logId: string | null
  readonly error: DeskError | null
  /** The rollout that it is done for; null for what an operator did by hand. */
  readonly rolloutId: string | null
}

export type TimelineKind =
  | 'uploaded'
  | 'submitted'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'released'
  | 'rolled_back'
  | 'taken_down'
  | 'refused'
  | 'not_carried_out'

/**
 * One thing that happened to a merchant's versions. `source` tells whether this application did it (`desk`) or saw it
 * on the platform when it read (`platform`); in the second case `at` is the platform's time where it gives one, else the
 * time of the reading.
 */
export type TimelineEntry = {
  readonly id: string
  readonly at: number
  readonly kind: TimelineKind
  readonly source: 'desk' | 'platform'
  readonly version: string | null
  readonly summary: string | null
  readonly hosts: readonly string[]
  readonly reasons: readonly HostReason[]
  readonly actor: string | null
  readonly logId: string | null
  /** For `refused`, `not_carried_out`: which operation, and why. */
  readonly operation: OperationKind | null
  readonly error: DeskError | null
}
