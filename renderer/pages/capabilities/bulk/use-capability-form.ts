import type { Capability } from '@shared/domain/capability'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'

/**
 * A capability with its form, as one of the merchants has it in the database: the matrix carries no forms. Whether the forms
 * of all merchants are alike is not documented; the rollout checks each merchant against its own.
 */
export function useCapabilityForm(accountId: string) {
  const capability = shallowRef<Capability | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  let question = 0
  onScopeDispose(() => (question += 1))

  /** An answer about another capability than the one asked for last is dropped. `appId` null: nobody has been read. */
  async function load(key: string, appId: string | null): Promise<void> {
    const asked = ++question
    error.value = capability.value = null
    loading.value = appId !== null
    if (appId === null) return
    const answer = await call('capabilities.get', { accountId, appId })
    if (asked !== question) return
    loading.value = false
    if (!answer.ok) error.value = answer.error
    else capability.value = answer.value.reading.value?.find((each) => each.key === key) ?? null
  }

  return { capability, error, loading, load }
}
