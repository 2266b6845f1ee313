import type { ExtValues, ExtVariable } from '@shared/domain/ext-variables'
import { defaultProblems } from '@shared/rules/ext-default'
import { givenVariables, valueProblem } from '@shared/rules/ext-variables'
import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'

/** Problems by form field. */
export type FieldProblems = Readonly<Record<string, string>>

const entries = (field: string, problem: string | null): readonly (readonly [string, string])[] =>
  problem === null ? [] : [[field, problem]]

/** What is wrong with the variables, by `variables.<n>.name` and `variables.<n>.fallback`. */
export function variableProblems(variables: readonly ExtVariable[]): FieldProblems {
  return Object.fromEntries(
    variables.flatMap((variable, index) => [
      ...entries(`variables.${index}.name`, nameProblem(variable.name, variables.slice(0, index))),
      ...entries(`variables.${index}.fallback`, valueProblem(variable, variable.fallback ?? ''))
    ])
  )
}

function nameProblem(name: string, before: readonly ExtVariable[]): string | null {
  if (givenVariables.some((each) => each === name)) return say`${name} 每个商家都有，不用再加`
  return before.some((each) => each.name === name) ? say`变量 ${name} 写了两次` : null
}

/**
 * What is wrong with the merchants' values, by `merchants.<n>.values.<name>`. One of a variable that was taken out meanwhile may
 * stay with the merchants that have it.
 */
export function valueProblems(
  merchants: readonly ExtValues[],
  variables: readonly ExtVariable[],
  kept: readonly ExtValues[]
): FieldProblems {
  const known = new Map(variables.map((variable) => [variable.name, variable]))
  const before = new Map(kept.map(({ appId, values }) => [appId, values]))
  const problemOf = (appId: string, name: string, value: string): string | null => {
    const variable = known.get(name)
    if (variable) return valueProblem(variable, value)
    return Object.hasOwn(before.get(appId) ?? {}, name) ? null : say`没有变量 ${name}`
  }
  return Object.fromEntries(
    merchants.flatMap(({ appId, values }, index) =>
      Object.entries(values).flatMap(([name, value]) =>
        entries(`merchants.${index}.values.${name}`, problemOf(appId, name, value))
      )
    )
  )
}

/** So many findings are told; the page lists them all. */
const told = 3

/** What would keep a default from being uploaded for any merchant, with where it stands; null for nothing. */
export function defaultProblem(text: string, variables: readonly ExtVariable[]): string | null {
  const errors = defaultProblems(text, variables).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return null
  const texts = errors.map(({ line, column, message }) => say`第 ${line} 行第 ${column} 列：${message}`)
  const shown = clauses(texts.slice(0, told))
  return texts.length > told ? say`${shown}；还有 ${texts.length - told} 处` : shown
}
