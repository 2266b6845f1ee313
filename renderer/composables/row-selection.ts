import { computed, shallowRef, watch } from 'vue'

type Row = { readonly appId: string }

/**
 * The ticked merchants of a list, by app id; `before` are ticked at first. They stay ticked while filters hide them, and are
 * forgotten when they leave the list. With `range`, all rows between the last one ticked and this one take its new state.
 */
export function useRowSelection(all: () => readonly Row[], shown: () => readonly Row[], before: Iterable<string> = []) {
  const selected = shallowRef<ReadonlySet<string>>(new Set(before))
  let anchor: string | null = null

  const shownSelected = computed(() =>
    selected.value.size === 0 ? 0 : shown().filter((row) => selected.value.has(row.appId)).length
  )
  const allShownSelected = computed(() => shown().length > 0 && shownSelected.value === shown().length)

  watch(all, (rows) => {
    if (selected.value.size === 0) return
    const present = rows.filter((row) => selected.value.has(row.appId)).map((row) => row.appId)
    if (present.length < selected.value.size) selected.value = new Set(present)
  })

  function set(appIds: readonly string[], ticked: boolean): void {
    const next = new Set(selected.value)
    for (const appId of appIds) {
      if (ticked) next.add(appId)
      else next.delete(appId)
    }
    selected.value = next
  }

  function toggle(appId: string, range = false): void {
    const ticked = !selected.value.has(appId)
    set(range ? between(anchor, appId) : [appId], ticked)
    anchor = appId
  }

  function between(from: string | null, to: string): readonly string[] {
    const appIds = shown().map((row) => row.appId)
    const last = appIds.indexOf(to)
    const first = from === null ? last : appIds.indexOf(from)
    if (first < 0) return [to]
    return appIds.slice(Math.min(first, last), Math.max(first, last) + 1)
  }

  function toggleAllShown(): void {
    const ticked = !allShownSelected.value
    set(
      shown().map((row) => row.appId),
      ticked
    )
  }

  /** Ticks these, and with `keep` those that are ticked already as well; what the list does not have is passed over. */
  function choose(appIds: readonly string[], keep: boolean): void {
    const present = new Set(all().map((row) => row.appId))
    selected.value = new Set([...(keep ? selected.value : []), ...appIds.filter((appId) => present.has(appId))])
    anchor = null
  }

  function clear(): void {
    selected.value = new Set()
    anchor = null
  }

  return { selected, shownSelected, allShownSelected, toggle, toggleAllShown, choose, clear }
}

export type RowSelection = ReturnType<typeof useRowSelection>
