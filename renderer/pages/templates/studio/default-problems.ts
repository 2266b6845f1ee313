import type { ExtVariable } from '@shared/domain/ext-variables'
import { checkExtJson } from '@shared/rules/ext-json'
import { givenVariables, withValues } from '@shared/rules/ext-variables'
import type { EditorProblem } from '@/components/json/code-mirror'

/** Stands in for a text, so that what is found stands where it stands in the default. */
const placeholder = (name: string): string => `{{${name}}}`
const samples: Readonly<Record<Exclude<ExtVariable['type'], 'text'>, string>> = { number: '1', boolean: 'true' }

/** What a template's default starts from. */
export const starterDefault = JSON.stringify({ extEnable: true, extAppid: '{{appId}}', ext: {} }, null, 2)

/**
 * What is wrong with a template's default whatever the merchant: it is checked as it comes out with a sample value of the
 * right type for every variable, and the findings are placed in the default.
 */
export function defaultProblems(text: string, variables: readonly ExtVariable[]): readonly EditorProblem[] {
  const named = variables.map(({ name, type }) => [name, type === 'text' ? placeholder(name) : samples[type]] as const)
  const given = givenVariables.map((name) => [name, placeholder(name)] as const)
  const filled = withValues(text, { variables, values: Object.fromEntries([...given, ...named]) })
  if (filled.problems.length > 0) return filled.problems.map((each) => ({ ...each, severity: 'error' }))
  return checkExtJson(filled.text, placeholder('appId')).map((each) => placed(each, text, filled.text))
}

/** Values have no line breaks when written as JSON: lines stay, only columns behind a number or a boolean move. */
function placed(problem: EditorProblem, text: string, filled: string): EditorProblem {
  const line = text.split('\n')[problem.line - 1] ?? ''
  const filledLine = filled.split('\n')[problem.line - 1] ?? ''
  const same = [...filledLine].findIndex((character, index) => character !== line[index])
  if (same < 0 || problem.column <= same + 1) return problem
  const fromEnd = line.length - (filledLine.length - problem.column)
  return { ...problem, column: Math.max(same + 1, Math.min(line.length, fromEnd)) }
}
