import type { TemplateLibrary } from '@shared/domain/template'
import type { DeskError } from '@shared/errors'
import { ref, shallowRef } from 'vue'
import { call } from '@/client'

/** The template library (模板库) of an account; reading it again keeps what is shown until the new one is there. */
export function useTemplateLibrary(accountId: string) {
  const library = shallowRef<TemplateLibrary | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)

  async function load(fresh: boolean): Promise<void> {
    if (loading.value) return
    loading.value = true
    const answer = await call('templates.library', { accountId, fresh })
    loading.value = false
    error.value = answer.ok ? null : answer.error
    if (answer.ok) library.value = answer.value
  }

  return { library, error, loading, load }
}
