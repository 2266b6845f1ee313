import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Strike } from '../control/faults'
import type { WireAnswer } from './reply'
import { damaged } from './strike'

type Fault = NonNullable<Strike['fault']>

/** Sends an answer, or what the fault leaves of it. `signal` ends a slow one when the server closes. */
export async function deliver(
  response: ServerResponse,
  answer: WireAnswer,
  fault: Fault | null,
  signal: AbortSignal
): Promise<void> {
  if (fault?.kind === 'reset-after') return cut(response)
  if (fault?.kind === 'no-answer') return
  const { status, contentType, body, fileName } = damaged(answer, fault)
  if (fileName !== undefined) response.setHeader('content-disposition', `attachment; filename="${fileName}"`)
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length })
  if (fault?.kind === 'stall-after-headers') response.flushHeaders()
  else if (fault?.kind === 'truncated')
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => cut(response))
  else if (fault?.kind === 'slow-drip') await drip(response, body, fault.bytes, fault.everyMs, signal)
  else response.end(body)
}

/** Ends the connection without another byte; the caller sees a reset or an early end. */
export function cut(response: ServerResponse): void {
  const { socket } = response
  if (response.headersSent) socket?.destroy()
  else socket?.resetAndDestroy()
}

async function drip(
  response: ServerResponse,
  body: Buffer,
  bytes: number,
  everyMs: number,
  signal: AbortSignal
): Promise<void> {
  for (let at = 0; at < body.length && !response.destroyed; at += bytes) {
    response.write(body.subarray(at, at + bytes))
    await wait(everyMs, undefined, { signal })
  }
  response.end()
}
