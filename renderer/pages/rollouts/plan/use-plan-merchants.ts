import type { MerchantRow } from '@shared/domain/merchant'
import { computed, ref, shallowRef } from 'vue'
import { merchantIndex } from '@/pages/batches/merchant-index'
import { useListView } from '@/pages/merchants/use-list-view'
import { pastedMerchants } from './pasted-merchants'

/** Where the merchants of a plan come from; `given` are those that were handed over by another page. */
export type MerchantSource = 'given' | 'all' | 'filter' | 'pasted'

/**
 * To whom: the merchants of a plan, in the order of their turns. Those that were taken out one by one stay out. `fixed`: no others
 * than those that were handed over can be chosen.
 */
export function usePlanMerchants(
  rows: () => readonly MerchantRow[],
  given: readonly string[] | null,
  fixed: boolean = false
) {
  const source = ref<MerchantSource>(given === null ? 'all' : 'given')
  const view = useListView(rows)
  const pasted = ref('')
  const removed = shallowRef<ReadonlySet<string>>(new Set())

  const index = computed(() => merchantIndex(rows()))
  const found = computed(() => pastedMerchants(pasted.value, index.value))
  const handedOver = computed(() => (given ?? []).flatMap((appId) => index.value.find({ appId }).merchant ?? []))
  /** Those that were handed over and are not in the list of merchants any more. */
  const gone = computed(() => (given ?? []).length - handedOver.value.length)
  const all = computed(() => {
    switch (source.value) {
      case 'given':
        return handedOver.value
      case 'all':
        return rows()
      case 'filter':
        return view.shown.value
      case 'pasted':
        return found.value.merchants
    }
  })
  const chosen = computed(() => all.value.filter(({ appId }) => !removed.value.has(appId)))
  const appIds = computed(() => chosen.value.map(({ appId }) => appId))
  const removedCount = computed(() => all.value.length - chosen.value.length)
  const hasInput = computed(() => pasted.value.trim() !== '' || removed.value.size > 0 || view.filtering.value)

  function remove(ids: readonly string[]): void {
    removed.value = new Set([...removed.value, ...ids])
  }

  function restore(): void {
    removed.value = new Set()
  }

  return { given, fixed, source, view, pasted, found, gone, chosen, appIds, removedCount, hasInput, remove, restore }
}

export type PlanMerchants = ReturnType<typeof usePlanMerchants>
