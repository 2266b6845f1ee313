import { DeskFailure, type DeskError } from '@shared/errors'
import { createLinksPerDay } from '@shared/rules/limits'
import { say } from '@shared/texts/say'

/** 40004 and 40022: the merchant is not authorised to us. The other authorisation codes name a missing permission. */
const goneCodes: ReadonlySet<string> = new Set(['40004', '40022'])

/** Whether the platform said that the merchant is not authorised to us (any more). */
export function isAuthorizationGone({ code, platformCode }: DeskError): boolean {
  return code === 'authorization_lost' && platformCode !== undefined && goneCodes.has(platformCode)
}

/** 40018: the code was used before, or an hour went by. */
export function isCodeSpent(error: unknown): error is DeskFailure {
  return error instanceof DeskFailure && error.error.platformCode === '40018'
}

/** Another desktop fetches the tokens of this application. */
export function isHeldElsewhere(error: unknown): boolean {
  return error instanceof DeskFailure && error.error.code === 'not_possible_now'
}

/** A code that is spent does not tell whose it was, so the way on is the list. */
export function codeSpent({ error }: DeskFailure): DeskFailure {
  return new DeskFailure({
    ...error,
    reason: say`授权码已经用过，或已过期（1 小时内有效，只能用一次）`,
    nextStep: say`请先从授权列表导入，已授权的商家会出现；如果没有，请给商家发一条新的授权链接`,
    retryable: false,
    actor: 'operator',
    wayOut: 'authorization_links'
  })
}

export function noCodeInText(): DeskFailure {
  return new DeskFailure({
    code: 'invalid_input',
    message: say`授权没有接收`,
    reason: say`粘贴的内容里没有授权码`,
    nextStep: say`请粘贴商家授权后浏览器地址栏里的完整地址，或授权码本身`,
    retryable: false,
    actor: 'operator',
    fields: { text: say`没有找到授权码（authorization_code）` }
  })
}

/** What a failed rescue says when the authorisation is gone: only the merchant can bring it back. */
export function rescueInVain({ error }: DeskFailure): DeskFailure {
  return new DeskFailure({
    ...error,
    reason: say`商家已经取消授权，授权码找不回来`,
    nextStep: say`请生成一条新的授权链接发给商家，由商家重新授权`,
    retryable: false,
    actor: 'merchant',
    wayOut: 'authorization_links'
  })
}

const linkMessage = (): string => say`授权链接没有生成`

export function invalidLink(field: 'appName' | 'icon', text: string): DeskFailure {
  return new DeskFailure({
    code: 'invalid_input',
    message: linkMessage(),
    reason: text,
    nextStep: say`请按提示修改后再生成`,
    retryable: false,
    actor: 'operator',
    fields: { [field]: text }
  })
}

export function createLinksUsedUp(): DeskFailure {
  return new DeskFailure({
    code: 'not_possible_now',
    message: linkMessage(),
    reason: say`24 小时内已生成 ${createLinksPerDay} 条代创建链接，到了平台的上限`,
    nextStep: say`请明天再生成；已有小程序的商家可以用「授权已有小程序」的链接，不受这个限制`,
    retryable: false,
    actor: 'nobody'
  })
}
