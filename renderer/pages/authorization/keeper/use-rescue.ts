import type { KeeperEntry } from '@shared/domain/authorization'
import type { CallResult, DeskError } from '@shared/errors'
import { shallowRef } from 'vue'
import { call } from '@/client'

/** Retrieves the codes of merchants (找回授权码), one call for each at a time; why the last one failed is kept by app id. */
export function useRescue(accountId: string, put: (entry: KeeperEntry) => void) {
  const busy = shallowRef<ReadonlySet<string>>(new Set())
  const failures = shallowRef<ReadonlyMap<string, DeskError>>(new Map())

  function mark(appId: string, isBusy: boolean): void {
    const next = new Set(busy.value)
    if (isBusy) next.add(appId)
    else next.delete(appId)
    busy.value = next
  }

  function keepFailure(appId: string, error: DeskError | null): void {
    const next = new Map(failures.value)
    if (error) next.set(appId, error)
    else next.delete(appId)
    failures.value = next
  }

  /** Null where this merchant is being rescued already. */
  async function rescue(appId: string): Promise<CallResult<KeeperEntry> | null> {
    if (busy.value.has(appId)) return null
    mark(appId, true)
    const result = await call('authorization.rescue', { accountId, appId })
    mark(appId, false)
    keepFailure(appId, result.ok ? null : result.error)
    if (result.ok) put(result.value)
    return result
  }

  return { busy, failures, rescue }
}

export type Rescue = ReturnType<typeof useRescue>['rescue']
