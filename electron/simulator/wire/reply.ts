import { type Refusal, textOf } from '../world/refusal'
import type { Generation } from '../world/state'
import { writeJson } from './json'

/**
 * What an endpoint answers when all is well. `data`: in the generation's envelope. `top`: V1's template lists, which
 * stand beside `errno`. `bare`: token endpoints, without any envelope. `file`: bytes, with a name if they are a download.
 */
export type Reply =
  | { readonly kind: 'data'; readonly data?: unknown }
  | { readonly kind: 'top'; readonly fields: object }
  | { readonly kind: 'bare'; readonly fields: object }
  | { readonly kind: 'file'; readonly contentType: string; readonly bytes: Buffer; readonly fileName?: string }

/** An answer as it goes over the wire. */
export type WireAnswer = {
  readonly status: number
  readonly contentType: string
  readonly body: Buffer
  readonly fileName?: string
}

const jsonType = 'application/json; charset=utf-8'

export function jsonAnswer(status: number, value: unknown): WireAnswer {
  return { status, contentType: jsonType, body: Buffer.from(writeJson(value)) }
}

/** Puts a reply into the envelope of its generation. */
export function answerOf(reply: Reply, generation: Generation, logId: string): WireAnswer {
  switch (reply.kind) {
    case 'data':
      return jsonAnswer(200, successEnvelope(generation, logId, reply.data))
    case 'top':
      return jsonAnswer(200, { errno: 0, message: 'success', log_id: logId, ...reply.fields })
    case 'bare':
      return jsonAnswer(200, reply.fields)
    case 'file':
      return { status: 200, contentType: reply.contentType, body: reply.bytes, ...namedAs(reply.fileName) }
  }
}

function namedAs(fileName: string | undefined): Pick<WireAnswer, 'fileName'> {
  return fileName === undefined ? {} : { fileName }
}

/** V1's pages show `log_id` on some answers only; here every envelope has it. */
function successEnvelope(generation: Generation, logId: string, data: unknown): object {
  const body = data === undefined ? {} : { data }
  if (generation === 'v1') return { errno: 0, message: 'success', log_id: logId, ...body }
  return { err_no: 0, err_msg: 'success', log_id: logId, ...body }
}

/** V1 codes that V2 answers with a code of its own. */
const codesOfV2: Readonly<Record<number, number>> = { 40020: 28001003, 11404: 11402, 22007: 21000 }

/** The number that a generation gives for a refusal. */
export function codeIn(generation: Generation, code: number): number {
  return generation === 'v2' ? (codesOfV2[code] ?? code) : code
}

/**
 * A refusal in the envelope of its generation. `namesOfV1`: the V2 component token endpoint fails with V1's names and a
 * number in a string.
 */
export function refusalAnswer(refusal: Refusal, generation: Generation, logId: string, namesOfV1: boolean): WireAnswer {
  const code = codeIn(generation, refusal.code)
  const message = code === refusal.code ? refusal.message : textOf(code)
  if (namesOfV1) return jsonAnswer(200, { errno: String(code), message, log_id: logId })
  if (generation === 'v1') return jsonAnswer(200, { errno: code, message, log_id: logId })
  return jsonAnswer(200, { err_no: code, err_msg: message, log_id: logId })
}
