import type { Account } from '@shared/domain/account'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'

export function alreadyThere(): DeskFailure {
  return new DeskFailure({
    code: 'invalid_input',
    message: say`账号没有保存`,
    reason: say`这个第三方小程序应用已经添加过了`,
    nextStep: say`请在账号列表里打开它；需要改密钥时用「编辑」`,
    retryable: false,
    actor: 'operator',
    wayOut: 'accounts',
    fields: { componentAppId: say`已经添加过` }
  })
}

export function secretsNeeded(): DeskFailure {
  const field = say`请重新填写`
  return new DeskFailure({
    code: 'invalid_input',
    message: say`账号没有保存`,
    reason: say`没有读到以前的密钥，需要全部重新填写`,
    nextStep: say`请填写 AppSecret、消息验证 TOKEN 和消息加密解密 KEY`,
    retryable: false,
    actor: 'operator',
    fields: { secret: field, messageToken: field, messageKey: field }
  })
}

export function operationsRun(): DeskFailure {
  return new DeskFailure({
    code: 'not_possible_now',
    message: say`账号没有移除`,
    reason: say`有操作正在进行`,
    nextStep: say`请等它结束后再移除`,
    retryable: true,
    actor: 'nobody',
    wayOut: 'retry'
  })
}

/** For the practice environment, and an account from the environment. */
export function notChangeable(kind: Account['kind']): DeskFailure {
  const isPractice = kind === 'practice'
  return new DeskFailure({
    code: 'not_possible_now',
    message: say`这个账号不能修改`,
    reason: isPractice ? say`演练环境是内置的` : say`它由启动时的环境变量给出`,
    nextStep: isPractice ? say`不需要处理` : say`请修改环境变量后重新打开程序`,
    retryable: false,
    actor: isPractice ? 'nobody' : 'operator'
  })
}
