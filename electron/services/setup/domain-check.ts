import type { DomainGroup, DomainKind, DomainSet } from '@shared/domain/domains'
import {
  checkDomains,
  domainKindNames,
  domainPlan,
  domainProblem,
  kindsOf,
  tooManyDomains
} from '@shared/rules/domain-rules'
import { domainsMax } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import { lower } from './domain-reading'

/** Problems by form field: `request.3` is the fourth line of the request domains, `request` all of them. */
export type FieldProblems = Readonly<Record<string, string>>

/** What a list is judged by: the third-party application's own domains, and what the merchant has already. */
type Ground = { readonly own: readonly string[]; readonly present: readonly string[] }

/**
 * What the platform would refuse of a change, line by line. What the merchant has already passes as it is, unless
 * everything is replaced: only what is sent is judged by the platform (a domain may have left the application's own list).
 */
export function changeProblems(
  group: DomainGroup,
  target: Partial<DomainSet>,
  seen: Partial<DomainSet>,
  own: readonly string[]
): FieldProblems {
  const plan = domainPlan(group, lowerSet(seen), lowerSet(target))
  return problemsOf(kindsOf(group), target, (kind) => ({
    own,
    present: plan?.action === 'set' ? [] : lower(seen[kind] ?? [])
  }))
}

/** What is wrong with a set of domains on its own, against the application's own lists where they are known. */
export function setProblems(domains: DomainSet, own: Readonly<Record<DomainGroup, readonly string[]>>): FieldProblems {
  return {
    ...problemsOf(kindsOf('server'), domains, () => ({ own: own.server, present: [] })),
    ...problemsOf(kindsOf('webview'), domains, () => ({ own: own.webview, present: [] }))
  }
}

/** What is wrong with the form of the application's own list; it has no limit that we know of. */
export function ownListProblems(field: DomainGroup, lines: readonly string[]): FieldProblems {
  return byLine(
    field,
    lines.map((line) => domainProblem(line))
  )
}

/** Why a target would be refused as a whole (40024), naming the kind; null when it would not. */
export function tooManyIn(domains: Partial<DomainSet>, kinds: readonly DomainKind[]): string | null {
  const kind = kinds.find((each) => (domains[each]?.length ?? 0) > domainsMax)
  return kind === undefined ? null : say`${domainKindNames[kind]}：${tooManyDomains(domains[kind] ?? []) ?? ''}`
}

function problemsOf(
  kinds: readonly DomainKind[],
  domains: Partial<DomainSet>,
  groundOf: (kind: DomainKind) => Ground
): FieldProblems {
  return Object.fromEntries(
    kinds.flatMap((kind) => Object.entries(kindProblems(kind, domains[kind] ?? [], groundOf(kind))))
  )
}

function kindProblems(kind: DomainKind, lines: readonly string[], { own, present }: Ground): FieldProblems {
  const plain = lines.map((line) => line.toLowerCase())
  const isPresent = (line: string, index: number) => present.includes(line) && plain.indexOf(line) === index
  const verdicts = checkDomains(lines, own)
  const tooMany = present.length > domainsMax ? null : tooManyDomains(lower(lines))
  return {
    ...byLine(
      kind,
      plain.map((line, index) => (isPresent(line, index) ? null : (verdicts[index]?.problem ?? null)))
    ),
    ...(tooMany === null ? {} : { [kind]: tooMany })
  }
}

function byLine(field: string, problems: readonly (string | null)[]): FieldProblems {
  return Object.fromEntries(
    problems.flatMap((problem, index) => (problem === null ? [] : [[`${field}.${index}`, problem] as const]))
  )
}

/** All lists of a set in lower case, each domain once. */
export function lowerSet(domains: Partial<DomainSet>): Partial<DomainSet> {
  return Object.fromEntries(Object.entries(domains).map(([kind, list]) => [kind, lower(list)]))
}
