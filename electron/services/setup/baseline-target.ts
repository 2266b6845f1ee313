import type {
  BaselineMode,
  DomainBaseline,
  DomainDifference,
  DomainDrift,
  DomainFacts,
  DomainGroup,
  DomainKind,
  DomainSet
} from '@shared/domain/domains'
import { differenceSize, domainDifference, kindsOf } from '@shared/rules/domain-rules'
import { domainsOf, knownDomains, lower } from './domain-reading'

/** What matters of a baseline when it is compared. */
export type BaselineDomains = Pick<DomainBaseline, 'id' | 'name' | 'domains'>

/** How far a merchant is from its baseline; a group that it can not have, or that could not be read, does not count. */
export function driftFrom({ id, name, domains }: BaselineDomains, facts: DomainFacts | null): DomainDrift {
  const about = { baselineId: id, baselineName: name }
  const known = facts && knownDomains(facts)
  if (known === null || Object.keys(known).length === 0) return { ...about, missing: null, extra: null }
  return { ...about, ...differenceSize(domainDifference(known, knownPart(known, domains))) }
}

/** What applying a baseline would add to what is known, and, for `exact`, delete of it. */
export function baselineDifference(facts: DomainFacts, domains: DomainSet, mode: BaselineMode): DomainDifference {
  const known = knownDomains(facts)
  const target = knownPart(known, domains)
  return domainDifference(known, mode === 'exact' ? target : together(known, target))
}

/** What a group should be after a baseline was applied; null for one that this merchant can not have, or was not read. */
export function baselineTarget(
  group: DomainGroup,
  facts: DomainFacts,
  domains: DomainSet,
  mode: BaselineMode
): Partial<DomainSet> | null {
  const present = domainsOf(facts, group)
  if (present === null) return null
  const target = knownPart(present, domains)
  return mode === 'exact' ? target : together(present, target)
}

/** Groups that a baseline names domains for and that the platform did not let us read. */
export function deniedGroups(facts: DomainFacts, domains: DomainSet): readonly DomainGroup[] {
  const denied: DomainGroup[] = []
  if (facts.server === null) denied.push('server')
  if (facts.webview === null && facts.webviewAvailable) denied.push('webview')
  return denied.filter((group) => kindsOf(group).some((kind) => domains[kind].length > 0))
}

function knownPart(known: Partial<DomainSet>, domains: DomainSet): Partial<DomainSet> {
  const kinds = Object.keys(domains)
    .filter(isKind)
    .filter((kind) => known[kind] !== undefined)
  return Object.fromEntries(kinds.map((kind) => [kind, lower(domains[kind])]))
}

function together(known: Partial<DomainSet>, wanted: Partial<DomainSet>): Partial<DomainSet> {
  const kinds = Object.keys(known).filter(isKind)
  return Object.fromEntries(kinds.map((kind) => [kind, lower([...(known[kind] ?? []), ...(wanted[kind] ?? [])])]))
}

const isKind = (name: string): name is DomainKind =>
  name === 'webview' || kindsOf('server').some((kind) => kind === name)
