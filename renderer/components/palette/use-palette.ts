import { computed, ref, watch, type ComputedRef } from 'vue'
import type { PaletteEntry } from './palette-entry'
import { pinyinIsLoaded } from './pinyin'
import { recentIds } from './recent'
import { searchEntries, type FoundGroup } from './search'

/** Rows that Page up and Page down skip. */
const pageRows = 8

/**
 * What was asked, what answers it, and which of the answers is the active one. The best is active after every key.
 * `present` is the entry of what is shown already: it was used last, and nobody wants to go there.
 */
export function usePalette(entries: () => readonly PaletteEntry[], present: () => string | null) {
  const query = ref('')
  const place = ref(0)
  const groups: ComputedRef<readonly FoundGroup[]> = computed(() => {
    void pinyinIsLoaded.value // the same query finds more then
    const recent = recentIds.value.filter((id) => id !== present())
    return searchEntries(entries(), query.value, recent)
  })
  const found = computed(() => groups.value.flatMap((group) => group.found.map(({ entry }) => entry)))
  const active = computed(() => found.value[Math.min(place.value, found.value.length - 1)] ?? null)
  watch(query, () => (place.value = 0))

  function activate(entry: PaletteEntry): void {
    place.value = Math.max(0, found.value.indexOf(entry))
  }

  /** Moves by so many rows: one from the last leads to the first and back, more stop at the ends. */
  function move(rows: number): void {
    const last = found.value.length - 1
    const next = Math.min(place.value, last) + rows
    const goesRound = Math.abs(rows) === 1 && (next < 0 || next > last)
    place.value = goesRound ? (next < 0 ? Math.max(0, last) : 0) : Math.min(Math.max(0, next), Math.max(0, last))
  }

  const moves: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows
  }

  return { query, groups, found, active, activate, move, moves }
}
