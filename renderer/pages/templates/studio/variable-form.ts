import type { ExtVariable, VariableType } from '@shared/domain/ext-variables'
import { givenVariables, valueProblem } from '@shared/rules/ext-variables'
import { t } from '@/i18n'
import type { ValuesByMerchant } from './use-studio'

export const typeWords: Readonly<Record<VariableType, string>> = {
  text: t('templates.types.text'),
  number: t('templates.types.number'),
  boolean: t('templates.types.boolean')
}

/** Why a name can not be a variable's; null when it can. `others` are the names of all the other variables. */
export function nameProblem(name: string, others: readonly string[]): string | null {
  if (name === '') return t('templates.variable.nameMissing')
  if (!/^[A-Za-z_]\w{0,39}$/.test(name)) return t('templates.variable.nameWrong')
  if (givenVariables.some((each) => each === name)) return t('templates.variable.nameGiven')
  return others.includes(name) ? t('templates.variable.nameTaken') : null
}

/** How many merchants' values would not be of the variable's type. */
export function mistypedCount(values: ValuesByMerchant, name: string, type: VariableType): number {
  return [...values.values()].filter((each) => valueProblem({ type }, each[name] ?? '') !== null).length
}

export const newVariable: ExtVariable = { name: '', type: 'text', required: false, description: '', fallback: null }
