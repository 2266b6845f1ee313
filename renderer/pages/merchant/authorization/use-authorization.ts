import type { AuthorizationDetail, KeeperEntry } from '@shared/domain/authorization'
import type { MerchantRef } from '@shared/domain/merchant'
import type { CallResult, DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'

/** One merchant's authorisation in full. It is read again whenever the main process tells that it changed. */
export function useAuthorization({ accountId, appId }: MerchantRef) {
  const detail = shallowRef<AuthorizationDetail | null>(null)
  const loadError = shallowRef<DeskError | null>(null)
  const rescueError = shallowRef<DeskError | null>(null)
  const rescuing = ref(false)
  let question = 0

  async function load(): Promise<void> {
    const asked = ++question
    const result = await call('authorization.detail', { accountId, appId })
    if (asked !== question) return
    loadError.value = result.ok ? null : result.error
    if (result.ok) detail.value = result.value
  }

  /** 找回授权码. Null where it is under way already. */
  async function rescue(): Promise<CallResult<KeeperEntry> | null> {
    if (rescuing.value) return null
    rescuing.value = true
    const result = await call('authorization.rescue', { accountId, appId })
    rescuing.value = false
    rescueError.value = result.ok ? null : result.error
    await load()
    return result
  }

  onScopeDispose(
    listen('authorization.changed', ({ entry }) => {
      if (entry.accountId === accountId && entry.appId === appId) void load()
    })
  )
  void load()

  return { detail, loadError, rescueError, rescuing, load, rescue }
}
