import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../world/refusal'
import { readJson } from './json'

const bodyLimit = 8_000_000

/** How slowly a body is read: a pause after so many bytes, so that the sender has to wait too. */
export type ReadingPace = { readonly bytes: number; readonly everyMs: number; readonly signal: AbortSignal }

/** Reads a request's body to its end. Rejects with `RangeError` beyond 8 MB, and when the sender goes away. */
export async function readBody(request: IncomingMessage, pace?: ReadingPace): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > bodyLimit) throw new RangeError('request body too large')
    chunks.push(chunk)
    if (pace !== undefined) await dwell(request, chunk.length, pace)
  }
  return Buffer.concat(chunks)
}

async function dwell(request: IncomingMessage, length: number, { bytes, everyMs, signal }: ReadingPace): Promise<void> {
  for (let read = 0; read < length && !request.destroyed; read += bytes) await wait(everyMs, undefined, { signal })
}

/** A body's value: undefined for an empty one and for one that is not JSON, which no endpoint's schema accepts. */
export function jsonOf(body: Buffer): unknown {
  if (body.length === 0) return undefined
  try {
    return readJson(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Reads a body of form fields, with files (multipart) or without. Rejects with `Refusal` 40001 for any other. */
export async function formOf(body: Buffer, contentType: string | undefined): Promise<FormData> {
  try {
    const answer = new Response(new Uint8Array(body), { headers: { 'content-type': contentType ?? '' } })
    return await answer.formData()
  } catch {
    throw new Refusal(40001)
  }
}

/** Whether a request names this server by an address: a name could be a foreign one that was made to point here. */
export function isForLocalName({ headers }: IncomingMessage): boolean {
  const host = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? ''
  return host === 'localhost' || isIP(host.replace(/[[\]]/g, '')) !== 0
}
