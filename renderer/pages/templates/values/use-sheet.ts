import { computed, nextTick, ref } from 'vue'

type Sheet = {
  readonly rows: () => number
  readonly columns: () => number
  readonly rowsPerPage: () => number
  readonly disabled: () => boolean
  /** The text of a cell, to be edited from. */
  readonly read: (row: number, column: number) => string
  readonly write: (row: number, column: number, value: string) => void
  readonly reveal: (row: number, column: number) => void
  /** Gives the focus back to the grid after an edit. */
  readonly focus: () => void
}

/**
 * The active cell of a grid and the edit in it, by the keys of a spreadsheet: arrows move, Enter, F2 or a character edits,
 * Delete empties; in an edit Enter goes down, Tab to the right, Esc takes it back.
 */
export function useSheet(sheet: Sheet) {
  const row = ref(0)
  const column = ref(0)
  /** What is typed in the active cell; null while nothing is edited. */
  const draft = ref<string | null>(null)
  const active = computed(() => ({
    row: Math.min(row.value, sheet.rows() - 1),
    column: Math.min(column.value, sheet.columns() - 1)
  }))

  function moveTo(toRow: number, toColumn: number): void {
    row.value = clamp(toRow, sheet.rows())
    column.value = clamp(toColumn, sheet.columns())
    sheet.reveal(row.value, column.value)
  }

  function edit(text: string | null = null): void {
    const { row: here, column: there } = active.value
    if (sheet.disabled() || here < 0 || there < 0) return
    draft.value = text ?? sheet.read(here, there)
  }

  function finish(keep: boolean): void {
    if (draft.value === null) return
    const text = draft.value
    draft.value = null
    if (keep) sheet.write(active.value.row, active.value.column, text)
  }

  function leaveEdit(keep: boolean, byRows: number, byColumns: number): void {
    finish(keep)
    moveTo(active.value.row + byRows, active.value.column + byColumns)
    void nextTick(sheet.focus)
  }

  const moves: Readonly<Record<string, () => readonly [number, number]>> = {
    ArrowUp: () => [-1, 0],
    ArrowDown: () => [1, 0],
    ArrowLeft: () => [0, -1],
    ArrowRight: () => [0, 1],
    PageUp: () => [-sheet.rowsPerPage(), 0],
    PageDown: () => [sheet.rowsPerPage(), 0],
    Home: () => [0, -sheet.columns()],
    End: () => [0, sheet.columns()]
  }

  /** A press on the grid itself. */
  function press(event: KeyboardEvent): void {
    if (draft.value !== null || event.altKey || event.isComposing) return
    const mod = event.ctrlKey || event.metaKey
    const move = moves[event.key]?.()
    if (move && mod) moveTo(event.key === 'Home' ? 0 : active.value.row + move[0] * sheet.rows(), active.value.column)
    else if (move) moveTo(active.value.row + move[0], active.value.column + move[1])
    else if (mod) return
    else if (event.key === 'Enter' || event.key === 'F2') edit()
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (!sheet.disabled()) sheet.write(active.value.row, active.value.column, '')
    } else if (event.key.length === 1) edit(event.key === ' ' ? null : event.key)
    else return
    event.preventDefault()
  }

  /** A press in the edit. */
  function pressInEdit(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.isComposing) return
    if (event.key === 'Enter') leaveEdit(true, 1, 0)
    else if (event.key === 'Tab') leaveEdit(true, 0, event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') leaveEdit(false, 0, 0)
    else return
    event.preventDefault()
  }

  return { active, draft, moveTo, edit, finish, press, pressInEdit }
}

function clamp(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place))
}
