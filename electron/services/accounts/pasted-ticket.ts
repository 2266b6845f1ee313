import { DeskFailure, type WayOut } from '@shared/errors'
import { say } from '@shared/texts/say'
import { PushError, type PushRefusal } from '../../douyin/push-messages'
import { z } from 'zod'
import { isTicket } from './ticket-book'

/** What the operator pasted: a ticket, or a whole message as the platform pushes it. */
export type PastedTicket =
  { readonly kind: 'ticket'; readonly ticket: string } | { readonly kind: 'message'; readonly body: unknown }

const decrypted = z.object({ Ticket: z.string().refine(isTicket) })

/** Throws `DeskFailure` `invalid_input` for what is none of them. */
export function readPastedTicket(text: string): PastedTicket {
  if (isTicket(text) && !text.startsWith('{')) return { kind: 'ticket', ticket: text }
  const json = jsonOf(text)
  const plain = decrypted.safeParse(json)
  if (plain.success) return { kind: 'ticket', ticket: plain.data.Ticket }
  if (typeof json === 'object' && json !== null && 'Encrypt' in json) return { kind: 'message', body: json }
  throw refused({
    reason: say`这段内容里没有票据`,
    nextStep: say`请粘贴 component_ticket 本身，或平台推送的整条消息（JSON）`
  })
}

type Advice = { readonly reason: string; readonly nextStep: string; readonly wayOut?: WayOut }

const refusals: Readonly<Record<PushRefusal, () => Advice>> = {
  malformed: () => ({ reason: say`消息不完整，或不是平台推送的格式`, nextStep: say`请粘贴整条消息，从 { 到 }` }),
  signature: () => ({
    reason: say`消息的签名不符`,
    nextStep: say`请核对账号的消息验证 TOKEN，或确认消息是这个应用的`,
    wayOut: 'account'
  }),
  stale: () => ({ reason: say`消息的时间相差太多`, nextStep: say`请核对这台电脑的时钟` }),
  key: () => ({
    reason: say`签名正确，但消息解不开`,
    nextStep: say`请核对账号的消息加密解密 KEY`,
    wayOut: 'account'
  }),
  recipient: () => ({
    reason: say`消息是发给另一个第三方小程序应用的`,
    nextStep: say`请核对账号的 AppID，或换一条消息`,
    wayOut: 'account'
  })
}

/** What a message that was not accepted means to the one who pasted it. Anything else is thrown again. */
export function pasteFailure(error: unknown): DeskFailure {
  if (!(error instanceof PushError)) throw error
  return refused(refusals[error.refusal]())
}

function refused(advice: Advice): DeskFailure {
  return new DeskFailure({
    code: 'invalid_input',
    message: say`票据没有保存`,
    ...advice,
    retryable: false,
    actor: 'operator',
    fields: { text: advice.reason }
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
