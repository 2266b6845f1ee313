import type { DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { accountFieldNames, addInput, type AccountFields } from '@/pages/accounts/form/account-fields'
import { freeColour } from '@/pages/accounts/form/colours'
import { useAccountForm } from '@/pages/accounts/form/use-account-form'
import { useSessionStore } from '@/stores/session'
import { useConnectMemory } from './connect-memory'
import { connectSteps, formSteps, stepAfter, stepBefore, stepFields, type ConnectStep } from './connect-steps'

/**
 * The guided connection: its form is that of 添加账号, asked for in three steps and saved by the last of them. Coming back
 * leads to the step where one was, or to the first whose secrets have to be typed again.
 */
export function useConnect() {
  const session = useSessionStore()
  const memory = useConnectMemory()
  const form = useAccountForm(null, freeColour((session.info?.accounts ?? []).map(({ colour }) => colour)))
  const saving = ref(false)
  const error = shallowRef<DeskError | null>(null)
  const account = computed(() => session.accountById(memory.accountId ?? ''))
  const step = computed(() => memory.step)
  const hasLostSecrets = ref(false)

  /** What is missing in a step of the form; null where nothing is, and in those that have none. */
  function blockedIn(name: ConnectStep): string | null {
    if (account.value !== null) return null
    const fields = formSteps.find((each) => each === name)
    return fields ? form.blockedBy(stepFields[fields]) : null
  }

  function canGo(name: ConnectStep): boolean {
    if (account.value !== null) return connectSteps.indexOf(name) >= connectSteps.indexOf('ticket')
    const before = connectSteps.slice(0, connectSteps.indexOf(name))
    return connectSteps.indexOf(name) <= connectSteps.indexOf('ticket') && before.every((each) => !blockedIn(each))
  }

  function go(name: ConnectStep): void {
    if (!canGo(name)) return
    memory.step = name
    if (name !== 'application') hasLostSecrets.value = false
  }

  function next(): void {
    if (blockedIn(step.value) === null) go(stepAfter(step.value))
  }

  /** Adds the account and goes on with it; a refusal leads to the step whose field it is about. */
  async function save(): Promise<void> {
    if (saving.value || form.blocked.value !== null) return
    saving.value = true
    error.value = null
    const result = await call('accounts.add', addInput(form.fields))
    saving.value = false
    if (!result.ok) return refused(result.error)
    session.putAccount(result.value)
    memory.accountId = result.value.id
    memory.step = 'ticket'
    await session.select(result.value.id)
  }

  function refused(refusal: DeskError): void {
    if (!form.refuse(refusal)) error.value = refusal
    const wrong = accountFieldNames.find((name) => form.errors.value[name] !== undefined)
    const place = formSteps.find((name) => wrong !== undefined && stepFields[name].includes(wrong))
    if (place) memory.step = place
  }

  function restore(): void {
    if (memory.accountId !== null && account.value === null) memory.startOver()
    if (memory.typed !== null && account.value === null) takeUp(memory.typed)
  }

  function takeUp(typed: Partial<AccountFields>): void {
    for (const name of accountFieldNames) {
      const value = typed[name]
      if (name === 'ticketSource') form.write(name, typed.ticketSource ?? form.fields.ticketSource)
      else if (value !== undefined) form.write(name, value)
    }
    if (canGo(memory.step)) return
    memory.step = formSteps.find((name) => blockedIn(name) !== null) ?? 'application'
    hasLostSecrets.value = true
  }

  restore()
  onScopeDispose(() => {
    if (account.value === null) memory.remember(form.fields)
  })

  return {
    form,
    step,
    account,
    saving,
    error,
    hasLostSecrets,
    blockedIn,
    canGo,
    go,
    next,
    back: () => go(stepBefore(step.value)),
    save
  }
}

export type Connect = ReturnType<typeof useConnect>
