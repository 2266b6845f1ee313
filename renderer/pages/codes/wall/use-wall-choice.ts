import type { MerchantRow } from '@shared/domain/merchant'
import { computed, ref, shallowRef } from 'vue'

/**
 * The ticked merchants of the wall, and whether only they are shown. Those that were asked for by address count before
 * the list has arrived.
 */
export function useWallChoice(found: () => readonly MerchantRow[], start: readonly string[]) {
  const ticked = shallowRef<ReadonlySet<string>>(new Set(start))
  const only = ref(start.length > 0)
  const rows = computed(() => (only.value ? found().filter(({ appId }) => ticked.value.has(appId)) : found()))

  function toggle(appId: string): void {
    const next = new Set(ticked.value)
    if (!next.delete(appId)) next.add(appId)
    ticked.value = next
    if (next.size === 0) only.value = false
  }

  function showOnly(on: boolean): void {
    only.value = on
  }

  function clear(): void {
    ticked.value = new Set()
    only.value = false
  }

  return { ticked, only, rows, toggle, showOnly, clear }
}

export type WallChoice = ReturnType<typeof useWallChoice>
