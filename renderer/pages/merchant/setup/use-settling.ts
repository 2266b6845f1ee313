import type { SettingChange } from '@shared/domain/setting'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'

/**
 * Finds out at the operator's wish how a change with a lost answer ended; nothing is sent again. A certain ending arrives
 * with the list of changes; here stand only that it is still not known, and since when, or why it could not be looked
 * into.
 */
export function useSettling(change: () => SettingChange) {
  const settling = ref(false)
  const stillUnknownAt = ref<number | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let left = false
  onScopeDispose(() => (left = true))

  /** Resolves with the change as it is known now, or null where that could not be found out. */
  async function settle(): Promise<SettingChange | null> {
    if (settling.value) return null
    settling.value = true
    error.value = null
    const { accountId, appId, id } = change()
    const answer = await call('setup.settle', { accountId, appId, changeId: id })
    settling.value = false
    if (left) return null
    const isUnknown = answer.ok ? answer.value.state === 'unknown' : answer.error.code === 'outcome_unknown'
    stillUnknownAt.value = isUnknown ? Date.now() : null
    if (!answer.ok && !isUnknown) error.value = answer.error
    return answer.ok ? answer.value : null
  }

  return { settling, stillUnknownAt, error, settle }
}
