import type { OperationKind } from '@shared/domain/operation'
import type { AssignedError, ErrorRemedy, MerchantName } from '@shared/errors'
import type { ExtJsonProblem } from '@shared/rules/ext-json'
import { operationNames } from '@shared/rules/operation-names'
import type { Refusal } from '@shared/rules/version-actions'
import { say } from '@shared/texts/say'

const onVersions: ErrorRemedy = { actor: 'operator', wayOut: 'merchant_versions' }
const later: ErrorRemedy = { actor: 'nobody', wayOut: 'retry' }

/** Nothing was sent: the rules say that the platform would refuse it. */
export function notPossible(
  kind: OperationKind,
  { why, remedy }: Pick<Refusal, 'why' | 'remedy'>,
  merchant: MerchantName,
  waitMs?: number
): AssignedError {
  return {
    code: 'not_possible_now',
    message: say`${operationNames[kind]}没有开始`,
    reason: why,
    nextStep: waitMs === undefined ? say`请按原因处理后再试` : say`请等 ${Math.ceil(waitMs / 1000)} 秒再试`,
    retryable: waitMs !== undefined,
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
    merchant,
    ...(waitMs === undefined ? { ...onVersions, ...remedy } : later)
  }
}

/** Nothing was sent: another operation of this merchant is under way. */
export function busyWith(kind: OperationKind, merchant: MerchantName): AssignedError {
  return {
    code: 'not_possible_now',
    message: say`操作没有开始`,
    reason: say`这个商家的「${operationNames[kind]}」还在进行`,
    nextStep: say`请等它结束`,
    retryable: true,
    merchant,
    actor: 'nobody',
    wayOut: 'merchant_versions'
  }
}

/** Nothing was sent: the present state could not be read. */
export function notStarted(kind: OperationKind, cause: AssignedError): AssignedError {
  return { ...cause, message: say`${operationNames[kind]}没有开始：操作前没能读到商家的版本`, retryable: true }
}

/** Nothing was sent: the platform shows another version than the operator confirmed. */
export function changedMeanwhile(
  kind: OperationKind,
  expected: string,
  present: string | null,
  merchant: MerchantName
): AssignedError {
  return {
    code: 'changed_meanwhile',
    message: say`${operationNames[kind]}没有开始`,
    reason: say`您确认的是 ${expected}，平台上现在是 ${present ?? say`没有版本`}`,
    nextStep: say`请看过最新的版本后再操作`,
    retryable: false,
    merchant,
    ...onVersions
  }
}

/** Nothing was sent: the ext.json can not be uploaded as it is. */
export function invalidExtJson(problem: Omit<ExtJsonProblem, 'severity'>, merchant: MerchantName): AssignedError {
  const text = say`第 ${problem.line} 行第 ${problem.column} 列：${problem.message}`
  return {
    code: 'invalid_input',
    message: say`${operationNames.upload}没有开始`,
    reason: say`ext.json ${text}`,
    nextStep: say`请修改 ext.json 后再上传`,
    retryable: false,
    merchant,
    ...onVersions,
    fields: { extJson: text }
  }
}

/** The answer was lost, and the version list shows that the platform did nothing. */
export function notCarriedOut(kind: OperationKind, merchant: MerchantName, logId: string | null): AssignedError {
  return {
    code: 'not_carried_out',
    message: say`${operationNames[kind]}没有成功`,
    reason: say`平台的回答没有收到；已核对版本列表，平台没有执行这次操作`,
    nextStep: say`可以再试一次`,
    retryable: true,
    merchant,
    actor: 'operator',
    wayOut: 'retry',
    ...(logId === null ? {} : { logId })
  }
}

/** The answer was lost, and the version list can not be read or does not tell. */
export function outcomeUnknown(kind: OperationKind, merchant: MerchantName, logId: string | null): AssignedError {
  return {
    code: 'outcome_unknown',
    message: say`${operationNames[kind]}的结果还不知道`,
    reason: say`平台的回答没有收到，版本列表也还看不出结果`,
    nextStep: say`程序会继续核对，不会重复发送；也可以点「立即确认」`,
    retryable: false,
    merchant,
    actor: 'nobody',
    wayOut: 'merchant_versions',
    ...(logId === null ? {} : { logId })
  }
}
