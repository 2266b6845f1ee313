import type { ExtDefault, ExtStudio, ExtVariable } from '@shared/domain/ext-variables'
import { variableNames } from '@shared/rules/ext-variables'

type Values = ReadonlyMap<string, Readonly<Record<string, string>>>

/** The default texts in which a variable occurs. */
export function defaultsWith({ defaults }: ExtStudio, name: string): readonly ExtDefault[] {
  return defaults.filter(({ text }) => variableNames(text).includes(name))
}

/** How many merchants have a value of their own for a variable. */
export function merchantsWith(values: Values, name: string): number {
  return [...values.values()].filter((each) => (each[name] ?? '') !== '').length
}

/**
 * What a variable's new name changes, each step leaving things whole: first both names are there (`both`), then values and
 * default texts go over to the new one, then the old one is left out (`after`).
 */
export function renamePlan(present: { studio: ExtStudio; values: Values; from: string; variable: ExtVariable }) {
  const { studio, values, from, variable } = present
  const { name } = variable
  const others = studio.variables.filter((each) => each.name !== name)
  const place = others.findIndex((each) => each.name === from)
  const at = place < 0 ? others.length : place
  return {
    both: [...others.slice(0, at), variable, ...others.slice(at)],
    after: [...others.slice(0, at), variable, ...others.slice(at)].filter((each) => each.name !== from),
    values: new Map(
      [...values].filter(([, each]) => from in each).map(([appId, each]) => [appId, moved(each, from, name)])
    ),
    defaults: defaultsWith(studio, from).map(({ templateId, text }) => {
      return { templateId, text: renamedIn(text, from, name) }
    })
  }
}

function moved(values: Readonly<Record<string, string>>, from: string, to: string): Readonly<Record<string, string>> {
  const { [from]: value = '', ...others } = values
  return value === '' ? others : { ...others, [to]: value }
}

function renamedIn(text: string, from: string, to: string): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (whole, name: string) => (name.trim() === from ? `{{${to}}}` : whole))
}
