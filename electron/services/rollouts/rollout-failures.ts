import { DeskFailure, type DeskError, type MerchantName } from '@shared/errors'
import { rolloutBlocks, type BlockKey } from '@shared/rules/rollout-blocks'

const notStarted = '批量发布没有开始'

export function rolloutGone(): DeskFailure {
  return new DeskFailure({
    code: 'not_found',
    message: '没有找到这次批量发布',
    reason: '账号的记录已被清除',
    nextStep: '请刷新批量发布列表',
    retryable: false
  })
}

/** The state of the rollout or of its merchants does not allow it. */
export function notPossibleForRollout(message: string, why: string): DeskFailure {
  return new DeskFailure({
    code: 'not_possible_now',
    message,
    reason: why,
    nextStep: '请看过这次批量发布现在的状态后再操作',
    retryable: false
  })
}

/** The operator agreed to another number of merchants than the plan has. */
export function notConfirmed(confirmed: number, wanted: number): DeskFailure {
  return invalidPlan(`确认的是 ${confirmed} 个商家，计划里有 ${wanted} 个`, { confirmed: '和商家的数量不一样' })
}

export function repeatedMerchants(appIds: readonly string[]): DeskFailure {
  return invalidPlan(`${named(appIds)} 出现了不止一次`, { appIds: '有重复的商家' })
}

export function unknownMerchants(appIds: readonly string[]): DeskFailure {
  return invalidPlan(`账号下没有 ${named(appIds)}`, { appIds: `${appIds.length} 个商家不在账号里` })
}

export function unusableExtJson(problem: string): DeskFailure {
  return invalidPlan(`ext.json ${problem}`, { extJson: problem })
}

export function invalidPlan(reason: string, fields: Readonly<Record<string, string>>): DeskFailure {
  return new DeskFailure({
    code: 'invalid_input',
    message: notStarted,
    reason,
    nextStep: '请修改计划后再开始',
    retryable: false,
    fields
  })
}

export const startInOther = {
  message: notStarted,
  nextStep: '请在预览里按「移出在别的批量发布里的」，或在那一次里跳过这些商家，或等它结束'
} as const

export const retryInOther = {
  message: '没有重试',
  nextStep: '请在那一次里跳过这些商家，或等它结束，然后再重试'
} as const

/** Merchants that other rollouts are not done with, each with the rollout that it is in. */
export function inOtherRollout(
  merchants: readonly { readonly title: string }[],
  { message, nextStep }: Pick<DeskError, 'message' | 'nextStep'>
): DeskFailure {
  const titles = Map.groupBy(merchants, ({ title }) => title)
  const parts = [...titles].map(([title, { length }]) => `${length} 个商家还在「${title}」里`)
  return new DeskFailure({
    code: 'not_possible_now',
    message,
    nextStep,
    reason: parts.slice(0, 3).join('，') + (parts.length > 3 ? `，等 ${parts.length} 次批量发布` : ''),
    retryable: true
  })
}

/** Nothing was sent to the merchant, as the platform would have refused it. */
export function blockedError(why: string, cause: string, merchant: MerchantName): DeskError {
  return {
    code: 'not_possible_now',
    message: '没有发送',
    reason: why,
    nextStep: adviceFor(cause),
    retryable: false,
    merchant
  }
}

function adviceFor(cause: string): string {
  const [kind, key = ''] = cause.split(':')
  const isKnown = (text: string): text is BlockKey => Object.hasOwn(rolloutBlocks, text)
  return kind === 'blocked' && isKnown(key) ? rolloutBlocks[key].advice : '请在商家的页面处理好，然后重试'
}

/** The list of hosts that a submission could name is empty. */
export function noHosts(by: 'available' | 'released', merchant: MerchantName): DeskError {
  return {
    code: 'not_possible_now',
    message: '没有提审',
    reason: by === 'available' ? '平台没有给出这个商家可以选的宿主端' : '这个商家没有发布过，没有上次的宿主端',
    nextStep: by === 'available' ? '请在商家的页面确认可选的宿主端，然后重试' : '请改用「商家能选的全部」的计划',
    retryable: false,
    merchant
  }
}

export function internalFailure(merchant: MerchantName): DeskError {
  return {
    code: 'internal',
    message: '这个商家没有做完',
    reason: '程序内部出错',
    nextStep: '请重试；如果再次出现，请把日志发给开发者',
    retryable: true,
    merchant
  }
}

const named = (appIds: readonly string[]): string =>
  appIds.slice(0, 3).join('、') + (appIds.length > 3 ? ` 等 ${appIds.length} 个` : '')
