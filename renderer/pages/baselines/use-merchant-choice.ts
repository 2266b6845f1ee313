import type { MerchantRow } from '@shared/domain/merchant'
import { computed, shallowRef } from 'vue'
import { useRowSelection } from '@/composables/row-selection'
import { emptyFilter, filterRows } from '@/stores/merchant-rows/row-filter'
import { stateIn } from './baseline-members'

/** What a dialog asks of the list of merchants. */
export type ChoiceFilter = {
  readonly query: string
  readonly tag: readonly string[]
  readonly membersOnly: boolean
  readonly driftedOnly: boolean
}

const everyone: ChoiceFilter = { query: '', tag: [], membersOnly: false, driftedOnly: false }

/** Merchants to be ticked for a baseline: those that the filter shows, and those that are ticked (`start` at first). */
export function useMerchantChoice(rows: () => readonly MerchantRow[], baselineId: string, start: readonly string[]) {
  const filter = shallowRef<ChoiceFilter>(everyone)
  const shown = computed(() => {
    const { query, tag, membersOnly, driftedOnly } = filter.value
    return filterRows(rows(), { ...emptyFilter, query, tag }, null).filter((row) => {
      const state = stateIn(baselineId, row)
      return (!membersOnly || state !== null) && (!driftedOnly || state === 'drifted')
    })
  })
  const selection = useRowSelection(rows, () => shown.value, start)

  const added = computed(() => [...selection.selected.value].filter((appId) => !start.includes(appId)))
  const removed = computed(() => start.filter((appId) => !selection.selected.value.has(appId)))

  function ask(change: Partial<ChoiceFilter>): void {
    filter.value = { ...filter.value, ...change }
  }

  return { filter, shown, selection, added, removed, ask }
}

export type MerchantChoice = ReturnType<typeof useMerchantChoice>
