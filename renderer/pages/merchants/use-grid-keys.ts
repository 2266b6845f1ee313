import type { MerchantRow } from '@shared/domain/merchant'
import { computed, ref } from 'vue'

export type GridActions = {
  open(row: MerchantRow): void
  toggle(row: MerchantRow, range: boolean): void
  toggleAll(): void
  clearSelection(): void
  copy(row: MerchantRow): void
  editTags(row: MerchantRow): void
  refresh(row: MerchantRow): void
  reveal(index: number): void
}

/**
 * The list by keyboard. The focus stays on the grid and one row is the active one, so that it survives its row being
 * scrolled out of what is drawn. It is remembered by app id: sorting and filtering do not lose it.
 */
export function useGridKeys(rows: () => readonly MerchantRow[], rowsPerPage: () => number, actions: GridActions) {
  const activeId = ref<string | null>(null)
  const activeIndex = computed(() =>
    activeId.value === null ? -1 : rows().findIndex((row) => row.appId === activeId.value)
  )

  function activate(index: number): void {
    const place = Math.min(Math.max(0, index), rows().length - 1)
    const row = rows()[place]
    if (!row) return
    activeId.value = row.appId
    actions.reveal(place)
  }

  function target(event: KeyboardEvent): number | null {
    const from = activeIndex.value
    switch (event.key) {
      case 'ArrowDown':
        return from + 1
      case 'ArrowUp':
        return from - 1
      case 'PageDown':
        return Math.max(0, from) + rowsPerPage()
      case 'PageUp':
        return from - rowsPerPage()
      case 'Home':
        return 0
      case 'End':
        return rows().length - 1
      default:
        return null
    }
  }

  function act(event: KeyboardEvent, row: MerchantRow): boolean {
    switch (event.key.toLowerCase()) {
      case 'enter':
        actions.open(row)
        return true
      case ' ':
        actions.toggle(row, event.shiftKey)
        return true
      case 'c':
        actions.copy(row)
        return true
      case 't':
        actions.editTags(row)
        return true
      case 'r':
        actions.refresh(row)
        return true
      default:
        return false
    }
  }

  /** Handles a key; what is not the grid's is left alone. */
  function press(event: KeyboardEvent): void {
    if (event.altKey) return
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return
      actions.toggleAll()
    } else if (event.key === 'Escape') {
      actions.clearSelection()
    } else {
      const index = target(event)
      const row = rows()[activeIndex.value]
      if (index !== null) activate(index)
      else if (!row || !act(event, row)) return
    }
    event.preventDefault()
  }

  return { activeId, activeIndex, activate, press }
}
