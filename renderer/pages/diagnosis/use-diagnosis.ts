import { diagnosisSteps, type DiagnosisStep } from '@shared/domain/diagnosis'
import type { DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call, listen } from '@/client'

/**
 * Diagnoses an account at once, and again when asked or when the account changes; its steps are shown as they come. The
 * answer, which has them all, is what stands in the end. An answer about an account that was left meanwhile is dropped.
 */
export function useDiagnosis(accountId: () => string) {
  const told = shallowRef<readonly DiagnosisStep[]>([])
  const error = shallowRef<DeskError | null>(null)
  const running = ref(false)
  const finishedAt = ref<number | null>(null)
  let question = 0

  /** Those that have begun, in the order in which they run. */
  const steps = computed(() => diagnosisSteps.flatMap((name) => told.value.find((step) => step.name === name) ?? []))

  async function begin(): Promise<void> {
    const here = ++question
    told.value = []
    error.value = finishedAt.value = null
    running.value = true
    const answer = await call('accounts.diagnose', { accountId: accountId() })
    if (here !== question) return
    running.value = false
    if (!answer.ok) {
      error.value = answer.error
      return
    }
    told.value = answer.value.steps
    finishedAt.value = answer.value.finishedAt
  }

  /** Runs all steps again; does nothing while they run. */
  function again(): void {
    if (!running.value) void begin()
  }

  onScopeDispose(
    listen('diagnosis.step', (event) => {
      if (event.accountId !== accountId() || !running.value) return
      told.value = [...told.value.filter(({ name }) => name !== event.step.name), event.step]
    })
  )
  onScopeDispose(() => (question += 1))
  watch(accountId, begin, { immediate: true })

  return { steps, error, running, finishedAt, again }
}
