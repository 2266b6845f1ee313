import { isIPv4 } from 'node:net'
import { z } from 'zod'
import { isMessageKey } from './sealing'

const loopbackNames = ['localhost', '[::1]']

/** Nothing that happens in practice leaves the machine. */
function isLoopback(text: string): boolean {
  const address = URL.parse(text)
  if (address === null || !['http:', 'https:'].includes(address.protocol)) return false
  return loopbackNames.includes(address.hostname) || (isIPv4(address.hostname) && address.hostname.startsWith('127.'))
}

const url = z.string().refine(isLoopback, 'an http or https address on loopback')

/** Where pushes go, what they are sealed with, and how often they are tried again. */
export const pushTargetSchema = z.strictObject({
  /** 授权事件接收 URL; without `messageUrl`, both. */
  url,
  /** 消息与事件接收 URL. */
  messageUrl: url.optional(),
  /** 消息验证 TOKEN. */
  token: z.string().min(1),
  /** 消息加密解密 KEY, 43 characters. */
  key: z.string().refine(isMessageKey, '43 characters of a–z, A–Z, 0–9, + and /'),
  /** The pauses before each repetition, in real milliseconds; the platform repeats three times. */
  retryDelaysMs: z.array(z.number().min(0).max(600_000)).max(10).default([200, 1000, 3000]),
  /** How long a receiver may take, in real milliseconds. */
  timeoutMs: z.number().positive().max(60_000).default(5000)
})
export type PushTargetOrder = z.input<typeof pushTargetSchema>
export type PushTarget = z.output<typeof pushTargetSchema>

/** A target as control shows it. */
export type PushTargetState = Pick<PushTarget, 'url' | 'retryDelaysMs' | 'timeoutMs'> & { readonly messageUrl: string }

/** Without token and key; an address is shown without the query, which may be a secret too. */
export function withoutSecrets({ url, messageUrl, retryDelaysMs, timeoutMs }: PushTarget): PushTargetState {
  return { url: plain(url), messageUrl: plain(messageUrl ?? url), retryDelaysMs, timeoutMs }
}

function plain(address: string): string {
  const { origin, pathname } = new URL(address)
  return origin + pathname
}
