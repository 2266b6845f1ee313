import type { ApplicationDomains } from '@shared/domain/domains'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, shallowRef } from 'vue'
import { call } from '@/client'

/** The third-party application's own lists of domains, as the operator copied them. */
export function useApplicationDomains(accountId: string) {
  const application = shallowRef<ApplicationDomains | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let left = false
  onScopeDispose(() => (left = true))

  async function load(): Promise<void> {
    const answer = await call('domains.application', { accountId })
    if (left) return
    error.value = answer.ok ? null : answer.error
    if (answer.ok) application.value = answer.value
  }

  void load()
  return { application, error, load }
}
