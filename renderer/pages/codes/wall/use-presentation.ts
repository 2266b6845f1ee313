import { computed, ref } from 'vue'
import type { CodeLoader } from './use-code-loader'
import { shownCode, whyNone, type WallItem } from './wall-items'

/**
 * One card of the wall at a time, large: opened from the wall, or one after the other over the whole screen. It is
 * remembered by its key; when its card leaves the wall, the one that took its place is shown.
 */
export function usePresentation(items: () => readonly WallItem[], loader: CodeLoader) {
  const key = ref<string | null>(null)
  const lastPlace = ref(0)
  const fullScreen = ref(false)

  const place = computed(() => {
    const found = items().findIndex((item) => item.key === key.value)
    return found >= 0 ? found : Math.min(lastPlace.value, items().length - 1)
  })
  const shown = computed(() => {
    const item = key.value === null ? undefined : items()[place.value]
    return item ? { item, code: shownCode(item, loader.states.get(item.key)) } : null
  })

  /** Over the whole screen it begins with the first that has a code. */
  function present(item: WallItem, full: boolean): void {
    fullScreen.value = full
    show(items().indexOf(item))
    if (full && whyNone(item) !== null) step(1)
  }

  function show(index: number): void {
    lastPlace.value = index
    key.value = items()[index]?.key ?? null
  }

  /** Goes round at both ends; over the whole screen past those that have no code, as nobody could scan them. */
  function step(direction: 1 | -1): void {
    const all = items()
    const count = all.length
    const next = (from: number): number => (from + direction + count) % count
    const isPassed = (at: number): boolean => {
      const item = all[at]
      return fullScreen.value && item !== undefined && whyNone(item) !== null
    }
    let at = next(place.value)
    while (isPassed(at) && at !== place.value) at = next(at)
    if (count > 0) show(at)
  }

  /** Answers what was shown last. */
  function close(): string | null {
    const last = shown.value?.item.key ?? null
    key.value = null
    fullScreen.value = false
    return last
  }

  return { shown, place, fullScreen, present, step, close }
}
