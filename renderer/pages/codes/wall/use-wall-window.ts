import { useElementSize } from '@vueuse/core'
import { computed, ref, type Ref } from 'vue'

/** Measures of a card in CSS pixels: what stands around the code, the words below it, and the room between cards. */
export const quietZonePx = 16
export const wordsPx = 92
export const gapPx = 12

/** Rows read and drawn beyond each edge: near the screen. */
const overscan = 1

/** Which cards of the wall are drawn: as many columns as fit, and only the rows near the screen. */
export function useWallWindow(viewport: Readonly<Ref<HTMLElement | null>>, count: () => number, codePx: () => number) {
  const scrollTop = ref(0)
  const { width, height } = useElementSize(viewport)
  const cardPx = computed(() => codePx() + 2 * quietZonePx)
  const rowPx = computed(() => cardPx.value + wordsPx + gapPx)
  const columns = computed(() => {
    const room = width.value > 0 ? width.value : window.innerWidth
    return Math.max(1, Math.floor((room + gapPx) / (cardPx.value + gapPx)))
  })
  const rowCount = computed(() => Math.ceil(count() / columns.value))
  const totalHeight = computed(() => rowCount.value * rowPx.value)
  const shownHeight = computed(() => (height.value > 0 ? height.value : window.innerHeight))

  const first = computed(() => {
    const top = Math.min(scrollTop.value, Math.max(0, totalHeight.value - shownHeight.value))
    return Math.max(0, Math.floor(top / rowPx.value) - overscan)
  })
  const last = computed(() => first.value + Math.ceil(shownHeight.value / rowPx.value) + 2 * overscan)
  /** The rows to draw, from 0. */
  const rows = computed(() =>
    Array.from(
      { length: Math.max(0, Math.min(rowCount.value, last.value + 1) - first.value) },
      (_, i) => first.value + i
    )
  )
  const rowsPerPage = computed(() => Math.max(1, Math.floor(shownHeight.value / rowPx.value)))

  function readScroll(): void {
    scrollTop.value = viewport.value?.scrollTop ?? 0
  }

  /** Scrolls as little as shows the whole card. */
  function reveal(index: number): void {
    const top = Math.floor(index / columns.value) * rowPx.value
    const bottom = top + rowPx.value
    const view = viewport.value
    if (!view) return
    if (top < view.scrollTop) view.scrollTop = top
    else if (bottom > view.scrollTop + shownHeight.value) view.scrollTop = bottom - shownHeight.value
    readScroll()
  }

  return { columns, rows, rowPx, cardPx, rowCount, totalHeight, rowsPerPage, readScroll, reveal }
}
