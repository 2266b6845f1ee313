import { useEventListener } from '@vueuse/core'
import { nextTick, readonly, ref, shallowRef, type Ref } from 'vue'

/** How long the pointer rests before a hint shows, in milliseconds; with the keyboard it shows at once. */
const restMs = 250
/** Letters may stand out of a low line: only a whole line that has no room is cut. */
const lineLeastPx = 8

export type Hint = {
  readonly target: Readonly<Ref<HTMLElement | null>>
  readonly text: Readonly<Ref<string>>
}

/**
 * Follows the pointer and the focus over elements with `data-hint`. One listener for the page instead of a tooltip for
 * every cell: a list row alone has five. The text is read again when it changes under the pointer (a copy button's).
 *
 * An element with `data-hint-cut` says its own text, and only while a part of it has no room.
 */
export function useHint(): Hint {
  const target = shallowRef<HTMLElement | null>(null)
  const text = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let pending: HTMLElement | null = null

  const observer = new MutationObserver(() => readText(target.value))

  function readText(element: HTMLElement | null): void {
    text.value = element ? hintOf(element) : ''
  }

  function show(element: HTMLElement): void {
    readText(element)
    target.value = element
    observer.disconnect()
    observer.observe(element, { attributes: true, attributeFilter: ['data-hint'] })
  }

  function hide(): void {
    clearTimeout(timer)
    pending = null
    observer.disconnect()
    target.value = null
  }

  function point(event: Event, delayMs: number): void {
    const element = hinted(event.target)
    if (element === pending) return
    hide()
    if (!element) return
    pending = element
    if (delayMs === 0) show(element)
    else timer = setTimeout(() => element.isConnected && show(element), delayMs)
  }

  useEventListener(document, 'pointerover', (event) => point(event, restMs))
  useEventListener(document, 'focusin', (event) => {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) point(event, 0)
  })
  useEventListener(document, 'focusout', hide)
  useEventListener(document, 'pointerleave', hide)
  useEventListener(document, 'scroll', hide, { capture: true, passive: true })
  useEventListener(document, 'keydown', (event) => event.key === 'Escape' && hide())
  // A click often changes what the hint is about; show it again at once, with the text as it is now.
  useEventListener(document, 'click', (event) => {
    const element = hinted(event.target)
    hide()
    if (!element) return
    pending = element
    void nextTick(() => element.isConnected && pending === element && show(element))
  })

  return { target: readonly(target) as Readonly<Ref<HTMLElement | null>>, text }
}

function hinted(target: EventTarget | null): HTMLElement | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-hint], [data-hint-cut]') : null
  if (!element) return null
  return hintOf(element) === '' ? hinted(element.parentElement) : element
}

function hintOf(element: HTMLElement): string {
  const { hint, hintCut } = element.dataset
  if (hint !== undefined) return hint
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
  const isCut = scrollWidth > clientWidth || scrollHeight > clientHeight + lineLeastPx
  return hintCut !== undefined && isCut ? element.textContent.trim() : ''
}
