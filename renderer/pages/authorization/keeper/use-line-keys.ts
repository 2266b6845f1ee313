import { computed, ref } from 'vue'

type Line = { readonly appId: string }

/**
 * A list of lines by keyboard: arrows, Page, Home and End move the active line, other keys do what `commands` says with it
 * (by lower-case key). The active line is remembered by app id, so that a new order does not lose it.
 */
export function useLineKeys<Row extends Line>(
  rows: () => readonly Row[],
  rowsPerPage: () => number,
  reveal: (index: number) => void,
  commands: Readonly<Record<string, (row: Row) => void>>
) {
  const activeId = ref<string | null>(null)
  const activeIndex = computed(() => rows().findIndex(({ appId }) => appId === activeId.value))

  function activate(index: number): void {
    const place = Math.min(Math.max(0, index), rows().length - 1)
    const row = rows()[place]
    if (!row) return
    activeId.value = row.appId
    reveal(place)
  }

  function target(key: string): number | null {
    const from = activeIndex.value
    const targets = new Map([
      ['ArrowDown', from + 1],
      ['ArrowUp', from - 1],
      ['PageDown', Math.max(0, from) + rowsPerPage()],
      ['PageUp', from - rowsPerPage()],
      ['Home', 0],
      ['End', rows().length - 1]
    ])
    return targets.get(key) ?? null
  }

  /** Handles a key; what is not the list's is left alone. */
  function press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
    const index = target(event.key)
    const row = rows()[activeIndex.value]
    const command = new Map(Object.entries(commands)).get(event.key.toLowerCase())
    if (index !== null) activate(index)
    else if (row && command) command(row)
    else return
    event.preventDefault()
  }

  return { activeId, press }
}
