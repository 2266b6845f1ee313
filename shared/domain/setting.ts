import type { DeskError } from '../errors'
import type { MerchantRef } from './merchant'
import type { OperationState } from './operation'

/** What an operator changes of a merchant's set-up, or applies for; each is one call of the platform. */
export const settingKinds = [
  'name',
  'introduction',
  'icon',
  'category_add',
  'category_supply',
  'category_delete',
  'category_publish',
  'category_main',
  'server_domains',
  'webview_domains',
  'capability_apply'
] as const
export type SettingKind = (typeof settingKinds)[number]

/** The parts of a merchant's set-up; each has its own reading and its own list of changes. */
export const settingFacets = ['profile', 'categories', 'domains', 'capabilities'] as const
export type SettingFacet = (typeof settingFacets)[number]

/**
 * One change of a merchant's set-up that this application sent, or was about to send. `state` is as in `Operation`; `done`
 * means that the platform took it: the platform's review of it comes later and shows in what is read.
 */
export type SettingChange = MerchantRef & {
  readonly id: string
  readonly kind: SettingKind
  /** What was to be set, in the operator's words: the new name, the category, the domains, the capability. */
  readonly summary: string
  readonly state: OperationState
  readonly startedAt: number
  readonly finishedAt: number | null
  /** The operating system's user. */
  readonly actor: string
  readonly logId: string | null
  readonly error: DeskError | null
  /** The rollout it belongs to; null for one made by hand. */
  readonly rolloutId: string | null
}

/** What is known of one part of a merchant: as it was read last, and why it could not be read since. */
export type Reading<Value> = {
  readonly value: Value | null
  /** When `value` was read; null while it never was. */
  readonly readAt: number | null
  /** Why the newest attempt failed; null when it did not. */
  readonly error: DeskError | null
}
