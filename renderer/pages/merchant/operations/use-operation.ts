import type { OperationOutcome } from '@shared/contract'
import type { OperationKind } from '@shared/domain/operation'
import type { CallResult, DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { showNotice } from '@/components/frame/notices'
import { useNow } from '@/composables/now'
import { t } from '@/i18n'
import { useMerchantStore } from '@/stores/merchant'
import { waitText } from './waiting'

/** What became of an operation: accepted, or its outcome has to be found out, which the page's banner takes over. */
export type Ending = { readonly state: 'done'; readonly outcome: OperationOutcome } | { readonly state: 'unknown' }

/**
 * One operation as a dialog sees it. A refusal stays in `error` with the dialog open; when the platform asks to wait,
 * `waitReason` counts down. A second start while it runs does nothing. If the operator has left the page when it fails,
 * the failure is told in the corner, so that it is never lost.
 */
export function useOperation(onEnd: (ending: Ending) => void) {
  const store = useMerchantStore()
  const now = useNow()
  const error = shallowRef<DeskError | null>(null)
  const running = ref(false)
  const refusedAt = ref(0)
  let left = false
  onScopeDispose(() => (left = true))

  async function start(kind: OperationKind, send: () => Promise<CallResult<OperationOutcome>>): Promise<void> {
    if (running.value) return
    running.value = true
    error.value = null
    const answer = await store.carryOut(kind, send)
    running.value = false
    if (answer === null) return
    if (answer.ok) return onEnd({ state: 'done', outcome: answer.value })
    if (left) return showNotice(answer.error)
    if (answer.error.code === 'outcome_unknown') return onEnd({ state: 'unknown' })
    error.value = answer.error
    refusedAt.value = Date.now()
  }

  const waitReason = computed(() => {
    // The page's clock ticks once a second and may lie behind the refusal.
    const leftMs = (error.value?.retryAfterMs ?? 0) - Math.max(0, now.value - refusedAt.value)
    return leftMs > 0 ? t('versions.operations.platformAsksToWait', { left: waitText(leftMs) }) : null
  })
  return { error, running, waitReason, start }
}
