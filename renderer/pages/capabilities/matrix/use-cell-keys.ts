import { computed, ref } from 'vue'
import type { MatrixLine } from './matrix-cells'

export type CellActions = {
  open(line: MatrixLine): void
  toggle(line: MatrixLine, range: boolean): void
  toggleAll(): void
  clearSelection(): void
  reveal(line: number, column: number): void
}

/**
 * The matrix by keyboard. The focus stays on the grid and one cell is the active one; its merchant is remembered by app id,
 * so that it survives being scrolled out of what is drawn, and filters.
 */
export function useCellKeys(
  lines: () => readonly MatrixLine[],
  columns: () => number,
  linesPerPage: () => number,
  actions: CellActions
) {
  const activeId = ref<string | null>(null)
  const activeColumn = ref(0)
  const activeLine = computed(() =>
    activeId.value === null ? -1 : lines().findIndex(({ merchant }) => merchant.appId === activeId.value)
  )

  function activate(line: number, column = activeColumn.value): void {
    const place = Math.min(Math.max(0, line), lines().length - 1)
    const found = lines()[place]
    if (!found) return
    activeId.value = found.merchant.appId
    activeColumn.value = Math.min(Math.max(0, column), Math.max(0, columns() - 1))
    actions.reveal(place, activeColumn.value)
  }

  function move(key: string): boolean {
    const line = activeLine.value
    const column = activeColumn.value
    const targets = new Map<string, readonly [line: number, column: number]>([
      ['ArrowDown', [line + 1, column]],
      ['ArrowUp', [line - 1, column]],
      ['ArrowRight', line < 0 ? [0, 0] : [line, column + 1]],
      ['ArrowLeft', [line, column - 1]],
      ['PageDown', [Math.max(0, line) + linesPerPage(), column]],
      ['PageUp', [line - linesPerPage(), column]],
      ['Home', [line, 0]],
      ['End', [line, columns() - 1]]
    ])
    const target = targets.get(key)
    if (target) activate(...target)
    return target !== undefined
  }

  function act(key: string, shift: boolean): boolean {
    const line = lines()[activeLine.value]
    if (!line || (key !== 'Enter' && key !== ' ')) return false
    if (key === 'Enter') actions.open(line)
    else actions.toggle(line, shift)
    return true
  }

  function withCtrl(key: string): boolean {
    if (key === 'Home') activate(0, 0)
    else if (key === 'End') activate(lines().length - 1)
    else if (key.toLowerCase() === 'a') actions.toggleAll()
    else return false
    return true
  }

  /** Handles a key; what is not the grid's is left alone. */
  function press(event: KeyboardEvent): void {
    if (event.altKey || event.isComposing) return
    let taken: boolean
    if (event.ctrlKey || event.metaKey) taken = withCtrl(event.key)
    else if (event.key === 'Escape') taken = clear()
    else taken = move(event.key) || act(event.key, event.shiftKey)
    if (taken) event.preventDefault()
  }

  function clear(): boolean {
    actions.clearSelection()
    return true
  }

  return { activeId, activeColumn, activeLine, activate, press }
}
