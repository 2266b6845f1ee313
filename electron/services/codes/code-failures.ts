import { DeskFailure, type MerchantName } from '@shared/errors'
import { say } from '@shared/texts/say'

type Fields = Readonly<Record<string, string>>

const invalid = (message: string, fields: Fields, merchant?: MerchantName): DeskFailure =>
  new DeskFailure({
    code: 'invalid_input',
    message,
    reason: Object.values(fields)[0] ?? say`内容不对`,
    nextStep: say`请按提示修改后再试`,
    retryable: false,
    actor: 'operator',
    fields,
    ...(merchant === undefined ? {} : { merchant })
  })

/** Nothing was asked for: the code would not open its page, or not scan. */
export const codeNotMade = (fields: Fields, merchant: MerchantName): DeskFailure =>
  invalid(say`小程序码没有生成`, fields, merchant)

/** None of the codes was kept. */
export const codesNotSaved = (fields: Fields): DeskFailure => invalid(say`小程序码没有保存`, fields)

export function codeGone(): DeskFailure {
  return new DeskFailure({
    code: 'not_found',
    message: say`没有找到这个小程序码`,
    reason: say`它已被删除`,
    nextStep: say`请刷新小程序码列表`,
    retryable: false,
    actor: 'operator'
  })
}
