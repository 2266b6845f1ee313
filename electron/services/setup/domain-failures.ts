import type { DomainDifference, DomainGroup } from '@shared/domain/domains'
import { DeskFailure, type MerchantName } from '@shared/errors'
import { domainKindNames, kindsOf } from '@shared/rules/domain-rules'
import { settingNames } from '@shared/rules/setting-names'
import type { FieldProblems } from './domain-check'

const kindOfChange = { server: 'server_domains', webview: 'webview_domains' } as const

/** The journal's word for a change of this group. */
export const changeKind = (group: DomainGroup) => kindOfChange[group]

const notBegun = (group: DomainGroup): string => `${settingNames[changeKind(group)]}没有开始`

/** Refuses lists with problems: `message` says what did not happen. Does nothing without any. */
export function refuseProblems(message: string, fields: FieldProblems, merchant?: MerchantName): void {
  const [problem] = Object.values(fields)
  if (problem === undefined) return
  throw new DeskFailure({
    code: 'invalid_input',
    message,
    reason: problem,
    nextStep: '请修改标出的域名后再提交',
    retryable: false,
    fields,
    ...(merchant === undefined ? {} : { merchant })
  })
}

export const refuseChange = (group: DomainGroup, fields: FieldProblems, merchant: MerchantName): void =>
  refuseProblems(notBegun(group), fields, merchant)

/** Nothing was sent: the group can not be changed as it is, or needs no change. */
export function domainsNotPossible(group: DomainGroup, why: string, merchant: MerchantName): DeskFailure {
  return new DeskFailure({
    code: 'not_possible_now',
    message: notBegun(group),
    reason: why,
    nextStep: '请看过现有的域名后再操作',
    retryable: false,
    merchant
  })
}

/** Nothing was sent: the platform has other domains than the operator saw. */
export function domainsChanged(group: DomainGroup, difference: DomainDifference, merchant: MerchantName): DeskFailure {
  return new DeskFailure({
    code: 'changed_meanwhile',
    message: notBegun(group),
    reason: `平台上的域名和您看到的不同：${differenceText(group, difference, { missing: '多了', extra: '少了' })}`,
    nextStep: '请看过最新的域名后再修改',
    retryable: false,
    merchant
  })
}

const shown = 3

/** A difference in words, kind by kind; of many domains the first ones are named. */
export function differenceText(
  group: DomainGroup,
  difference: DomainDifference,
  words: { readonly missing: string; readonly extra: string }
): string {
  return kindsOf(group)
    .flatMap((kind) => {
      const { missing, extra } = difference[kind]
      const parts = [some(words.missing, missing), some(words.extra, extra)].filter((part) => part !== '')
      return parts.length === 0 ? [] : [`${domainKindNames[kind]}${parts.join('，')}`]
    })
    .join('；')
}

function some(word: string, domains: readonly string[]): string {
  if (domains.length === 0) return ''
  const more = domains.length > shown ? ` 等 ${domains.length} 个` : ''
  return `${word} ${domains.slice(0, shown).join('、')}${more}`
}
