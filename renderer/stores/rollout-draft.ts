import type { RolloutPlan, RolloutWork } from '@shared/domain/rollout'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What the plan page begins with, handed over by the page that led there. What is left out is chosen on the plan page. */
export type RolloutDraft = {
  readonly accountId: string
  readonly appIds?: readonly string[]
  readonly kind?: RolloutWork['kind']
  /** Only with `kind: 'ship'`. */
  readonly templateId?: string
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
