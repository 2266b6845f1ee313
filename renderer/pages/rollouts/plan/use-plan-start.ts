import type { CallInput } from '@shared/contract'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { call } from '@/client'
import { useRolloutsStore } from '@/stores/rollouts'

/** Starts a rollout and leads to its page; a second start while one is under way does nothing. */
export function usePlanStart() {
  const router = useRouter()
  const store = useRolloutsStore()
  const starting = ref(false)
  const started = ref(false)
  const error = shallowRef<DeskError | null>(null)
  let left = false
  onScopeDispose(() => (left = true))

  async function start(input: CallInput<'rollouts.start'>): Promise<void> {
    if (starting.value || started.value) return
    starting.value = true
    error.value = null
    const answer = await call('rollouts.start', input)
    starting.value = false
    if (!answer.ok) {
      error.value = answer.error
      return
    }
    started.value = true
    const { rollout } = answer.value
    store.put(rollout)
    const params = { accountId: rollout.accountId, rolloutId: rollout.id }
    if (!left) await router.replace({ name: 'rollout', params })
  }

  function clear(): void {
    error.value = null
  }

  return { starting, started, error, start, clear }
}

export type PlanStart = ReturnType<typeof usePlanStart>
