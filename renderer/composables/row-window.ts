import { useElementSize } from '@vueuse/core'
import { computed, onActivated, ref, watch, type Ref } from 'vue'

/** Rows drawn beyond each edge, so that a turn of the wheel shows no gap; each costs every key pressed in the search. */
const overscan = 2

export type WindowedRow<Row> = {
  readonly row: Row
  readonly index: number
  /** The same few keys over and over: a row that scrolls in takes over the elements of one that scrolled out. */
  readonly slot: number
}

/**
 * Which rows of a long list are drawn. Rows are all of one height, under a head that stays in sight; `viewport` is the
 * scrolling element, whose place is kept while the page is away. Good for up to 800,000 rows of 40 pixels, where
 * Chromium's elements end.
 */
export function useRowWindow<Row>(
  viewport: Readonly<Ref<HTMLElement | null>>,
  rows: () => readonly Row[],
  { rowHeightPx, headHeightPx }: { readonly rowHeightPx: number; readonly headHeightPx: number }
) {
  const scrollTop = ref(0)
  const { height } = useElementSize(viewport)
  // Before the element is measured the window's height serves, so that the first paint already has its rows.
  const shownHeight = computed(() => (height.value > 0 ? height.value - headHeightPx : window.innerHeight))
  const slots = computed(() => Math.ceil(shownHeight.value / rowHeightPx) + 2 * overscan + 1)
  const totalHeight = computed(() => rows().length * rowHeightPx)

  const firstInSight = computed(() => {
    const top = Math.min(scrollTop.value, Math.max(0, totalHeight.value - shownHeight.value))
    return Math.floor(top / rowHeightPx)
  })
  const first = computed(() => Math.max(0, firstInSight.value - overscan))
  const drawn = computed<readonly WindowedRow<Row>[]>(() => {
    const inSight = Math.ceil(shownHeight.value / rowHeightPx) + 1
    return rows()
      .slice(first.value, firstInSight.value + inSight + overscan)
      .map((row, place) => ({ row, index: first.value + place, slot: (first.value + place) % slots.value }))
  })
  const rowsPerPage = computed(() => Math.max(1, Math.floor(shownHeight.value / rowHeightPx) - 1))

  function readScroll(): void {
    scrollTop.value = viewport.value?.scrollTop ?? 0
  }

  function scrollTo(top: number): void {
    // Setting it makes the browser lay out the page at once, which costs more than all the rest of a key press.
    if (top === scrollTop.value) return
    viewport.value?.scrollTo({ top })
    scrollTop.value = Math.max(0, top)
  }

  /** Scrolls as little as shows the whole row. */
  function reveal(index: number): void {
    const top = index * rowHeightPx
    // Measured now: the observed height may be a frame behind.
    const sightPx = viewport.value?.clientHeight ? viewport.value.clientHeight - headHeightPx : shownHeight.value
    if (top < scrollTop.value) scrollTo(top)
    else if (top + rowHeightPx > scrollTop.value + sightPx) scrollTo(top + rowHeightPx - sightPx)
  }

  /** Keeps a row in sight that would be lost because the list became less high (a bar that appears beneath it). */
  function keepInSight(index: () => number): void {
    watch(shownHeight, (_, before) => {
      const top = index() * rowHeightPx - scrollTop.value
      if (top >= 0 && top + rowHeightPx <= before) reveal(index())
    })
  }

  // A page that is put away loses its scroll position with its elements.
  onActivated(() => viewport.value?.scrollTo({ top: scrollTop.value }))

  return { drawn, totalHeight, first, rowsPerPage, readScroll, scrollTo, reveal, keepInSight }
}
