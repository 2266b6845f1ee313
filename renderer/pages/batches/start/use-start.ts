import type { CallInput } from '@shared/contract'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { call } from '@/client'

/** Starts a batch and leads to its page; a second start while one is under way does nothing. */
export function useStart() {
  const router = useRouter()
  const starting = ref(false)
  const error = shallowRef<DeskError | null>(null)
  let left = false
  onScopeDispose(() => (left = true))

  /** Answers whether it was started. */
  async function start(input: CallInput<'batches.start'>): Promise<boolean> {
    if (starting.value) return false
    starting.value = true
    error.value = null
    const answer = await call('batches.start', input)
    starting.value = false
    if (!answer.ok) {
      error.value = answer.error
      return false
    }
    const { accountId, id } = answer.value.batch
    if (!left) await router.push({ name: 'batch', params: { accountId, batchId: id } })
    return true
  }

  return { starting, error, start }
}
