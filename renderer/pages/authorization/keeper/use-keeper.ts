import type { KeeperEntry } from '@shared/domain/authorization'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, shallowRef } from 'vue'
import { call, listen } from '@/client'
import { afterPaint } from '@/composables/scheduling'
import { byDanger, withEntries } from './keeper-list'

/** All authorisations of an account, null before the first answer. Changes that are told meanwhile are applied once a frame. */
export function useKeeper(accountId: string) {
  const entries = shallowRef<readonly KeeperEntry[] | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let question = 0
  let changed: KeeperEntry[] = []

  async function load(): Promise<void> {
    const asked = ++question
    const result = await call('authorization.keeper', { accountId })
    if (asked !== question) return
    error.value = result.ok ? null : result.error
    if (!result.ok) return
    // Changes told before this answer are older than it.
    changed = []
    entries.value = byDanger(result.value)
  }

  function applyChanges(): void {
    const fresh = changed
    changed = []
    if (entries.value && fresh.length > 0) entries.value = withEntries(entries.value, fresh)
  }

  function put(entry: KeeperEntry): void {
    changed.push(entry)
    if (changed.length === 1) afterPaint(applyChanges)
  }

  const ends = [
    listen('authorization.changed', ({ entry }) => {
      if (entry.accountId === accountId) put(entry)
    }),
    listen('merchants.replaced', (replaced) => {
      if (replaced.accountId === accountId) void load()
    })
  ]
  onScopeDispose(() => ends.forEach((end) => end()))
  void load()

  return { entries, error, load, put }
}
