import type { RolloutItem } from '@shared/domain/rollout'
import { computed, shallowRef } from 'vue'

/**
 * The ticked merchants of a rollout, by app id. They stay ticked while filters hide them. With `range`, all rows between the
 * last one ticked and this one take its new state.
 */
export function useRunSelection(shown: () => readonly RolloutItem[], before: ReadonlySet<string>) {
  const selected = shallowRef<ReadonlySet<string>>(before)
  let anchor: string | null = null

  const shownSelected = computed(() =>
    selected.value.size === 0 ? 0 : shown().filter(({ appId }) => selected.value.has(appId)).length
  )
  const allShownSelected = computed(() => shown().length > 0 && shownSelected.value === shown().length)

  function set(appIds: readonly string[], ticked: boolean): void {
    const next = new Set(selected.value)
    for (const appId of appIds) {
      if (ticked) next.add(appId)
      else next.delete(appId)
    }
    selected.value = next
  }

  function toggle(appId: string, range = false): void {
    set(range ? between(anchor, appId) : [appId], !selected.value.has(appId))
    anchor = appId
  }

  function between(from: string | null, to: string): readonly string[] {
    const appIds = shown().map(({ appId }) => appId)
    const last = appIds.indexOf(to)
    const first = from === null ? last : appIds.indexOf(from)
    return first < 0 ? [to] : appIds.slice(Math.min(first, last), Math.max(first, last) + 1)
  }

  function toggleAllShown(): void {
    const ticked = !allShownSelected.value
    set(
      shown().map(({ appId }) => appId),
      ticked
    )
  }

  function clear(): void {
    selected.value = new Set()
    anchor = null
  }

  return { selected, shownSelected, allShownSelected, toggle, toggleAllShown, clear }
}
