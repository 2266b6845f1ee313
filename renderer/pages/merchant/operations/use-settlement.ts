import type { Operation } from '@shared/domain/operation'
import type { DeskError } from '@shared/errors'
import { ref, shallowRef, watch } from 'vue'
import { useMerchantStore } from '@/stores/merchant'

/**
 * Finds out at the operator's wish how an operation with a lost answer ended. A certain ending arrives in the store's
 * `settled`; here stand only that it is still not known, and since when, or why it could not be looked into.
 */
export function useSettlement(operation: () => Operation) {
  const store = useMerchantStore()
  const stillUnknownAt = ref<number | null>(null)
  const error = shallowRef<DeskError | null>(null)
  watch(
    () => operation().id,
    () => {
      stillUnknownAt.value = null
      error.value = null
    }
  )

  async function settle(): Promise<void> {
    error.value = null
    const answer = await store.settle(operation())
    if (answer === null || answer.ok) return
    if (answer.error.code === 'outcome_unknown') stillUnknownAt.value = Date.now()
    else if (answer.error.code !== 'not_carried_out') error.value = answer.error
  }

  return { stillUnknownAt, error, settle }
}
