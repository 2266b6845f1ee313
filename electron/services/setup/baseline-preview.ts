import {
  domainKinds,
  type BaselineMode,
  type BaselinePreview,
  type DomainFacts,
  type DomainGroup,
  type DomainSet
} from '@shared/domain/domains'
import type { MerchantRef } from '@shared/domain/merchant'
import { permissionSets } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import type { Store } from '../../store/repositories'
import { merchantName } from '../merchant-facts'
import { baselineDifference, baselineTarget, deniedGroups } from './baseline-target'
import { changeProblems } from './domain-check'
import { domainsOf } from './domain-reading'

/** What applying a baseline would do to a merchant, judged by what was read last. */
export function baselinePreview(
  store: Store,
  ref: MerchantRef,
  domains: DomainSet,
  mode: BaselineMode
): BaselinePreview {
  const { value, readAt } = store.domains.read(ref)
  return {
    appId: ref.appId,
    name: merchantName(store, ref).name,
    difference: value && baselineDifference(value, domains, mode),
    readAt,
    blocked: whyNoCall(store, ref) ?? (value && whyRefused(store, ref, value, domains, mode))
  }
}

/** Why this merchant can not be called for at all. */
function whyNoCall(store: Store, ref: MerchantRef): string | null {
  const authorization = store.merchants.profile(ref)?.authorization
  if (authorization === undefined) return say`账号下没有这个商家`
  if (authorization.state === 'lost') return say`授权已失效`
  const { permissions } = authorization
  const { id, name } = permissionSets.basicInformation
  return permissions.length > 0 && !permissions.some((set) => set.id === id) ? say`没有授予「${name}」` : null
}

function whyRefused(
  store: Store,
  { accountId }: MerchantRef,
  facts: DomainFacts,
  domains: DomainSet,
  mode: BaselineMode
): string | null {
  if (deniedGroups(facts, domains).length > 0) return say`没有读取域名的权限`
  const own = store.applicationDomains.read(accountId)
  return (
    whyGroupRefused('server', facts, domains, mode, own.server) ??
    whyGroupRefused('webview', facts, domains, mode, own.webview)
  )
}

function whyGroupRefused(
  group: DomainGroup,
  facts: DomainFacts,
  domains: DomainSet,
  mode: BaselineMode,
  own: readonly string[]
): string | null {
  const [present, target] = [domainsOf(facts, group), baselineTarget(group, facts, domains, mode)]
  if (present === null || target === null) return null
  const [problem] = Object.entries(changeProblems(group, target, present, own))
  return problem === undefined ? null : named(target, ...problem)
}

/** A problem of a line with the domain that it is about. */
function named(target: Partial<DomainSet>, field: string, problem: string): string {
  const [kind, line] = field.split('.')
  const domain = domainKinds.flatMap((each) => (each === kind ? (target[each]?.[Number(line)] ?? []) : []))
  return [...domain, problem].join(say`：`)
}
