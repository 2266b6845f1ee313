import type { CapabilityMatrix } from '@shared/domain/capability'
import type { MerchantRow } from '@shared/domain/merchant'
import { computed, ref, shallowRef } from 'vue'
import type { FilterOption } from '@/pages/merchants/filter-options'
import { useListView } from '@/pages/merchants/use-list-view'
import { cellLook, cellState, cellStates, matrixLines, unreadOf, type CellState } from './matrix-cells'

/**
 * What the operator asked of the matrix, and the lines that answer it: a search and tags as in the merchant list, and the
 * states of one chosen capability.
 */
export function useMatrixView(merchants: () => readonly MerchantRow[], matrix: () => CapabilityMatrix | null) {
  const list = useListView(merchants)
  const chosenKey = ref<string | null>(null)
  const states = shallowRef<readonly CellState[]>([])

  const columns = computed(() => matrix()?.capabilities ?? [])
  const chosen = computed(() => columns.value.find(({ key }) => key === chosenKey.value) ?? null)
  const all = computed(() => matrixLines(merchants(), matrix()?.rows ?? []))
  const found = computed(() => matrixLines(list.shown.value, matrix()?.rows ?? []))
  const lines = computed(() => {
    const key = chosen.value?.key
    if (key === undefined || states.value.length === 0) return found.value
    return found.value.filter((line) => states.value.includes(cellState(line, key)))
  })
  const options = computed<readonly FilterOption<CellState>[]>(() => {
    const { key, way } = chosen.value ?? { key: '', way: 'general' as const }
    const counts = new Map<CellState, number>()
    for (const line of found.value) {
      const state = cellState(line, key)
      counts.set(state, (counts.get(state) ?? 0) + 1)
    }
    return cellStates.map((state) => ({ value: state, text: cellLook(state, way).text, count: counts.get(state) ?? 0 }))
  })
  const filtering = computed(() => list.filtering.value || (chosen.value !== null && states.value.length > 0))
  const unread = computed(() => unreadOf(found.value))
  /** Of those listed, the merchants that may apply for the chosen capability now. */
  const applicable = computed(() => {
    const key = chosen.value?.key
    if (key === undefined) return []
    return lines.value
      .filter((line) => line.merchant.authorization !== 'lost' && cellState(line, key) === 'can_apply')
      .map(({ merchant }) => merchant.appId)
  })

  function choose(key: string | null): void {
    chosenKey.value = key
    if (key === null) states.value = []
  }

  function setStates(asked: readonly CellState[]): void {
    states.value = asked
  }

  function clear(): void {
    list.clear()
    states.value = []
  }

  return { list, chosen, states, columns, all, lines, options, filtering, unread, applicable, choose, setStates, clear }
}

export type MatrixView = ReturnType<typeof useMatrixView>
