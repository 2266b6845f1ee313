import type { CategoryDetail } from '@shared/contract'
import type { CallResult, DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { showNotice } from '@/components/frame/notices'
import { useNow } from '@/composables/now'
import { waitText } from '../operations/waiting'
import type { Facet } from '../setup/use-facet'

export type CarryOut = Facet<CategoryDetail>['carryOut']

/** `unknown`: the answer was lost; the list of changes has it, and finds out. */
export type ChangeEnding = 'done' | 'unknown'

/**
 * One change of the categories as a dialog sees it. A refusal stays in `error` with the dialog open; when the platform asks
 * to wait, `waitReason` counts down. If the operator has left when it fails, it is told in the corner.
 */
export function useCategoryChange(carryOut: CarryOut, onEnd: (ending: ChangeEnding) => void) {
  const now = useNow()
  const error = shallowRef<DeskError | null>(null)
  const running = ref(false)
  const refusedAt = ref(0)
  let left = false
  onScopeDispose(() => (left = true))

  /** A second start while one runs does nothing. */
  async function start(send: () => Promise<CallResult<CategoryDetail>>): Promise<void> {
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
    return leftMs > 0 ? `平台要求稍后再试，还剩 ${waitText(leftMs)}` : null
  })
  return { error, running, waitReason, start }
}
