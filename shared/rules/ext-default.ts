import type { ExtVariable } from '@shared/domain/ext-variables'
import { checkExtJson, type ExtJsonProblem } from './ext-json'
import { givenVariables, variableNames, withValues } from './ext-variables'
import { readJson } from './json-document'

/** Stands in for a text, so that what is found stands where it stands in the default. */
const placeholder = (name: string): string => `{{${name}}}`
const samples: Readonly<Record<Exclude<ExtVariable['type'], 'text'>, string>> = { number: '1', boolean: 'true' }

/** What a template's default starts from. */
export const starterDefault = JSON.stringify({ extEnable: true, extAppid: '{{appId}}', ext: {} }, null, 2)

/**
 * What is wrong with a template's default whatever the merchant: it is checked as it comes out with a sample value of the
 * right type for every variable, and the findings are placed in the default, in the order of the text. A variable that nobody
 * knows counts as a text, and its place has no other finding: what would stand there is not known.
 */
export function defaultProblems(text: string, variables: readonly ExtVariable[]): readonly ExtJsonProblem[] {
  const { problems } = withValues(text, { variables, values: samplesOf(variables) })
  const found = problems.map((each): ExtJsonProblem => ({ ...each, severity: 'error' }))
  if (readJson(text).root === null) return found
  const all = [...variables, ...unknownIn(text, variables)]
  const filled = withValues(text, { variables: all, values: samplesOf(all) }).text
  const others = checkExtJson(filled, placeholder('appId')).map((each) => placed(each, text, filled))
  return [...found, ...others.filter((each) => !found.some((known) => isSamePlace(known, each)))].sort(byPlace)
}

function samplesOf(variables: readonly ExtVariable[]): Readonly<Record<string, string>> {
  const named = variables.map(({ name, type }) => [name, type === 'text' ? placeholder(name) : samples[type]] as const)
  return Object.fromEntries([...givenVariables.map((name) => [name, placeholder(name)] as const), ...named])
}

function unknownIn(text: string, variables: readonly ExtVariable[]): readonly ExtVariable[] {
  const known = new Set<string>([...givenVariables, ...variables.map(({ name }) => name)])
  const unknown = variableNames(text).filter((name) => !known.has(name))
  return unknown.map((name) => ({ name, type: 'text', required: false, description: '', fallback: null }))
}

type Place = Pick<ExtJsonProblem, 'line' | 'column'>

const isSamePlace = (one: Place, other: Place): boolean => one.line === other.line && one.column === other.column
const byPlace = (one: Place, other: Place): number => one.line - other.line || one.column - other.column

/** Values have no line breaks when written as JSON: lines stay, only columns behind a number or a boolean move. */
function placed(problem: ExtJsonProblem, text: string, filled: string): ExtJsonProblem {
  const line = text.split('\n')[problem.line - 1] ?? ''
  const filledLine = filled.split('\n')[problem.line - 1] ?? ''
  const same = [...filledLine].findIndex((character, index) => character !== line[index])
  if (same < 0 || problem.column <= same + 1) return problem
  const fromEnd = line.length - (filledLine.length - problem.column)
  return { ...problem, column: Math.max(same + 1, Math.min(line.length, fromEnd)) }
}
