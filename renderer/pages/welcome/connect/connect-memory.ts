import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { secretFields, type AccountFields } from '@/pages/accounts/form/account-fields'
import type { ConnectStep } from './connect-steps'

/**
 * How far the guided connection has come, so that one can leave it and come back. In memory, for this run: once the account
 * is saved everything that matters is in the database. Secrets are never put in here.
 */
export const useConnectMemory = defineStore('connect', () => {
  const step = ref<ConnectStep>('needs')
  /** The account that was saved; null before. */
  const accountId = ref<string | null>(null)
  const typed = shallowRef<Partial<AccountFields> | null>(null)

  function remember(fields: AccountFields): void {
    const open = Object.entries(fields).filter(([name]) => !secretFields.some((secret) => secret === name))
    typed.value = Object.fromEntries(open)
  }

  function startOver(): void {
    step.value = 'needs'
    accountId.value = null
    typed.value = null
  }

  return { step, accountId, typed, remember, startOver }
})
