import type { ListColumn } from '@shared/domain/lists'

/** How much wider a column gets with one press of a key, in pixels. */
const stepPx = 16

/**
 * Makes columns wider and narrower: their right edge is dragged, or Alt with the arrow keys pressed in the head. `resize` is told
 * the width in pixels, with `done` false while it is still being dragged.
 */
export function useColumnDrag(resize: (column: ListColumn, px: number, done: boolean) => void) {
  let dragged: { readonly column: ListColumn; readonly fromPx: number; readonly widthPx: number } | null = null
  let moved = false

  function begin(event: PointerEvent, column: ListColumn): void {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return
    event.currentTarget.setPointerCapture(event.pointerId)
    dragged = { column, fromPx: event.clientX, widthPx: widthOf(event.currentTarget) }
    moved = false
  }

  function go(event: PointerEvent): void {
    if (!dragged) return
    moved = true
    resize(dragged.column, dragged.widthPx + event.clientX - dragged.fromPx, false)
  }

  function end(event: PointerEvent): void {
    // A press without a movement leaves the column as it is.
    if (dragged && moved) resize(dragged.column, dragged.widthPx + event.clientX - dragged.fromPx, true)
    dragged = null
  }

  function press(event: KeyboardEvent, column: ListColumn): void {
    if (!event.altKey || !(event.currentTarget instanceof HTMLElement)) return
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    resize(column, widthOf(event.currentTarget) + (event.key === 'ArrowRight' ? stepPx : -stepPx), true)
  }

  return { begin, go, end, press }
}

function widthOf(element: HTMLElement): number {
  return element.closest('[role="columnheader"]')?.getBoundingClientRect().width ?? 0
}
