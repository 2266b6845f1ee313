import type { ItemRequests, RolloutPlan, SetupWork, VersionWork } from '@shared/domain/rollout'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What the plan page begins with, handed over by the page that led there. What is left out is chosen on the plan page. */
export type RolloutDraft = {
  readonly accountId: string
  readonly appIds?: readonly string[]
  readonly kind?: VersionWork['kind']
  /** Only with `kind: 'ship'`. */
  readonly templateId?: string
  /** What is done to the set-up: it was filled in on the page that led here, and is not changed on the plan page. */
  readonly work?: SetupWork
  /** What each merchant gets, for an introduction or an icon. */
  readonly requests?: ItemRequests
  /** Staged files that nobody needs where the plan is not started. */
  readonly staged?: readonly string[]
  /** A plan to begin with, for a clone. */
  readonly plan?: RolloutPlan
  /** The rollout that it continues: a clone, a release, a roll back. */
  readonly origin?: string
}

/** Hands a draft from one page to the plan page; taken once. */
export const useRolloutDraft = defineStore('rollout-draft', () => {
  const draft = shallowRef<RolloutDraft | null>(null)

  function take(accountId: string): RolloutDraft | null {
    const taken = draft.value
    draft.value = null
    return taken?.accountId === accountId ? taken : null
  }

  return { draft, take }
})
