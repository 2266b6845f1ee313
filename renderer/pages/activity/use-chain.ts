import type { ActivityCheck } from '@shared/domain/activity'
import type { DeskError } from '@shared/errors'
import { ref, shallowRef } from 'vue'
import { call } from '@/client'

/** The check of the journal's hashes: at once when the page is opened, and again when the operator asks. */
export function useChain() {
  const outcome = shallowRef<ActivityCheck | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const checking = ref(false)

  async function check(): Promise<void> {
    if (checking.value) return
    checking.value = true
    const answer = await call('activity.check', {})
    checking.value = false
    error.value = answer.ok ? null : answer.error
    if (answer.ok) outcome.value = answer.value
  }

  void check()
  return { outcome, error, checking, check }
}
