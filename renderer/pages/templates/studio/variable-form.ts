import type { ExtVariable, VariableType } from '@shared/domain/ext-variables'
import { givenVariables, valueProblem } from '@shared/rules/ext-variables'
import type { ValuesByMerchant } from './use-studio'

export const typeWords: Readonly<Record<VariableType, string>> = { text: '文本', number: '数字', boolean: '布尔' }

/** Why a name can not be a variable's; null when it can. `others` are the names of all the other variables. */
export function nameProblem(name: string, others: readonly string[]): string | null {
  if (name === '') return '请填写名称'
  if (!/^[A-Za-z_]\w{0,39}$/.test(name)) return '以字母或下划线开头，只含字母、数字和下划线，最多 40 个字符'
  if (givenVariables.some((each) => each === name)) return '每个商家都有这个变量，不用再加'
  return others.includes(name) ? '已有同名的变量' : null
}

/** How many merchants' values would not be of the variable's type. */
export function mistypedCount(values: ValuesByMerchant, name: string, type: VariableType): number {
  return [...values.values()].filter((each) => valueProblem({ type }, each[name] ?? '') !== null).length
}

export const newVariable: ExtVariable = { name: '', type: 'text', required: false, description: '', fallback: null }
