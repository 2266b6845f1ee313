import type { RolloutItem } from '@shared/domain/rollout'
import { computed, type Ref } from 'vue'

export type RunKeyActions = {
  open(item: RolloutItem): void
  toggle(item: RolloutItem, range: boolean): void
  toggleAll(): void
  retry(item: RolloutItem): void
  /** Nothing is active any more, and nothing ticked. */
  leave(): void
  reveal(index: number): void
}

/**
 * A rollout's merchants by keyboard. The focus stays on the grid; the active row is remembered by app id, so that it is
 * kept when its state moves it elsewhere.
 */
export function useRunKeys(
  items: () => readonly RolloutItem[],
  activeId: Ref<string | null>,
  rowsPerPage: () => number,
  actions: RunKeyActions
) {
  const activeIndex = computed(() =>
    activeId.value === null ? -1 : items().findIndex(({ appId }) => appId === activeId.value)
  )

  function activate(index: number): void {
    const place = Math.min(Math.max(0, index), items().length - 1)
    const item = items()[place]
    if (!item) return
    activeId.value = item.appId
    actions.reveal(place)
  }

  function target(key: string): number | null {
    const from = activeIndex.value
    const places: Readonly<Record<string, number>> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: Math.max(0, from) + rowsPerPage(),
      PageUp: from - rowsPerPage(),
      Home: 0,
      End: items().length - 1
    }
    return places[key] ?? null
  }

  function act(event: KeyboardEvent, item: RolloutItem): boolean {
    const key = event.key.toLowerCase()
    if (key === 'enter') actions.open(item)
    else if (key === ' ') actions.toggle(item, event.shiftKey)
    else if (key === 'r') actions.retry(item)
    else return false
    return true
  }

  /** Handles a key; what is not the grid's is left alone. */
  function press(event: KeyboardEvent): void {
    if (event.altKey) return
    const item = items()[activeIndex.value]
    const index = target(event.key)
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return
      actions.toggleAll()
    } else if (event.key === 'Escape') actions.leave()
    else if (index !== null) activate(index)
    else if (!item || !act(event, item)) return
    event.preventDefault()
  }

  return { activeIndex, activate, press }
}
