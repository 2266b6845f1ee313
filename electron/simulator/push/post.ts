import type { AttemptEnd } from './delivery-log'

export type PostResult = { readonly end: AttemptEnd; readonly status: number | null }

/** Longer than any answer that could be right; what follows is not read. */
const answerLimitBytes = 64

/**
 * Sends one body and judges the answer: only status 200 with exactly `success` counts (page "消息推送及加解密说明").
 * Never rejects. `closing` ends it early.
 */
export async function post(url: string, body: string, timeoutMs: number, closing: AbortSignal): Promise<PostResult> {
  const tooLate = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([closing, tooLate])
    })
    const isTaken = (await beginningOf(response)) === 'success' && response.status === 200
    return { end: isTaken ? 'success' : 'refused', status: response.status }
  } catch {
    if (closing.aborted) return { end: 'closed', status: null }
    return { end: tooLate.aborted ? 'late' : 'unreachable', status: null }
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  if (body === null) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > answerLimitBytes) break
  }
  return Buffer.concat(chunks).toString('utf8')
}
