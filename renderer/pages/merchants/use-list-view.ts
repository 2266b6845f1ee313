import type { ListColumn, ListFilter, ListSort } from '@shared/domain/lists'
import type { MerchantRow } from '@shared/domain/merchant'
import { computed, shallowRef } from 'vue'
import { pinyinIsLoaded } from '@/components/palette/pinyin'
import { emptyFilter, filterRows, isFiltering, newestVersion } from '@/stores/merchant-rows/row-filter'
import { sortRows } from '@/stores/merchant-rows/row-order'

/**
 * What the operator asked of the list, and the rows that answer it. Sorting waits for changes of rows or order only, so
 * that a key pressed in the search costs one pass over the rows.
 */
export function useListView(rows: () => readonly MerchantRow[]) {
  const filter = shallowRef<ListFilter>(emptyFilter)
  const sort = shallowRef<ListSort>(null)
  const newest = computed(() => newestVersion(rows()))
  const sorted = computed(() => sortRows(rows(), sort.value))
  const shown = computed(() => {
    // The same words find more then.
    if (filter.value.query !== '') void pinyinIsLoaded.value
    return filterRows(sorted.value, filter.value, newest.value)
  })
  const filtering = computed(() => isFiltering(filter.value))

  function ask(change: Partial<ListFilter>): void {
    filter.value = { ...filter.value, ...change }
  }

  function clear(): void {
    filter.value = emptyFilter
  }

  /** Asks something else altogether. */
  function show(asked: { readonly filter: ListFilter; readonly sort: ListSort }): void {
    filter.value = asked.filter
    sort.value = asked.sort
  }

  /** Upwards, then downwards, then back to the standing order. */
  function sortBy(column: ListColumn): void {
    const now = sort.value?.column === column ? sort.value.direction : null
    if (now === 'descending') sort.value = null
    else sort.value = { column, direction: now === null ? 'ascending' : 'descending' }
  }

  return { filter, sort, newest, shown, filtering, ask, clear, show, sortBy }
}

export type ListView = ReturnType<typeof useListView>
