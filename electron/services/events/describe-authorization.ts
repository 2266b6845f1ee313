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
    title: AppName ? `新建的小程序「${AppName}」已授权` : '商家已授权',
    detail: [CompanyName && `主体：${CompanyName}`, administrator && `管理员：${administrator}`]
      .filter(Boolean)
      .join('；'),
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
  success: { word: '成功', tone: 'good' },
  fail: { word: '失败', tone: 'bad' }
}

/** Page "代入驻事件通知". */
function describeSettlement(step: string, field: 'ApplyStatus' | 'VerifyStatus'): EventDescriber {
  return describing(settlement, (message) => {
    const word = message[field]
    const outcome = Object.hasOwn(outcomes, word) ? outcomes[word] : undefined
    const { ApplyId, FailReason, VerifyUrl } = message
    return {
      kind: 'settlement',
      title: `代入驻${step}${outcome?.word ?? `有结果（${word || '没有说明'}）`}`,
      detail: [ApplyId && `申请编号 ${ApplyId}`, FailReason, VerifyUrl && `认证页面 ${VerifyUrl}`]
        .filter(Boolean)
        .join('；'),
      tone: outcome?.tone ?? 'neutral'
    }
  })
}

const fixed =
  (described: EventText): EventDescriber =>
  () =>
    described

/** Page "接收 component_ticket". */
export const ticketText: EventText = { kind: 'ticket', title: '收到 component_ticket', detail: '', tone: 'neutral' }

/** What comes to 授权事件接收 URL, besides the ticket. */
export const authorizationDescribers: readonly (readonly [string, EventDescriber])[] = [
  ['AUTHORIZED', describeAuthorized],
  ['UNAUTHORIZED', fixed({ kind: 'unauthorized', title: '商家取消了授权', detail: '', tone: 'bad' })],
  ['UPDATE_AUTHORIZED', fixed({ kind: 'code_retrieved', title: '授权码已找回', detail: '', tone: 'neutral' })],
  ['SETTLE_APPLY', describeSettlement('申请', 'ApplyStatus')],
  ['SETTLE_VERIFY', describeSettlement('认证', 'VerifyStatus')]
]
