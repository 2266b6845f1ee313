import { z } from 'zod'
import { describeCode } from './catalogue'
import { platformError, type CallName } from './failure'
import type { HttpAnswer } from './http'
import { parseJson } from './json'
import type { PlatformError } from './platform-error'
import { redact } from './redaction'

/** What an answer said, and the id that the platform's support asks for. */
export type Answer<Value> = { readonly value: Value; readonly logId: string | null }

/** What the reading of an answer has to know of the question. */
export type Question = {
  readonly call: CallName
  /** Tokens and codes that were sent: the platform may quote them. */
  readonly secrets: readonly string[]
  /** Milliseconds since 1970, for a `Retry-After` that names a time. */
  readonly now: number
}

/** Numbers and texts occur for the same field; what is neither is as good as absent. */
const word = z
  .union([z.string().trim().max(2000), z.number().transform(String)])
  .nullish()
  .catch(null)

/**
 * The V2 envelope (`err_no`, `err_msg`, `log_id`) and the V1 one (`errno`, `message`), which V2's component token uses for
 * its refusals. Both may be missing where the answer is bare.
 */
const envelope = z.looseObject({
  err_no: word,
  err_msg: word,
  errno: word,
  message: word,
  log_id: word,
  data: z.unknown().optional()
})

type Envelope = z.output<typeof envelope>

/** `bare`: the fields stand at the top, without an envelope. */
export type Shape<Value> = { readonly schema: z.ZodType<Value>; readonly bare?: true }

/**
 * Reads an answer in an envelope and checks its content against the schema. The number decides, never the text.
 *
 * Throws `PlatformError`: the platform's refusals as the catalogue has them; `fault` for 5xx; `busy` for 429;
 * `unexpected` for redirects, HTML, broken JSON and answers of another shape.
 */
export function readAnswer<Value>(answer: HttpAnswer, shape: Shape<Value>, question: Question): Answer<Value> {
  const content = parseEnvelope(answer)
  const logId = logIdOf(answer, content)
  const code = content ? codeOf(content) : null
  // A business code comes with the status 200; beside a 5xx it is no word that nothing was done.
  if (code !== null && code !== '0' && answer.status < 500)
    throw refusal(code, content?.err_msg ?? content?.message ?? '', logId, question)
  if (answer.status < 200 || answer.status > 299) throw statusFailure(answer, logId, question)
  if (content === null || (code === null && !shape.bare)) throw unexpected(logId, question)
  const parsed = shape.schema.safeParse(shape.bare ? content : content.data)
  if (!parsed.success) throw unexpected(logId, question)
  return { value: parsed.data, logId }
}

/** The failure that a status outside of 200 to 299 means by itself, without an envelope. */
export function statusFailure(answer: HttpAnswer, logId: string | null, { call, now }: Question): PlatformError {
  const facts = { logId: logId ?? undefined, platformMessage: `HTTP ${answer.status}` }
  if (answer.status === 429) {
    return platformError(call, { ...facts, kind: 'busy', outcome: 'refused', retryAfterMs: retryAfterMs(answer, now) })
  }
  return platformError(call, { ...facts, kind: answer.status >= 500 ? 'fault' : 'unexpected', outcome: 'unknown' })
}

/** The id of an answer, from its body or its header; only what can be an id. */
export function logIdOf(answer: HttpAnswer, content: Envelope | null = null): string | null {
  const logId = content?.log_id ?? answer.logId
  return logId && /^[\w-]{1,128}$/.test(logId) ? logId : null
}

function parseEnvelope(answer: HttpAnswer): Envelope | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(answer.body)
    return envelope.safeParse(parseJson(text)).data ?? null
  } catch {
    // Not UTF-8, not JSON, or nested beyond what a parser can follow.
    return null
  }
}

/** A code that is not a whole number counts as none. If both envelopes are there, one that refuses wins. */
function codeOf(content: Envelope): string | null {
  const codes = [content.err_no, content.errno].filter((code) => typeof code === 'string' && /^-?\d{1,18}$/.test(code))
  return codes.find((code) => code !== '0') ?? codes[0] ?? null
}

function refusal(code: string, message: string, logId: string | null, { call, secrets }: Question): PlatformError {
  const { kind, retryAfterMs } = describeCode(call.name, code, message)
  return platformError(call, {
    kind,
    // The platform's own faults do not tell whether it did what was asked.
    outcome: kind === 'fault' ? 'unknown' : 'refused',
    platformCode: code,
    platformMessage: redact(message, secrets),
    logId: logId ?? undefined,
    retryAfterMs
  })
}

/** An answer that the documentation does not describe. It tells nothing about what was done. */
export function unexpected(logId: string | null, { call }: Pick<Question, 'call'>): PlatformError {
  return platformError(call, { kind: 'unexpected', outcome: 'unknown', logId: logId ?? undefined })
}

const retryAfterLimits = { leastMs: 1000, mostMs: 10 * 60_000 }

/** `Retry-After` in seconds or as a date, kept between one second and ten minutes; undefined if absent or senseless. */
function retryAfterMs({ retryAfter }: HttpAnswer, now: number): number | undefined {
  if (retryAfter === null) return undefined
  const waitMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
  if (!Number.isFinite(waitMs) || waitMs < 0) return undefined
  return Math.min(Math.max(waitMs, retryAfterLimits.leastMs), retryAfterLimits.mostMs)
}
