import type { SettingFacet, SettingKind } from '@shared/domain/setting'
import type { AssignedError, MerchantName, WayOut } from '@shared/errors'
import { facetOf, settingNames } from '@shared/rules/setting-names'
import type { Refusal } from '@shared/rules/version-actions'
import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'

const pages: Readonly<Record<SettingFacet, WayOut>> = {
  profile: 'merchant_profile',
  categories: 'merchant_categories',
  domains: 'merchant_domains',
  capabilities: 'merchant_capabilities'
}

const pageOf = (kind: SettingKind): WayOut => pages[facetOf(kind)]

/** Nothing was sent: what is to be set has a mistake; `fields` maps the form's fields to what is wrong with them. */
export function invalidSetting(
  kind: SettingKind,
  fields: Readonly<Record<string, string>>,
  merchant: MerchantName
): AssignedError {
  return {
    code: 'invalid_input',
    message: say`${settingNames[kind]}没有开始`,
    reason: clauses(Object.values(fields)),
    nextStep: say`请按提示修改后再试`,
    retryable: false,
    merchant,
    actor: 'operator',
    wayOut: pageOf(kind),
    fields
  }
}

/** Nothing was sent: the rules say that the platform would refuse it. */
export function notPossible(
  kind: SettingKind,
  { why, remedy }: Pick<Refusal, 'why' | 'remedy'>,
  merchant: MerchantName
): AssignedError {
  return {
    code: 'not_possible_now',
    message: say`${settingNames[kind]}没有开始`,
    reason: why,
    nextStep: say`请按原因处理后再试`,
    retryable: false,
    merchant,
    actor: 'operator',
    wayOut: pageOf(kind),
    ...remedy
  }
}

/** Nothing was sent: another change of the same part of this merchant is under way. */
export function busyWith(kind: SettingKind, merchant: MerchantName): AssignedError {
  return {
    code: 'not_possible_now',
    message: say`修改没有开始`,
    reason: say`这个商家的「${settingNames[kind]}」还在进行`,
    nextStep: say`请等它结束`,
    retryable: true,
    merchant,
    actor: 'nobody',
    wayOut: pageOf(kind)
  }
}

/** Nothing was sent: how an earlier change of the same part ended must be known first. */
export function unsettledBefore(kind: SettingKind, earlier: SettingKind, merchant: MerchantName): AssignedError {
  return {
    ...notPossible(kind, { why: say`上一次「${settingNames[earlier]}」的结果还没有确认` }, merchant),
    nextStep: say`请先点「立即确认」，或等程序核对完`,
    retryable: true
  }
}

/** Nothing was sent: the present state could not be read. */
export function notStarted(kind: SettingKind, cause: AssignedError): AssignedError {
  return { ...cause, message: say`${settingNames[kind]}没有开始：修改前没能读到现在的设置`, retryable: true }
}

/** The answer was lost, and what is set shows that the platform did nothing. */
export function notCarriedOut(kind: SettingKind, merchant: MerchantName, logId: string | null): AssignedError {
  return {
    code: 'not_carried_out',
    message: say`${settingNames[kind]}没有成功`,
    reason: say`平台的回答没有收到；已核对现在的设置，平台没有执行这次修改`,
    nextStep: say`可以再试一次`,
    retryable: true,
    merchant,
    actor: 'operator',
    wayOut: 'retry',
    ...(logId === null ? {} : { logId })
  }
}

/** The answer was lost, and what is set can not be read or does not tell. */
export function outcomeUnknown(kind: SettingKind, merchant: MerchantName, logId: string | null): AssignedError {
  return {
    code: 'outcome_unknown',
    message: say`${settingNames[kind]}的结果还不知道`,
    reason: say`平台的回答没有收到，现在的设置也还看不出结果`,
    nextStep: say`程序会继续核对，不会重复发送；也可以点「立即确认」`,
    retryable: false,
    merchant,
    actor: 'nobody',
    wayOut: pageOf(kind),
    ...(logId === null ? {} : { logId })
  }
}
