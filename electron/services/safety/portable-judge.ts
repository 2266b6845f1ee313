import type { ExtVariable } from '@shared/domain/ext-variables'
import type { RefusedItem } from '@shared/domain/safety'
import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import type { Store } from '../../store/repositories'
import { setProblems } from '../setup/domain-check'
import { inLowerCase, lower } from '../setup/domain-reading'
import { defaultProblem, valueProblems, variableProblems } from '../templates/ext-problems'
import type { PortableAccount } from './portable-schema'

type Baseline = PortableAccount['baselines'][number]
type Default = PortableAccount['defaults'][number]
type Values = Readonly<Record<string, string>>

/** What may come of a file, and what saving it by hand would refuse. */
export type Judged<Item> = { readonly passed: readonly Item[]; readonly refused: readonly RefusedItem[] }

/** So many problems of one item are told. */
const told = 3

/** `fields`: problems by where they stand in the item, as the file names it. */
const whyOf = (fields: Readonly<Record<string, string>>): string =>
  clauses(
    Object.entries(fields)
      .slice(0, told)
      .map(([field, problem]) => `${field}: ${problem}`)
  )

function judged<Item>(items: readonly Item[], judge: (item: Item) => RefusedItem | null): Judged<Item> {
  const verdicts = items.map((item) => ({ item, refused: judge(item) }))
  return {
    passed: verdicts.filter(({ refused }) => refused === null).map(({ item }) => item),
    refused: verdicts.flatMap(({ refused }) => refused ?? [])
  }
}

/** As saving them does: names that every merchant has, fallbacks of the wrong type. */
export function judgedVariables(variables: readonly ExtVariable[]): Judged<ExtVariable> {
  return judged(variables, (variable) => {
    const { 'variables.0.name': name, 'variables.0.fallback': fallback } = variableProblems([variable])
    const why = name ?? fallback
    return why === undefined ? null : { kind: 'variables', name: variable.name, why }
  })
}

/** As saving one does, by the variables that there will be. One that is the same here is none to be saved. */
export function judgedDefaults(
  defaults: readonly Default[],
  variables: readonly ExtVariable[],
  isHere: (each: Default) => boolean
): Judged<Default> {
  return judged(defaults, (each) => {
    const why = isHere(each) ? null : defaultProblem(each.text, variables)
    return why === null ? null : { kind: 'variables', name: say`模板 ${each.templateId} 的默认 ext.json`, why }
  })
}

/** As saving one does, and in the same spelling: form, doubles, number, the application's own domains where they are known. */
export function judgedBaselines(
  { store, accountId }: { readonly store: Store; readonly accountId: string },
  baselines: readonly Baseline[],
  isHere: (each: Baseline) => boolean
): Judged<Baseline> {
  const own = store.applicationDomains.read(accountId)
  const { passed, refused } = judged(baselines, (each) => {
    const why = isHere(each) ? '' : whyOf(setProblems(each.domains, own))
    return why === '' ? null : { kind: 'baselines', name: each.name, why }
  })
  return {
    passed: passed.map(({ name, domains }) => ({
      ...{ name, domains: { ...inLowerCase(domains), webview: lower(domains.webview) } }
    })),
    refused
  }
}

/** A merchant's values that may come, judged as saving them does by the variables that there will be. */
export function judgedValues(
  { appId, name, values }: PortableAccount['merchants'][number],
  variables: readonly ExtVariable[],
  present: Values
): { readonly passed: Values; readonly refused: readonly RefusedItem[] } {
  const fields = valueProblems([{ appId, values }], variables, [{ appId, values: present }])
  const problemOf = (each: string): string | undefined =>
    present[each] === values[each] ? undefined : fields[`merchants.0.values.${each}`]
  const problems = Object.keys(values).flatMap((each) => {
    const problem = problemOf(each)
    return problem === undefined ? [] : [[each, problem] as const]
  })
  const why = whyOf(Object.fromEntries(problems))
  return {
    passed: Object.fromEntries(Object.entries(values).filter(([each]) => problemOf(each) === undefined)),
    refused: why === '' ? [] : [{ kind: 'values', name: `${name} ${appId}`.trim(), why }]
  }
}
