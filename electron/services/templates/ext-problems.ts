import type { ExtValues, ExtVariable } from '@shared/domain/ext-variables'
import { checkExtJson } from '@shared/rules/ext-json'
import { givenVariables, valueProblem, withValues } from '@shared/rules/ext-variables'

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
  if (givenVariables.some((each) => each === name)) return `${name} 每个商家都有，不用再加`
  return before.some((each) => each.name === name) ? `变量 ${name} 写了两次` : null
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
    return Object.hasOwn(before.get(appId) ?? {}, name) ? null : `没有变量 ${name}`
  }
  return Object.fromEntries(
    merchants.flatMap(({ appId, values }, index) =>
      Object.entries(values).flatMap(([name, value]) =>
        entries(`merchants.${index}.values.${name}`, problemOf(appId, name, value))
      )
    )
  )
}

/** Stand in for the values of a merchant. A text stays what it is, so that what is found can be found in the default. */
const placeholder = (name: string): string => `{{${name}}}`
const examples: Readonly<Record<Exclude<ExtVariable['type'], 'text'>, string>> = { number: '1', boolean: 'true' }

/** The first thing that would keep a default from being uploaded for any merchant, with where it stands; null for nothing. */
export function defaultProblem(text: string, variables: readonly ExtVariable[]): string | null {
  const named = variables.map(({ name, type }) => [name, type === 'text' ? placeholder(name) : examples[type]] as const)
  const values = Object.fromEntries([...givenVariables.map((name) => [name, placeholder(name)] as const), ...named])
  const filled = withValues(text, { variables, values })
  const [problem] = filled.problems
  if (problem) return `第 ${problem.line} 行第 ${problem.column} 列：${problem.message}`
  const error = checkExtJson(filled.text, placeholder('appId')).find(({ severity }) => severity === 'error')
  if (!error) return null
  // Columns after a number or a boolean that was filled in are not those of the default.
  const line = (of: string) => of.split('\n')[error.line - 1]
  const column = line(text) === line(filled.text) ? `第 ${error.column} 列` : ''
  return `第 ${error.line} 行${column}：${error.message}`
}
