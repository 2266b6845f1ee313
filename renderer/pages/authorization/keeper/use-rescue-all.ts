import type { DeskError, DeskErrorCode } from '@shared/errors'
import { onScopeDispose, shallowRef } from 'vue'
import type { Rescue } from './use-rescue'

export type RescueRun = {
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly state: 'running' | 'stopping' | 'stopped' | 'finished'
}

/** What the next merchant would fail with as well. */
const haltingCodes: ReadonlySet<DeskErrorCode> = new Set<DeskErrorCode>([
  'credentials',
  'keychain',
  'network',
  'platform_busy',
  'relay'
])

/**
 * Rescues many merchants, one after the other. It stops after the present one at the operator's wish or when the page is
 * left, and at once at a failure that lies with the account or the connection (`error`).
 */
export function useRescueAll(rescue: Rescue) {
  const run = shallowRef<RescueRun | null>(null)
  const error = shallowRef<DeskError | null>(null)

  const isUnderWay = (): boolean => run.value?.state === 'running' || run.value?.state === 'stopping'

  async function start(appIds: readonly string[]): Promise<void> {
    if (isUnderWay()) return
    error.value = null
    run.value = { total: appIds.length, done: 0, failed: 0, state: 'running' }
    for (const appId of appIds) {
      await one(appId)
      if (run.value.state !== 'running') break
    }
    const { done, total } = run.value
    change({ state: done === total ? 'finished' : 'stopped' })
  }

  async function one(appId: string): Promise<void> {
    const result = await rescue(appId)
    if (!run.value) return
    const failed = result !== null && !result.ok
    change({ done: run.value.done + 1, failed: run.value.failed + (failed ? 1 : 0) })
    if (!failed || !haltingCodes.has(result.error.code)) return
    error.value = result.error
    stop()
  }

  function change(part: Partial<RescueRun>): void {
    if (run.value) run.value = { ...run.value, ...part }
  }

  function stop(): void {
    if (run.value?.state === 'running') change({ state: 'stopping' })
  }

  onScopeDispose(stop)
  return { run, error, start, stop }
}
