import type { ExtStudio } from '@shared/domain/ext-variables'
import type { DeskError } from '@shared/errors'
import { ref, shallowRef } from 'vue'
import { call } from '@/client'

/** The templates' default ext.json and the variables of an account, as they are kept here. */
export function useExtStudio(accountId: string) {
  const studio = shallowRef<ExtStudio | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)

  async function load(): Promise<void> {
    if (loading.value) return
    loading.value = true
    const answer = await call('ext.studio', { accountId })
    loading.value = false
    error.value = answer.ok ? null : answer.error
    if (answer.ok) studio.value = answer.value
  }

  return { studio, error, loading, load }
}
