import type { RolloutItem } from '@shared/domain/rollout'
import { rolloutCauses } from '@shared/rules/rollout-causes'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useRowSelection } from '@/composables/row-selection'
import { useKeptViews } from './kept-views'
import { emptyFilter, isFiltering, shownItems, type CauseOfItem, type RunFilter } from './shown-items'

/** What the operator asked of a rollout's merchants, and those that answer it; kept for the next visit. */
export function useRunView(rolloutId: string, items: () => readonly RolloutItem[]) {
  const kept = useKeptViews()
  const before = kept.recall(rolloutId)
  const filter = shallowRef<RunFilter>(before?.filter ?? emptyFilter)
  const activeId = ref<string | null>(before?.activeId ?? null)
  const causes = computed(() => rolloutCauses(items()))
  const causeOf = computed<CauseOfItem>(
    () => new Map(causes.value.flatMap((cause) => cause.appIds.map((appId) => [appId, cause])))
  )
  const shown = computed(() => shownItems(items(), filter.value, causeOf.value))
  const active = computed(() => items().find(({ appId }) => appId === activeId.value) ?? null)
  const filtering = computed(() => isFiltering(filter.value))
  const selection = useRowSelection(items, () => shown.value, before?.selected)

  function ask(change: Partial<RunFilter>): void {
    filter.value = { ...filter.value, ...change }
  }

  function clear(): void {
    filter.value = emptyFilter
  }

  // A cause that no merchant has any more can not be taken back by hand.
  watch(causes, (now) => {
    const { cause } = filter.value
    if (cause !== null && !now.some(({ key }) => key === cause)) ask({ cause: null })
  })
  onScopeDispose(() => {
    kept.keep(rolloutId, { filter: filter.value, selected: selection.selected.value, activeId: activeId.value })
  })

  return { filter, activeId, shown, causes, causeOf, active, filtering, selection, ask, clear }
}

export type RunView = ReturnType<typeof useRunView>
