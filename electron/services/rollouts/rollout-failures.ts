import { DeskFailure, type AssignedError, type MerchantName } from '@shared/errors'
import { rolloutBlocks } from '@shared/rules/rollout-blocks'
import { listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import { blockKeyOf, remedyFor } from './block-remedies'

const notStarted = (): string => say`批量发布没有开始`

export function rolloutGone(): DeskFailure {
  return new DeskFailure({
    code: 'not_found',
    message: say`没有找到这次批量发布`,
    reason: say`账号的记录已被清除`,
    nextStep: say`请刷新批量发布列表`,
    retryable: false,
    actor: 'operator',
    wayOut: 'rollouts'
  })
}

/** The state of the rollout or of its merchants does not allow it. */
export function notPossibleForRollout(message: string, why: string): DeskFailure {
  return new DeskFailure({
    code: 'not_possible_now',
    message,
    reason: why,
    nextStep: say`请看过这次批量发布现在的状态后再操作`,
    retryable: false,
    actor: 'operator',
    wayOut: 'rollouts'
  })
}

/** The operator agreed to another number of merchants than the plan has. */
export function notConfirmed(confirmed: number, wanted: number): DeskFailure {
  return invalidPlan(say`确认的是 ${confirmed} 个商家，计划里有 ${wanted} 个`, { confirmed: say`和商家的数量不一样` })
}

export function repeatedMerchants(appIds: readonly string[]): DeskFailure {
  return invalidPlan(say`${named(appIds)} 出现了不止一次`, { appIds: say`有重复的商家` })
}

export function unknownMerchants(appIds: readonly string[]): DeskFailure {
  return invalidPlan(say`账号下没有 ${named(appIds)}`, { appIds: say`${appIds.length} 个商家不在账号里` })
}

export function unusableExtJson(problem: string): DeskFailure {
  return invalidPlan(say`ext.json ${problem}`, { extJson: problem })
}

export function invalidPlan(reason: string, fields: Readonly<Record<string, string>>): DeskFailure {
  return new DeskFailure({
    code: 'invalid_input',
    message: notStarted(),
    reason,
    nextStep: say`请修改计划后再开始`,
    retryable: false,
    actor: 'operator',
    fields
  })
}

type Refusal = Pick<AssignedError, 'message' | 'nextStep'>

export const startInOther = (): Refusal => ({
  message: notStarted(),
  nextStep: say`请在预览里按「移出在别的批量发布里的」，或在那一次里跳过这些商家，或等它结束`
})

export const retryInOther = (): Refusal => ({
  message: say`没有重试`,
  nextStep: say`请在那一次里跳过这些商家，或等它结束，然后再重试`
})

/** Merchants that other rollouts are not done with, each with the rollout that it is in. */
export function inOtherRollout(
  merchants: readonly { readonly title: string }[],
  { message, nextStep }: Refusal
): DeskFailure {
  const titles = Map.groupBy(merchants, ({ title }) => title)
  const parts = [...titles].map(([title, { length }]) => say`${length} 个商家还在「${title}」里`)
  const shown = parts.slice(0, 3).join(say`，`)
  return new DeskFailure({
    code: 'not_possible_now',
    message,
    nextStep,
    reason: parts.length > 3 ? say`${shown}，等 ${parts.length} 次批量发布` : shown,
    retryable: true,
    actor: 'operator',
    wayOut: 'rollouts'
  })
}

/** Nothing was sent to the merchant, as the platform would have refused it. */
export function blockedError(why: string, cause: string, merchant: MerchantName): AssignedError {
  return {
    code: 'not_possible_now',
    message: say`没有发送`,
    reason: why,
    nextStep: adviceFor(cause),
    retryable: false,
    merchant,
    ...remedyFor(cause)
  }
}

function adviceFor(cause: string): string {
  const key = blockKeyOf(cause)
  return key === null ? say`请在商家的页面处理好，然后重试` : rolloutBlocks[key].advice
}

/** The list of hosts that a submission could name is empty. */
export function noHosts(by: 'available' | 'released', merchant: MerchantName): AssignedError {
  return {
    code: 'not_possible_now',
    message: say`没有提审`,
    reason: by === 'available' ? say`平台没有给出这个商家可以选的宿主端` : say`这个商家没有发布过，没有上次的宿主端`,
    nextStep: by === 'available' ? say`请在商家的页面确认可选的宿主端，然后重试` : say`请改用「商家能选的全部」的计划`,
    retryable: false,
    merchant,
    actor: 'operator',
    ...(by === 'available' ? { wayOut: 'merchant_versions' } : {})
  }
}

export function internalFailure(merchant: MerchantName): AssignedError {
  return {
    code: 'internal',
    message: say`这个商家没有做完`,
    reason: say`程序内部出错`,
    nextStep: say`请重试；如果再次出现，请把日志发给开发者`,
    retryable: true,
    merchant,
    actor: 'developer',
    wayOut: 'support'
  }
}

function named(appIds: readonly string[]): string {
  const shown = listed(appIds.slice(0, 3))
  return appIds.length > 3 ? say`${shown} 等 ${appIds.length} 个` : shown
}
