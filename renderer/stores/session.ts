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
  /** What was chosen in this run: it stands at once, whatever becomes of keeping it. */
  const chosenId = ref<string | null>(null)
  /** Counts what the main process told of everything; an older answer does not replace it. */
  let told = 0

  const settings = computed<Settings | null>(() => info.value?.settings ?? null)
  const account = computed<Account | null>(() => {
    const ids = [chosenId.value, settings.value?.currentAccountId, info.value?.currentAccountId]
    return ids.map((id) => accountById(id ?? '')).find((each) => each !== null) ?? null
  })
  const realAccounts = computed(() => info.value?.accounts.filter((each) => each.kind === 'platform') ?? [])

  function accountById(accountId: string): Account | null {
    return info.value?.accounts.find((each) => each.id === accountId) ?? null
  }

  /** Takes what the main process says of everything that the frame shows. */
  function adopt(fresh: AppInfo): void {
    told += 1
    show(fresh)
  }

  /** The account that is shown first stays: one that is added later must not slip into its place. */
  function show(fresh: AppInfo): void {
    info.value = fresh
    chosenId.value ??= account.value?.id ?? null
  }

  async function load(): Promise<void> {
    const before = told
    loading.value = true
    const result = await call('app.info', {})
    loading.value = false
    error.value = result.ok || told !== before ? null : result.error
    if (result.ok && told === before) show(result.value)
  }

  /** Keeps the operator's choices; what is shown changes when the main process has written them. */
  async function changeSettings(change: CallInput<'settings.change'>): Promise<CallResult<Settings>> {
    const result = await call('settings.change', change)
    if (result.ok && info.value) info.value = { ...info.value, settings: result.value }
    return result
  }

  /** Goes on with another account at once, and keeps the choice for the next start; answers whether it was kept. */
  async function select(accountId: string): Promise<CallResult<Settings>> {
    chosenId.value = accountId
    return changeSettings({ currentAccountId: accountId })
  }

  function replaceAccount(changed: Account): void {
    if (!info.value) return
    const accounts = info.value.accounts.map((each) => (each.id === changed.id ? changed : each))
    info.value = { ...info.value, accounts }
  }

  /** Takes a call's answer about an account: one that was just added is shown before the main process tells of all. */
  function putAccount(answered: Account): void {
    if (accountById(answered.id)) replaceAccount(answered)
    else if (info.value) info.value = { ...info.value, accounts: [answered, ...info.value.accounts] }
  }

  listen('settings.changed', ({ settings: changed }) => {
    if (info.value) info.value = { ...info.value, settings: changed }
  })
  listen('account.changed', (event) => replaceAccount(event.account))
  listen('app.changed', (event) => {
    adopt(event.info)
    error.value = null
  })

  return {
    info,
    error,
    loading,
    account,
    settings,
    realAccounts,
    accountById,
    adopt,
    load,
    changeSettings,
    select,
    putAccount
  }
})
