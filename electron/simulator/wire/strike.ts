import type { Strike } from '../control/faults'
import type { Endpoint } from './endpoint'
import { accessCodes, componentCodes } from './credentials'
import { jsonAnswer, type WireAnswer } from './reply'

type Fault = NonNullable<Strike['fault']>

/** What a fault does before the work: nothing, cut the connection, hang, answer with a code, or answer with bytes. */
export type Early =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'answer'; readonly answer: WireAnswer }

/** What happens to a call before its work is done. Faults that strike the answer let the work go on. */
export function strikeEarly(fault: Fault | null, endpoint: Endpoint): Early {
  if (fault === null) return { kind: 'nothing' }
  switch (fault.kind) {
    case 'reset-before':
      return { kind: 'cut' }
    case 'no-answer':
      return fault.phase === 'before' ? { kind: 'hang' } : { kind: 'nothing' }
    case 'http-status':
      return fault.phase === 'before' ? { kind: 'answer', answer: statusPage(fault.status) } : { kind: 'nothing' }
    case 'portal-page':
      return { kind: 'answer', answer: portalPage }
    default: {
      const code = codeOfFault(fault, endpoint)
      return code === null ? { kind: 'nothing' } : { kind: 'code', code }
    }
  }
}

/** The platform's code that a fault answers with instead of working; null for faults of other kinds. */
function codeOfFault(fault: Fault, endpoint: Endpoint): number | null {
  const { generation } = endpoint
  const codes = endpoint.credential === 'component' ? componentCodes : accessCodes
  switch (fault.kind) {
    case 'too-frequent':
      return fault.own ? (endpoint.tooFrequent ?? 28003018) : 28003018
    case 'quota':
      return 28003017
    case 'system-error':
      return fault.phase === 'before' ? systemError(endpoint, fault.own) : null
    case 'expired-token':
      return codes[generation].expired
    case 'wrong-token':
      return codes[generation].wrong
    case 'ip-refused':
      return fault.code ?? (generation === 'v1' ? 40006 : 28005079)
    default:
      return null
  }
}

/** The code of an answer that says "system error"; `own`: the endpoint's own code for it, where it has one. */
export function systemError({ generation, failure }: Endpoint, own: boolean): number {
  if (own && failure !== undefined) return failure
  return generation === 'v1' ? 40000 : 28001005
}

/** What a gateway in between says: 500 and 503 with nothing, 502 with a page. */
export function statusPage(status: 500 | 502 | 503): WireAnswer {
  if (status !== 502) return { status, contentType: 'text/plain', body: Buffer.from('') }
  const page = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'
  return { status, contentType: 'text/html', body: Buffer.from(page) }
}

/** The page of a hotel's network instead of the answer. */
const portalPage: WireAnswer = {
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: Buffer.from('<!DOCTYPE html><html><head><title>网络认证</title></head><body>请先登录网络</body></html>')
}

/** The bytes that a fault puts in place of a made answer; the answer itself for faults of other kinds. */
export function damaged(answer: WireAnswer, fault: Fault | null): WireAnswer {
  switch (fault?.kind) {
    case 'garbage':
      return { ...answer, body: garbage }
    case 'invalid-json':
      return { ...answer, body: Buffer.concat([answer.body.subarray(0, -1), Buffer.from(',,')]) }
    case 'wrong-shape':
      return jsonAnswer(200, { err_no: '0', errno: [], data: ['x'], log_id: 7 })
    case 'huge-body':
      return { ...answer, body: hugeBody(fault.bytes) }
    case 'http-status':
      return statusPage(fault.status)
    default:
      return answer
  }
}

/** Every byte value, so that no decoder is at ease. */
const garbage = Buffer.from(Uint8Array.from({ length: 512 }, (_, at) => (at * 167 + 13) % 256))

/** Valid JSON of about `bytes` bytes. */
function hugeBody(bytes: number): Buffer {
  const [head, tail] = ['{"err_no":0,"errno":0,"err_msg":"","data":{"padding":"', '"}}']
  return Buffer.concat([Buffer.from(head), Buffer.alloc(bytes, 'x'), Buffer.from(tail)])
}
