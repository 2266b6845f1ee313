import { z } from 'zod'
import type { CallResult, DeskError } from '@shared/errors'
import { say } from '@shared/texts/say'

/**
 * What goes over the WebSocket: JSON, one message each.
 *
 * In: `{"id":"7","call":"merchants.page","input":{…}}`. Out: `{"id":"7","result":{"ok":true,"value":…}}` and
 * `{"event":"refresh.progress","payload":{…}}`. What cannot be read as a call is answered with `"id":null`.
 */
const request = z.strictObject({
  id: z.string().min(1).max(64),
  call: z.string().max(200),
  input: z.unknown().optional()
})

export type CallRequest = z.output<typeof request>

/** Reads one message, or says null where it is none. */
export function readCall(text: string): CallRequest | null {
  try {
    const parsed = request.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function answerText(id: string | null, result: CallResult<unknown>): string {
  return JSON.stringify({ id, result })
}

export function eventText(event: string, payload: unknown): string {
  return JSON.stringify({ event, payload })
}

/** For a message that is not a call. */
export const unreadable = (): DeskError => ({
  code: 'invalid_input',
  message: say`请求没有执行`,
  reason: say`收到的内容不是一次调用`,
  nextStep: say`请刷新页面后再试`,
  retryable: false
})

/** For a call beyond those that one connection may have open at a time; it was not begun. */
export const tooManyCalls = (): DeskError => ({
  code: 'not_possible_now',
  message: say`操作没有开始`,
  reason: say`同时进行的请求太多`,
  nextStep: say`请等前面的操作完成后再试`,
  retryable: true,
  retryAfterMs: 1000
})

/** For a call that the application itself failed to answer; its reason is in the log. */
export const brokenCall = (): DeskError => ({
  code: 'internal',
  message: say`操作没有完成`,
  reason: say`程序内部出错`,
  nextStep: say`请重试；如果再次出现，请把日志发给开发者`,
  retryable: true
})
