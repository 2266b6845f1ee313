import type { PlatformEvent } from '@shared/domain/platform-event'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import type { MessageContent } from './redacted-content'

/** What a message says, in the operator's words. */
export type EventText = Pick<PlatformEvent, 'kind' | 'title' | 'detail' | 'tone'>

/** Puts one kind of message into words; null where its shape is not the documented one. */
export type EventDescriber = (content: MessageContent) => EventText | null

/** What a status number means, said of what was decided about. */
export type Verdict = { readonly said: (what: string) => string; readonly tone: PlatformEvent['tone'] }
export type Verdicts = Readonly<Record<number, Verdict>>

/** The numbers of the older result messages: 0 rejected, 1 passed. */
export const passOrFail: Verdicts = {
  0: { said: (what) => say`${what}未通过`, tone: 'bad' },
  1: { said: (what) => say`${what}通过`, tone: 'good' }
}

/** The meaning of a status; a number that no page explains is told as it is. */
export function verdictOf(verdicts: Verdicts, status: number): Verdict {
  return verdicts[status] ?? { said: (what) => say`${what}有结果（状态 ${status}）`, tone: 'neutral' }
}

/** A describer for messages of this shape; the describing function too may find that it is none. */
export function describing<Shape extends z.ZodType>(
  shape: Shape,
  describe: (message: z.output<Shape>) => EventText | null
): EventDescriber {
  return (content) => {
    const parsed = shape.safeParse(content)
    return parsed.success ? describe(parsed.data) : null
  }
}

/** The same for messages that say everything in one member; it may be JSON in a text. */
export function describingMember<Shape extends z.ZodType>(
  member: string,
  shape: Shape,
  describe: (result: z.output<Shape>) => EventText | null
): EventDescriber {
  return (content) => {
    const parsed = shape.safeParse(unpacked(content[member]))
    return parsed.success ? describe(parsed.data) : null
  }
}

/** A status number; digits in a text are taken too. */
export const status = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
])

/** A text that may be missing, null, or a number. */
export const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .catch('')

/** Reasons: a text, a list of texts, or such a list as JSON in a text. Missing ones are none. */
export const texts = z.unknown().optional().transform(textsIn)

/** A member that is an object, or the same as JSON in a text. */
export function embedded<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess(unpacked, shape)
}

/** `yyyy-MM-dd HH:mm:ss` in China (UTC+8) as milliseconds since 1970; null for anything else. */
export function chinaTimeMs(value: unknown): number | null {
  const match = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(value.trim()) : null
  if (!match) return null
  const at = Date.parse(`${match[1]}T${match[2]}+08:00`)
  return Number.isNaN(at) ? null : at
}

/** One text for people: without control characters (line feeds may stay), and not longer than `maxLength`. */
export function plainText(value: string, maxLength: number, keepLines = false): string {
  const unwanted = keepLines ? /[^\P{Cc}\n]+/gu : /\p{Cc}+/gu
  return value.replaceAll(unwanted, ' ').trim().slice(0, maxLength).toWellFormed()
}

function textsIn(value: unknown): readonly string[] {
  const list = typeof value === 'string' && value.trim().startsWith('[') ? unpacked(value) : value
  const all: readonly unknown[] = Array.isArray(list) ? list : [list]
  return all
    .filter((each) => typeof each === 'string')
    .map((each) => each.trim())
    .filter(Boolean)
}

/** What a text says as JSON; anything else as it is. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
