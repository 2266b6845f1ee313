import { computed } from 'vue'
import { useNow } from '@/composables/now'
import { useMerchantStore } from '@/stores/merchant'
import { actionStates } from './action-reasons'
import { nextAction } from './next-action'

/**
 * What can be done to the open merchant, kept up to date: a button that only has to wait counts down and enables itself.
 * `next` is null while the outcome of an operation has to be found out first (`mustSettle`).
 */
export function useVersionActions() {
  const store = useMerchantStore()
  const now = useNow()
  /** An operation that this page is just carrying out is told of by its dialog. */
  const mustSettle = computed(() => !!store.detail?.unsettled && (store.running === null || store.settling))
  return {
    reasons: computed(() => actionStates(store.detail, store.running, now.value)),
    next: computed(() => (mustSettle.value ? null : nextAction(store.detail?.versions ?? null))),
    mustSettle
  }
}
