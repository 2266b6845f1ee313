import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { LookupFunction } from 'node:net'
import axios from 'axios'
import { transportFailure, type CallName } from './failure'

export type HttpTimeouts = {
  /** No connection, or nothing heard, for so long. */
  readonly connectMs: number
  /** From start to end of one request, however steadily it drips. */
  readonly totalMs: number
}

export type HttpRequest = {
  readonly call: CallName
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  /** The largest answer that is read. */
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** An answer with any status; envelope.ts says what it means. */
export type HttpAnswer = {
  readonly status: number
  readonly contentType: string
  readonly logId: string | null
  readonly retryAfter: string | null
  readonly body: Buffer
}

/** Sends one request and reads its whole answer. Throws `PlatformError` and nothing else. */
export interface HttpTransport {
  send(request: HttpRequest): Promise<HttpAnswer>
  /** Drops the kept connections; later requests open new ones. */
  close(): void
}

const maxRequestBytes = 2 * 1024 * 1024

/** An idle connection is dropped before most servers drop it: a request on a dead one is a lost answer. */
const agentOptions = { keepAlive: true, maxSockets: 32, timeout: 15_000 } as const

/**
 * HTTP through axios: kept-alive connections, no redirects (a token must not travel to another host), no proxy from the
 * environment (it would see the tokens), certificates checked.
 */
export function createHttpTransport(timeouts: HttpTimeouts, lookup?: LookupFunction): HttpTransport {
  const options = lookup ? { ...agentOptions, lookup } : agentOptions
  const httpAgent = new HttpAgent(options)
  const httpsAgent = new HttpsAgent(options)
  const client = axios.create({
    httpAgent,
    httpsAgent,
    proxy: false,
    maxRedirects: 0,
    maxBodyLength: maxRequestBytes,
    timeout: timeouts.connectMs,
    // Bytes as they came: axios would turn what is not JSON into a text and call it a success.
    responseType: 'arraybuffer',
    validateStatus: () => true
  })

  return {
    send: async ({ call, method, url, headers, body, maxBytes, signal }) => {
      const deadline = AbortSignal.timeout(timeouts.totalMs)
      try {
        const answer = await client.request<unknown>({
          method,
          url,
          headers: { ...headers },
          ...(body === undefined ? {} : { data: body }),
          maxContentLength: maxBytes,
          signal: AbortSignal.any([signal, deadline])
        })
        return {
          status: answer.status,
          contentType: headerText(answer.headers, 'content-type') ?? '',
          logId: headerText(answer.headers, 'x-tt-logid'),
          retryAfter: headerText(answer.headers, 'retry-after'),
          body: Buffer.isBuffer(answer.data) ? answer.data : Buffer.alloc(0)
        }
      } catch (error) {
        throw transportFailure(error, call, { cancelled: signal.aborted, late: deadline.aborted })
      }
    },
    close: () => {
      httpAgent.destroy()
      httpsAgent.destroy()
    }
  }
}

function headerText(headers: object, name: string): string | null {
  const value: unknown = Reflect.get(headers, name)
  return typeof value === 'string' ? value : null
}
