import type { Batch } from '@shared/domain/batch'
import { DeskFailure, type DeskError, type MerchantName } from '@shared/errors'

/** One batch at a time: `running` is the one that is in the way. */
export function otherRuns(running: Batch): DeskFailure {
  return new DeskFailure({
    code: 'not_possible_now',
    message: '批量任务没有开始',
    reason: `「${running.title}」还在进行，一个账号一次只进行一个批量任务`,
    nextStep: '请等它结束，或先暂停它',
    retryable: true
  })
}

export function batchNotPossible(message: string, why: string): DeskFailure {
  return new DeskFailure({
    code: 'not_possible_now',
    message,
    reason: why,
    nextStep: '请看过这个批量任务现在的状态后再操作',
    retryable: false
  })
}

export function invalidOrder(fields: Readonly<Record<string, string>>): DeskFailure {
  return new DeskFailure({
    code: 'invalid_input',
    message: '批量任务没有开始',
    reason: Object.values(fields)[0] ?? '内容不对',
    nextStep: '请修改标出的内容后再开始',
    retryable: false,
    fields
  })
}

export function batchGone(): DeskFailure {
  return new DeskFailure({
    code: 'not_found',
    message: '没有找到这个批量任务',
    reason: '账号的记录已被清除',
    nextStep: '请刷新批量任务列表',
    retryable: false
  })
}

/** Told as a notice: the failure would have met every other merchant as well. */
export function batchHeld({ title }: Batch, cause: DeskError): DeskError {
  return {
    ...cause,
    message: `批量任务「${title}」已暂停：${cause.message}`,
    nextStep: `${cause.nextStep}；处理好后继续这个批量任务`
  }
}

/** The merchant's authorisation is gone as far as we know; nothing was sent. */
export function authorizationGone(merchant: MerchantName): DeskError {
  return {
    code: 'authorization_lost',
    message: '这个商家没有修改',
    reason: '商家的授权已失效',
    nextStep: '请让商家重新授权，然后重试失败的',
    retryable: false,
    merchant
  }
}

/** A change whose answer was lost is settled, and is not all that was to be done. */
export function notComplete(merchant: MerchantName): DeskError {
  return {
    code: 'not_carried_out',
    message: '域名没有全部设置',
    reason: '平台的回答曾经丢失；已核对，还有域名没有设置',
    nextStep: '请重试失败的：只会补上还差的',
    retryable: true,
    merchant
  }
}

export function internalFailure(merchant: MerchantName): DeskError {
  return {
    code: 'internal',
    message: '这个商家没有修改完',
    reason: '程序内部出错',
    nextStep: '请重试失败的；如果再次出现，请把日志发给开发者',
    retryable: true,
    merchant
  }
}
