import type { Account } from '@shared/domain/account'
import type { DeskError } from '@shared/errors'
import { computed, onScopeDispose, reactive, shallowRef } from 'vue'
import { t } from '@/i18n'
import {
  accountFieldNames,
  fieldLabels,
  fieldsOf,
  secretFields,
  type AccountFieldName,
  type AccountFields
} from './account-fields'
import { fieldProblems, isShown, type FieldProblems } from './field-problems'

/**
 * The form of an account. A field's problem shows once it was left with something in it; what the main process refused
 * shows at its field until that field is changed. Secrets are forgotten when the form goes.
 */
export function useAccountForm(account: Account | null, colour: string) {
  const fields = reactive<AccountFields>(fieldsOf(account, colour))
  const start = JSON.stringify(fields)
  const left = shallowRef<readonly AccountFieldName[]>([])
  const refusals = shallowRef<FieldProblems>({})

  const problems = computed(() => fieldProblems(fields, account))
  const changed = computed(() => JSON.stringify(fields) !== start)
  const errors = computed<FieldProblems>(() => {
    const shown = left.value.map((name) => [name, problems.value[name]] as const).filter(([, problem]) => problem)
    return { ...Object.fromEntries(shown), ...refusals.value }
  })
  /** Why the form can not be sent; null when it can. */
  const blocked = computed(() => {
    const unchanged = account && !changed.value ? t('accounts.form.unchanged') : null
    return blockedBy(accountFieldNames) ?? unchanged
  })

  /** The first thing that is wrong with some of the fields; null where nothing is. */
  function blockedBy(names: readonly AccountFieldName[]): string | null {
    const name = names.find((each) => problems.value[each] !== undefined)
    if (name === undefined) return null
    const problem = problems.value[name] ?? ''
    return fields[name].trim() === '' ? problem : t('accounts.form.problemOf', { field: fieldLabels[name], problem })
  }

  function leave(name: AccountFieldName): void {
    if (fields[name].trim() !== '') left.value = [...left.value, name]
  }

  /** Puts a refusal's texts at their fields, and answers whether there was a place for each. */
  function refuse({ fields: refused = {} }: DeskError): boolean {
    const texts = Object.entries(refused).map(([path, text]) => [path.split('.').at(-1) ?? '', text] as const)
    const placed = texts.filter(([name]) => accountFieldNames.some((each) => each === name && hasPlace(each)))
    refusals.value = Object.fromEntries(placed)
    return texts.length > 0 && placed.length === texts.length
  }

  const hasPlace = (name: AccountFieldName): boolean => name !== 'ticketSource' && isShown(name, fields, account)

  function write<Name extends AccountFieldName>(name: Name, value: AccountFields[Name]): void {
    fields[name] = value
    refusals.value = Object.fromEntries(Object.entries(refusals.value).filter(([each]) => each !== name))
  }

  onScopeDispose(() => {
    for (const name of secretFields) fields[name] = ''
  })

  return { fields, errors, blocked, changed, blockedBy, write, leave, refuse }
}

export type AccountForm = ReturnType<typeof useAccountForm>
