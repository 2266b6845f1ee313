import { computed, ref } from 'vue'

type HasAppId = { readonly appId: string }

export type RowCommands<Row> = {
  /** What a key does with the active row, by its lower-case name. */
  readonly row: Readonly<Record<string, (row: Row, event: KeyboardEvent) => void>>
  /** Ctrl or Cmd and A. */
  readonly all?: () => void
  /** Escape. */
  readonly leave?: () => void
}

/**
 * A list of rows by keyboard: arrows, Page, Home and End move the active row, other keys do what `commands` says. The focus
 * stays on the grid, so that it survives its row being scrolled out of what is drawn. The active row is remembered by app id
 * (`activeId`, where somebody else keeps it): sorting and filtering do not lose it.
 */
export function useRowKeys<Row extends HasAppId>(
  rows: () => readonly Row[],
  page: { readonly rowsPerPage: () => number; readonly reveal: (index: number) => void },
  commands: RowCommands<Row>,
  activeId = ref<string | null>(null)
) {
  const ofRow = new Map(Object.entries(commands.row))
  const activeIndex = computed(() =>
    activeId.value === null ? -1 : rows().findIndex(({ appId }) => appId === activeId.value)
  )

  function activate(index: number): void {
    const place = Math.min(Math.max(0, index), rows().length - 1)
    const row = rows()[place]
    if (!row) return
    activeId.value = row.appId
    page.reveal(place)
  }

  function target(key: string): number | null {
    const from = activeIndex.value
    const targets = new Map([
      ['ArrowDown', from + 1],
      ['ArrowUp', from - 1],
      ['PageDown', Math.max(0, from) + page.rowsPerPage()],
      ['PageUp', from - page.rowsPerPage()],
      ['Home', 0],
      ['End', rows().length - 1]
    ])
    return targets.get(key) ?? null
  }

  /** What a key does; null for one that is not the list's. */
  function deed(event: KeyboardEvent): (() => void) | null {
    const key = event.key.toLowerCase()
    if (event.altKey || event.isComposing) return null
    if (event.ctrlKey || event.metaKey) return key === 'a' ? (commands.all ?? null) : null
    if (key === 'escape') return commands.leave ?? null
    const index = target(event.key)
    if (index !== null) return () => activate(index)
    const row = rows()[activeIndex.value]
    const command = ofRow.get(key)
    return row && command ? () => command(row, event) : null
  }

  /** Handles a key; what is not the list's is left alone. */
  function press(event: KeyboardEvent): void {
    const act = deed(event)
    if (act === null) return
    act()
    event.preventDefault()
  }

  return { activeId, activeIndex, activate, press }
}
