import type { IncomingMessage } from 'node:http'
import { readJson } from './json'

const bodyLimit = 8_000_000

/** Reads a request's body to its end. Rejects with `RangeError` beyond 8 MB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > bodyLimit) throw new RangeError('request body too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** A body's value: undefined for an empty one and for one that is not JSON, which no endpoint's schema accepts. */
export function jsonOf(text: string): unknown {
  if (text === '') return undefined
  try {
    return readJson(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
