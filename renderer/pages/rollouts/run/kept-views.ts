import { defineStore } from 'pinia'
import type { RunFilter } from './shown-items'

/** What the operator had chosen on the page of a rollout. */
export type KeptView = {
  readonly filter: RunFilter
  readonly selected: ReadonlySet<string>
  readonly activeId: string | null
}

const mostKept = 20

/** Keeps what was chosen on a rollout's page while the operator looks at one of its merchants. */
export const useKeptViews = defineStore('rollout-views', () => {
  const views = new Map<string, KeptView>()

  const recall = (rolloutId: string): KeptView | null => views.get(rolloutId) ?? null

  function keep(rolloutId: string, view: KeptView): void {
    views.delete(rolloutId)
    views.set(rolloutId, view)
    const [oldest] = views.keys()
    if (views.size > mostKept && oldest !== undefined) views.delete(oldest)
  }

  return { recall, keep }
})
