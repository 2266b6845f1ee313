import type { DomainDifference, DomainGroup, DomainKind } from '@shared/domain/domains'
import { DeskFailure, type ErrorRemedy, type MerchantName } from '@shared/errors'
import { domainKindNames, kindsOf } from '@shared/rules/domain-rules'
import { settingNames } from '@shared/rules/setting-names'
import { byAuthorization } from '@shared/rules/version-actions'
import { clauses, listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import type { FieldProblems } from './domain-check'

const kindOfChange = { server: 'server_domains', webview: 'webview_domains' } as const

/** The journal's word for a change of this group. */
export const changeKind = (group: DomainGroup) => kindOfChange[group]

const notBegun = (group: DomainGroup): string => say`${settingNames[changeKind(group)]}没有开始`

/** Refuses lists with problems: `message` says what did not happen. Does nothing without any. */
export function refuseProblems(message: string, fields: FieldProblems, merchant?: MerchantName): void {
  const [problem] = Object.values(fields)
  if (problem === undefined) return
  throw new DeskFailure({
    code: 'invalid_input',
    message,
    reason: problem,
    nextStep: say`请修改标出的域名后再提交`,
    retryable: false,
    actor: 'operator',
    fields,
    ...(merchant === undefined ? {} : { merchant, wayOut: 'merchant_domains' })
  })
}

export const refuseChange = (group: DomainGroup, fields: FieldProblems, merchant: MerchantName): void =>
  refuseProblems(notBegun(group), fields, merchant)

const onDomains: ErrorRemedy = { actor: 'operator', wayOut: 'merchant_domains' }

/** Nothing was sent: the group can not be changed as it is, or needs no change. */
export function domainsNotPossible(
  group: DomainGroup,
  why: string,
  merchant: MerchantName,
  remedy = onDomains
): DeskFailure {
  return new DeskFailure({
    code: 'not_possible_now',
    message: notBegun(group),
    reason: why,
    nextStep: say`请看过现有的域名后再操作`,
    retryable: false,
    merchant,
    ...remedy
  })
}

/** Nothing was sent: the group could not be read either. */
export const domainsDenied = (group: DomainGroup, merchant: MerchantName): DeskFailure =>
  domainsNotPossible(group, say`商家没有授予读取域名的权限`, merchant, byAuthorization)

/** 40025. */
export const domainsOfCompanies = (group: DomainGroup, merchant: MerchantName): DeskFailure =>
  domainsNotPossible(group, say`不是企业小程序，不能使用业务域名`, merchant, {
    actor: 'merchant',
    wayOut: 'merchant_standing'
  })

/** Nothing was sent: the platform has other domains than the operator saw. */
export function domainsChanged(group: DomainGroup, difference: DomainDifference, merchant: MerchantName): DeskFailure {
  return new DeskFailure({
    code: 'changed_meanwhile',
    message: notBegun(group),
    reason: say`平台上的域名和您看到的不同：${differenceText(group, difference, foundInstead)}`,
    nextStep: say`请看过最新的域名后再修改`,
    retryable: false,
    merchant,
    ...onDomains
  })
}

const shown = 3

/** How a difference of one kind is put: the kind's name, then the domains. */
export type DifferenceWords = {
  readonly missing: (kind: string, domains: string) => string
  readonly extra: (kind: string, domains: string) => string
  readonly both: (kind: string, missing: string, extra: string) => string
}

const foundInstead: DifferenceWords = {
  missing: (kind, domains) => say`${kind}多了 ${domains}`,
  extra: (kind, domains) => say`${kind}少了 ${domains}`,
  both: (kind, missing, extra) => say`${kind}多了 ${missing}，少了 ${extra}`
}

/** A difference in words, kind by kind; of many domains the first ones are named. */
export function differenceText(group: DomainGroup, difference: DomainDifference, words: DifferenceWords): string {
  return clauses(kindsOf(group).flatMap((kind) => kindText(domainKindNames[kind], difference[kind], words)))
}

function kindText(kind: string, { missing, extra }: DomainDifference[DomainKind], words: DifferenceWords): string[] {
  if (missing.length > 0 && extra.length > 0) return [words.both(kind, some(missing), some(extra))]
  if (missing.length > 0) return [words.missing(kind, some(missing))]
  return extra.length > 0 ? [words.extra(kind, some(extra))] : []
}

function some(domains: readonly string[]): string {
  const first = listed(domains.slice(0, shown))
  return domains.length > shown ? say`${first} 等 ${domains.length} 个` : first
}
