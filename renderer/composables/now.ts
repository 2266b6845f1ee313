import { createSharedComposable, useEventListener, useIntervalFn } from '@vueuse/core'
import { readonly, ref, type Ref } from 'vue'

const tickMs = 1000

/**
 * The time in milliseconds since 1970, moving once a second. Every component shares one clock; it stands still while
 * nobody looks at it, and while the page is hidden.
 */
export const useNow: () => Readonly<Ref<number>> = createSharedComposable(() => {
  const now = ref(Date.now())
  const tick = (): void => {
    if (!document.hidden) now.value = Date.now()
  }
  useIntervalFn(tick, tickMs)
  useEventListener(document, 'visibilitychange', tick)
  return readonly(now)
})
