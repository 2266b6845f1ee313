import type { MerchantRef } from './merchant'

/** What someone who is new does once, in this order: from a merchant to a release, then many at a time, then for real. */
export const firstTaskNames = ['look', 'upload', 'trial_code', 'submit', 'release', 'rollout', 'connect'] as const
export type FirstTaskName = (typeof firstTaskNames)[number]

/** The list of first tasks (入门清单). What was done once stays done, whatever becomes of the merchant or the account. */
export type FirstTasks = {
  readonly done: readonly FirstTaskName[]
  /** A merchant with which the next ones can be done: the one that was looked at last, else the first that suits. */
  readonly merchant: (MerchantRef & { readonly name: string }) | null
}
