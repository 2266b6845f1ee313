import type { AppInfo, CallInput, CallResult } from '@shared/contract'
import type { Account } from '@shared/domain/account'
import type { Settings } from '@shared/domain/settings'
import type { DeskError } from '@shared/errors'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'

/** What the frame and the settings show: the application, its accounts and the operator's choices. */
export const useSessionStore = defineStore('session', () => {
  const info = shallowRef<AppInfo | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)

  const account = computed<Account | null>(() => accountById(info.value?.currentAccountId ?? ''))
  const settings = computed<Settings | null>(() => info.value?.settings ?? null)

  function accountById(accountId: string): Account | null {
    return info.value?.accounts.find((each) => each.id === accountId) ?? null
  }

  async function load(): Promise<void> {
    loading.value = true
    const result = await call('app.info', {})
    loading.value = false
    error.value = result.ok ? null : result.error
    if (result.ok) info.value = result.value
  }

  /** Keeps the operator's choices; what is shown changes when the main process has written them. */
  async function changeSettings(change: CallInput<'settings.change'>): Promise<CallResult<Settings>> {
    const result = await call('settings.change', change)
    if (result.ok && info.value) info.value = { ...info.value, settings: result.value }
    return result
  }

  function replaceAccount(changed: Account): void {
    if (!info.value) return
    const accounts = info.value.accounts.map((each) => (each.id === changed.id ? changed : each))
    info.value = { ...info.value, accounts }
  }

  listen('account.changed', (event) => replaceAccount(event.account))

  return { info, error, loading, account, settings, accountById, load, changeSettings }
})
