import type { SavedCode } from '@shared/domain/mini-code'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, shallowRef } from 'vue'
import { call } from '@/client'
import { byLabel } from '@/components/code/by-label'

/** The saved codes of an account, or of these merchants of it; a late answer to an old question is dropped. */
export function useSavedCodes(accountId: string, appIds: readonly string[] | null) {
  const codes = shallowRef<readonly SavedCode[] | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let question = 0
  onScopeDispose(() => (question += 1))

  async function load(): Promise<void> {
    const here = ++question
    const answer = await call('codes.saved', { accountId, appIds: appIds === null ? null : [...appIds] })
    if (here !== question) return
    error.value = answer.ok ? null : answer.error
    if (answer.ok) codes.value = byLabel(answer.value)
  }

  return { codes, error, load }
}
