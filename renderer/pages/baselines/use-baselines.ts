import type { DomainBaseline } from '@shared/domain/domains'
import type { CallResult, DeskError } from '@shared/errors'
import { onScopeDispose, shallowRef } from 'vue'
import { call, listen } from '@/client'

/** The baselines of one account. Every answer about all of them replaces what is shown; a late one is dropped. */
export function useBaselines(accountId: string) {
  const baselines = shallowRef<readonly DomainBaseline[] | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let asked = 0

  async function load(): Promise<void> {
    const here = ++asked
    const answer = await call('baselines.list', { accountId })
    if (here === asked) take(answer)
  }

  /** Takes a list that another call answered; on failure what is shown stays. */
  function take(answer: CallResult<readonly DomainBaseline[]>): void {
    asked += 1
    error.value = answer.ok ? null : answer.error
    if (answer.ok) baselines.value = answer.value
  }

  const end = listen('merchants.replaced', (event) => event.accountId === accountId && void load())
  onScopeDispose(() => {
    asked += 1
    end()
  })
  void load()

  return { baselines, error, load, take }
}
