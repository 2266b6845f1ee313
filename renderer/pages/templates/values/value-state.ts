import type { ExtVariable } from '@shared/domain/ext-variables'
import { valueProblem } from '@shared/rules/ext-variables'

/** How a merchant's value stands: fine, not of its type, or missing although one is needed. */
export type ValueState =
  { readonly kind: 'fine' } | { readonly kind: 'missing' } | { readonly kind: 'wrong'; readonly text: string }

const fine: ValueState = { kind: 'fine' }
const missing: ValueState = { kind: 'missing' }

export function valueState(variable: ExtVariable, value: string): ValueState {
  if (value === '') return variable.required && (variable.fallback ?? '') === '' ? missing : fine
  const text = valueProblem(variable, value)
  return text === null ? fine : { kind: 'wrong', text }
}

/** The worst of a merchant's values; `fine` with none. */
export function worstOf(variables: readonly ExtVariable[], values: Readonly<Record<string, string>>) {
  const kinds = variables.map((variable) => valueState(variable, values[variable.name] ?? '').kind)
  return kinds.includes('missing') ? 'missing' : kinds.includes('wrong') ? 'wrong' : 'fine'
}
