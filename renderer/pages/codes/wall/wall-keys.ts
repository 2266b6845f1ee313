/** What the wall's keys do; `active` is the card that they are about, -1 for none. */
export type WallActions = {
  readonly active: () => number
  readonly count: () => number
  readonly columns: () => number
  readonly rowsPerPage: () => number
  readonly activate: (index: number) => void
  readonly open: (index: number) => void
  readonly present: (index: number) => void
  readonly copy: (index: number) => void
  readonly save: (index: number) => void
  readonly tick: (index: number) => void
}

/** The wall by keyboard: arrows move, Enter enlarges, F presents, C copies, S saves, the space bar ticks. */
export function wallKeys(actions: WallActions) {
  function target(key: string): number | null {
    const from = actions.active()
    if (from < 0 && key.startsWith('Arrow')) return 0
    switch (key) {
      case 'ArrowRight':
        return from + 1
      case 'ArrowLeft':
        return from - 1
      case 'ArrowDown':
        return from + actions.columns()
      case 'ArrowUp':
        return from - actions.columns()
      case 'PageDown':
        return Math.max(0, from) + actions.rowsPerPage() * actions.columns()
      case 'PageUp':
        return from - actions.rowsPerPage() * actions.columns()
      case 'Home':
        return 0
      case 'End':
        return actions.count() - 1
      default:
        return null
    }
  }

  const commands = new Map<string, (index: number) => void>([
    ['enter', actions.open],
    ['f', actions.present],
    ['c', actions.copy],
    ['s', actions.save],
    [' ', actions.tick]
  ])

  /** Handles a key of the wall itself; those of a button within it are left alone. */
  return function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.target instanceof HTMLElement && event.target.matches('button, input')) return
    const index = target(event.key)
    if (index !== null) {
      actions.activate(Math.min(Math.max(0, index), actions.count() - 1))
      event.preventDefault()
      return
    }
    const command = commands.get(event.key.toLowerCase())
    if (!command || event.repeat || actions.active() < 0) return
    event.preventDefault()
    command(actions.active())
  }
}
