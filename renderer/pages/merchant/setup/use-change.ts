import type { CallResult, DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { showNotice } from '@/components/frame/notices'
import { useNow } from '@/composables/now'
import { t } from '@/i18n'
import { waitText } from '../operations/waiting'
import type { Facet } from './use-facet'

/** How a change ended that the dialog need not stay open for; an unknown outcome is for the history to settle. */
export type ChangeEnding = 'done' | 'unknown'

/**
 * One change of a merchant's set-up as its dialog sees it. A refusal stays in `error` with the dialog open; when the
 * platform asks to wait, `waitReason` counts down. A second start while it runs does nothing. If the operator has left the
 * page when it fails, the failure is told in the corner.
 */
export function useChange<Detail>(carryOut: Facet<Detail>['carryOut'], onEnd: (ending: ChangeEnding) => void) {
  const now = useNow()
  const error = shallowRef<DeskError | null>(null)
  const running = ref(false)
  const refusedAt = ref(0)
  let left = false
  onScopeDispose(() => (left = true))

  async function start(send: () => Promise<CallResult<Detail>>): Promise<void> {
    if (running.value) return
    running.value = true
    error.value = null
    const answer = await carryOut(send)
    running.value = false
    if (answer === null) return
    if (answer.ok) return onEnd('done')
    if (left) return showNotice(answer.error)
    if (answer.error.code === 'outcome_unknown') return onEnd('unknown')
    error.value = answer.error
    refusedAt.value = Date.now()
  }

  const waitReason = computed(() => {
    // The page's clock ticks once a second and may lie behind the refusal.
    const leftMs = (error.value?.retryAfterMs ?? 0) - Math.max(0, now.value - refusedAt.value)
    return leftMs > 0 ? t('profile.setup.wait', { wait: waitText(leftMs) }) : null
  })
  return { error, running, waitReason, start }
}
