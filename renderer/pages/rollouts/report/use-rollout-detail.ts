import type { RolloutDetail } from '@shared/contract'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { call } from '@/client'

/** A rollout as it stands at one moment, with when that was. Late answers to old questions are dropped. */
export function useRolloutDetail(name: () => { readonly accountId: string; readonly rolloutId: string }) {
  const detail = shallowRef<RolloutDetail | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const readAt = shallowRef(0)
  let question = 0

  async function load(): Promise<void> {
    const here = ++question
    const answer = await call('rollouts.get', name())
    if (here !== question) return
    error.value = answer.ok ? null : answer.error
    if (!answer.ok) return
    detail.value = answer.value
    readAt.value = Date.now()
  }

  watch(
    () => Object.values(name()).join('/'),
    () => {
      detail.value = error.value = null
      void load()
    },
    { immediate: true }
  )
  onScopeDispose(() => (question += 1))
  return { detail, error, readAt, load }
}
