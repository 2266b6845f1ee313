import type { CapabilityMatrix } from '@shared/domain/capability'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, shallowRef } from 'vue'
import { call, listen } from '@/client'
import { showNotice } from '@/components/frame/notices'

/** The whole matrix is one answer: while many merchants change, it is asked for no more often than this. */
const reloadEveryMs = 1000

/**
 * Merchants × capabilities of an account, null before the first answer; asked for again as merchants change. `pending` are
 * the app ids that are being read from the platform at the operator's wish.
 */
export function useMatrix(accountId: string) {
  const matrix = shallowRef<CapabilityMatrix | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const pending = shallowRef<ReadonlySet<string>>(new Set())
  let question = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  async function load(): Promise<void> {
    const asked = ++question
    const answer = await call('capabilities.matrix', { accountId })
    if (asked !== question) return
    error.value = answer.ok ? null : answer.error
    if (answer.ok) matrix.value = Object.freeze(answer.value)
  }

  function loadSoon(): void {
    timer ??= setTimeout(() => {
      timer = null
      void load()
    }, reloadEveryMs)
  }

  /** Has them read behind; those that are being read already are not asked for twice. */
  async function refresh(appIds: readonly string[]): Promise<void> {
    const wanted = appIds.filter((appId) => !pending.value.has(appId))
    if (wanted.length === 0) return
    pending.value = new Set([...pending.value, ...wanted])
    const answer = await call('capabilities.refresh', { accountId, appIds: [...wanted] })
    if (!answer.ok) showNotice(answer.error)
    if (!answer.ok || answer.value.asked === 0) settle(wanted)
  }

  function settle(appIds: Iterable<string>): void {
    const left = new Set(pending.value)
    for (const appId of appIds) left.delete(appId)
    if (left.size < pending.value.size) pending.value = left
  }

  const ends = [
    listen('merchants.changed', (changed) => {
      if (changed.accountId !== accountId) return
      settle(changed.rows.map(({ appId }) => appId))
      loadSoon()
    }),
    listen('merchants.replaced', (replaced) => {
      if (replaced.accountId !== accountId) return
      pending.value = new Set()
      void load()
    }),
    // What is no single merchant's trouble ends the reading of all of them.
    listen('notice', (notice) => {
      if (notice.error.merchant === undefined) pending.value = new Set()
    })
  ]
  onScopeDispose(() => {
    question += 1
    if (timer !== null) clearTimeout(timer)
    ends.forEach((end) => end())
  })
  void load()

  return { matrix, error, pending, load, refresh }
}
