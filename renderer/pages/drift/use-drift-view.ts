import type { Drift } from '@shared/domain/drift'
import { computed, ref, shallowRef } from 'vue'
import {
  driftLines,
  emptyFilter,
  filterLines,
  sortLines,
  type DriftColumn,
  type DriftFilter,
  type DriftSort
} from './drift-lines'

/** What was asked of the matrix, and the lines that answer it: the most behind first, unless another order was chosen. */
export function useDriftView(drift: () => Drift | null) {
  const filter = shallowRef<DriftFilter>(emptyFilter)
  const sort = shallowRef<DriftSort>({ column: 'behind', direction: 'descending' })
  const chosenId = ref<string | null>(null)

  /** The template that the merchants are measured against: the chosen one, or else the newest. */
  const target = computed(() => {
    const templates = drift()?.templates ?? []
    return templates.find(({ templateId }) => templateId === chosenId.value) ?? templates[0] ?? null
  })
  const lines = computed(() => {
    const known = drift()
    return known === null ? [] : driftLines(known, target.value?.templateId ?? null)
  })
  const sorted = computed(() => sortLines(lines.value, sort.value))
  const shown = computed(() => filterLines(sorted.value, filter.value))

  function ask(change: Partial<DriftFilter>): void {
    filter.value = { ...filter.value, ...change }
  }

  /** Numbers begin with the greatest, words with the first. */
  function sortBy(column: DriftColumn): void {
    const { column: now, direction } = sort.value
    if (now === column) sort.value = { column, direction: direction === 'ascending' ? 'descending' : 'ascending' }
    else sort.value = { column, direction: column === 'behind' ? 'descending' : 'ascending' }
  }

  function measureBy(templateId: string): void {
    chosenId.value = templateId
  }

  return { filter, sort, target, lines, shown, ask, clear: () => ask(emptyFilter), sortBy, measureBy }
}

export type DriftView = ReturnType<typeof useDriftView>
