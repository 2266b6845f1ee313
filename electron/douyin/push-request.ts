import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { PushRejection } from './push-refusals'

const jsonType = /^application\/json\s*(?:;|$)/i

/**
 * Who sent a request. The peer is always a tunnel or proxy on this machine: the last address it names is the one it saw.
 * Used to share out the rate only, never to trust anyone.
 */
export function remoteOf({ headers, socket }: IncomingMessage): string {
  const named = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return named && isIP(named) ? named : (socket.remoteAddress ?? '')
}

/** Refuses what its head already shows to be no push message. The path comes first: without it nothing is told. */
export function checkHead({ method, url = '', headers }: IncomingMessage, path: string, maxBytes: number): void {
  if (url.split('?', 1)[0] !== path) throw new PushRejection('path')
  if (method !== 'POST') throw new PushRejection('method')
  if (!jsonType.test(headers['content-type'] ?? '') || headers['content-encoding'] !== undefined) {
    throw new PushRejection('media_type')
  }
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw new PushRejection('too_large')
}

/** Reads the body as JSON. Not by `for await`, which would cut the connection before a refusal is sent. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= maxBytes) chunks.push(chunk)
      else reject(new PushRejection('too_large'))
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', () => reject(new PushRejection('broken_off')))
  })
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new PushRejection('malformed')
  }
}
