import type { PlatformEvent } from '@shared/domain/platform-event'
import { say } from '@shared/texts/say'
import { auditDescribers } from './describe-audit'
import { authorizationDescribers, ticketText } from './describe-authorization'
import { capabilityDescribers } from './describe-capability'
import { profileDescribers } from './describe-profile'
import { chinaTimeMs, plainText, type EventDescriber, type EventText } from './event-fields'
import { rawText, redactContent, type MessageContent } from './redacted-content'

/** What is kept of a message besides how it came. */
export type DescribedEvent = Pick<
  PlatformEvent,
  'kind' | 'event' | 'title' | 'detail' | 'tone' | 'happenedAt' | 'raw'
> & { readonly appId: string | null }

const titleMaxLength = 200
const detailMaxLength = 4000
const nameMaxLength = 64
const appIdPattern = /^[\w-]{1,64}$/

const describers: ReadonlyMap<string, EventDescriber> = new Map([
  ...authorizationDescribers,
  ...auditDescribers,
  ...profileDescribers,
  ...capabilityDescribers
])

/**
 * Puts a decrypted message into words (page "消息推送及加解密说明" and those of the single messages). Never throws: what is
 * unknown, or not as documented, is kind `other`. No ticket, authorization code or token is in the answer.
 */
export function describeEvent(content: MessageContent): DescribedEvent {
  const redacted = redactContent(content)
  const event = typeof redacted['Event'] === 'string' ? plainText(redacted['Event'], nameMaxLength) : ''
  const appId = appIdOf(redacted)
  const { kind, title, detail, tone } = textOf(event, appId, redacted)
  return {
    kind,
    event,
    appId,
    title: plainText(title, titleMaxLength),
    detail: plainText(detail, detailMaxLength, true),
    tone,
    happenedAt: chinaTimeMs(redacted['EventTime'] ?? redacted['CreateTime']),
    raw: rawText(redacted)
  }
}

function textOf(event: string, appId: string | null, content: MessageContent): EventText {
  if (isTicket(event, content)) return ticketText()
  const describer = describers.get(event)
  if (!describer)
    return other(event ? say`收到 ${event} 消息` : say`收到 没有名称的 消息`, say`程序不认识这种消息，只保存原文`)
  const text = describer(content)
  // All but 代入驻 is about a merchant.
  if (text && (appId !== null || text.kind === 'settlement')) return text
  return other(say`收到 ${event} 消息`, say`内容与平台的文档不符，只保存原文`)
}

const other = (title: string, detail: string): EventText => ({ kind: 'other', title, detail, tone: 'neutral' })

function isTicket(event: string, content: MessageContent): boolean {
  return typeof content['Ticket'] === 'string' && (event === 'PUSH' || content['MsgType'] === 'Ticket')
}

function appIdOf({ AppId }: MessageContent): string | null {
  return typeof AppId === 'string' && appIdPattern.test(AppId) ? AppId : null
}
