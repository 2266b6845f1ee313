import type { Drift } from '@shared/domain/drift'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call, listen } from '@/client'

/**
 * How far the merchants of an account are behind. Read again when a reading of merchants has ended. Late answers to old
 * questions are dropped; what was read stays while it is read again.
 */
export function useDrift(accountId: () => string) {
  const drift = shallowRef<Drift | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  let question = 0

  async function load(): Promise<void> {
    const here = ++question
    loading.value = true
    const answer = await call('rollouts.drift', { accountId: accountId() })
    if (here !== question) return
    loading.value = false
    error.value = answer.ok ? null : answer.error
    if (answer.ok) drift.value = answer.value
  }

  watch(
    accountId,
    () => {
      drift.value = error.value = null
      void load()
    },
    { immediate: true }
  )
  const end = listen('refresh.progress', (progress) => {
    if (progress.accountId === accountId() && !progress.running) void load()
  })
  onScopeDispose(() => {
    question += 1
    end()
  })
  return { drift, error, loading, load }
}
