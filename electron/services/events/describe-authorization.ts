import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import { describing, text, type EventDescriber, type EventText, type Verdict } from './event-fields'

const authorized = z.object({
  AppName: text,
  CompanyName: text,
  AppSuperAdminMobile: text,
  AppSuperAdminEmail: text
})

/** Page "推送授权相关通知"; the fields about the company come with mini programs that a link created. */
const describeAuthorized = describing(authorized, (message): EventText => {
  const { AppName, CompanyName, AppSuperAdminMobile, AppSuperAdminEmail } = message
  const administrator = [AppSuperAdminMobile, AppSuperAdminEmail].filter(Boolean).join(' ')
  return {
    kind: 'authorized',
    title: AppName ? say`新建的小程序「${AppName}」已授权` : say`商家已授权`,
    detail: clauses(
      [CompanyName && say`主体：${CompanyName}`, administrator && say`管理员：${administrator}`].filter(Boolean)
    ),
    tone: 'good'
  }
})

const settlement = z.object({
  ApplyId: text,
  ApplyStatus: text,
  VerifyStatus: text,
  VerifyUrl: text,
  FailReason: text
})

const outcomes: Readonly<Record<string, Verdict>> = {
  success: { said: (what) => say`${what}成功`, tone: 'good' },
  fail: { said: (what) => say`${what}失败`, tone: 'bad' }
}

const unknownOutcome = (word: string): Verdict => ({
  said: (what) => say`${what}有结果（${word || say`没有说明`}）`,
  tone: 'neutral'
})

/** Page "代入驻事件通知". */
function describeSettlement(step: () => string, field: 'ApplyStatus' | 'VerifyStatus'): EventDescriber {
  return describing(settlement, (message) => {
    const word = message[field]
    const outcome = Object.hasOwn(outcomes, word) ? outcomes[word] : undefined
    const { said, tone } = outcome ?? unknownOutcome(word)
    const { ApplyId, FailReason, VerifyUrl } = message
    return {
      kind: 'settlement',
      title: said(step()),
      detail: clauses(
        [ApplyId && say`申请编号 ${ApplyId}`, FailReason, VerifyUrl && say`认证页面 ${VerifyUrl}`].filter(Boolean)
      ),
      tone
    }
  })
}

const revoked = (): EventText => ({ kind: 'unauthorized', title: say`商家取消了授权`, detail: '', tone: 'bad' })

const codeRetrieved = (): EventText => ({
  kind: 'code_retrieved',
  title: say`授权码已找回`,
  detail: '',
  tone: 'neutral'
})

/** Page "接收 component_ticket". */
export const ticketText = (): EventText => ({
  kind: 'ticket',
  title: say`收到 component_ticket`,
  detail: '',
  tone: 'neutral'
})

/** What comes to 授权事件接收 URL, besides the ticket. */
export const authorizationDescribers: readonly (readonly [string, EventDescriber])[] = [
  ['AUTHORIZED', describeAuthorized],
  ['UNAUTHORIZED', revoked],
  ['UPDATE_AUTHORIZED', codeRetrieved],
  ['SETTLE_APPLY', describeSettlement(() => say`代入驻申请`, 'ApplyStatus')],
  ['SETTLE_VERIFY', describeSettlement(() => say`代入驻认证`, 'VerifyStatus')]
]
