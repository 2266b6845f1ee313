import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { LookupFunction } from 'node:net'
import { fileMaxBytes } from '@shared/rules/limits'
import axios, { type AxiosProgressEvent } from 'axios'
import { isLoopback } from './base-url'
import { transportFailure, type CallName } from './failure'
import { totalPatience, uploadPatience, type Patience } from './http-patience'
import { TunnelAgent } from './tunnel-agent'

export type HttpTimeouts = {
  /** No connection, or nothing heard, for so long. */
  readonly connectMs: number
  /** From start to end of one request, however steadily it drips; of an upload, from its last byte. */
  readonly totalMs: number
  /** From start to end of a request that carries a file. */
  readonly uploadMs: number
}

export type HttpRequest = {
  readonly call: CallName
  readonly method: 'GET' | 'POST' | 'HEAD'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** A form is sent as multipart; its `content-type` is not among the headers then. */
  readonly body?: string | FormData | undefined
  /** Hears how much of a form is sent. It may hear more, or nothing any more, after the request has ended. */
  readonly onSent?: ((sentBytes: number, totalBytes: number) => void) | undefined
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
  /** The server's clock, as it wrote it. */
  readonly date: string | null
  readonly body: Buffer
}

/** Sends one request and reads its whole answer. Throws `PlatformError` and nothing else. */
export interface HttpTransport {
  send(request: HttpRequest): Promise<HttpAnswer>
  /** Drops the kept connections that nothing is under way on: the other end may have gone while the computer slept. */
  dropIdle(): void
  /** Drops the kept connections; later requests open new ones. */
  close(): void
}

/** The largest file, and the form around it. */
const maxRequestBytes = fileMaxBytes + 64 * 1024

export type HttpConnecting = {
  readonly lookup?: LookupFunction | undefined
  /** Carries what goes to `https:` addresses beyond this machine; it sees their hosts, and nothing of what is said. */
  readonly proxy?: URL | undefined
}

/**
 * An idle connection is dropped before most servers drop it: a request on a dead one is a lost answer. Two groups of endpoints
 * may have their 24 requests under way at a time, and others some of theirs: what finds no connection waits in Node's queue,
 * where an operator's request stands behind those of the background.
 */
const agentOptions = { keepAlive: true, maxSockets: 64, timeout: 15_000 } as const

/**
 * HTTP through axios: kept-alive connections, no redirects (a token must not travel to another host), no proxy from the
 * environment (it might see the tokens), certificates checked.
 */
export function createHttpTransport(timeouts: HttpTimeouts, connecting: HttpConnecting = {}): HttpTransport {
  const { httpAgent, httpsAgentFor, dropIdle, close } = agents(connecting)
  const client = axios.create({
    httpAgent,
    proxy: false,
    maxRedirects: 0,
    maxBodyLength: maxRequestBytes,
    timeout: timeouts.connectMs,
    // Bytes as they came: axios would turn what is not JSON into a text and call it a success.
    responseType: 'arraybuffer',
    validateStatus: () => true
  })

  return {
    send: async ({ call, method, url, headers, body, onSent, maxBytes, signal }) => {
      const patience = body instanceof FormData ? uploadPatience(timeouts) : totalPatience(timeouts)
      try {
        const answer = await client.request<unknown>({
          method,
          url,
          httpsAgent: httpsAgentFor(new URL(url)),
          headers: { ...headers },
          ...(body === undefined ? {} : { data: body }),
          ...(body instanceof FormData ? { ...uploading(patience, onSent), timeout: timeouts.uploadMs } : {}),
          maxContentLength: maxBytes,
          signal: AbortSignal.any([signal, patience.signal])
        })
        return {
          status: answer.status,
          contentType: headerText(answer.headers, 'content-type') ?? '',
          logId: headerText(answer.headers, 'x-tt-logid'),
          retryAfter: headerText(answer.headers, 'retry-after'),
          date: headerText(answer.headers, 'date'),
          body: Buffer.isBuffer(answer.data) ? answer.data : Buffer.alloc(0)
        }
      } catch (error) {
        throw transportFailure(error, call, { cancelled: signal.aborted, late: patience.signal.aborted })
      } finally {
        patience.end()
      }
    },
    dropIdle,
    close
  }
}

/** axios' own timeout counts from the start until the answer begins, sending included. */
function uploading(patience: Patience, onSent: HttpRequest['onSent']) {
  return {
    onUploadProgress: ({ loaded, total }: AxiosProgressEvent): void => {
      patience.sent(loaded === total)
      if (total !== undefined) onSent?.(loaded, total)
    }
  }
}

function agents({ lookup, proxy }: HttpConnecting) {
  const options = lookup ? { ...agentOptions, lookup } : agentOptions
  const httpAgent = new HttpAgent(options)
  const direct = new HttpsAgent(options)
  // Not with `lookup`: a proxy may well be in the private network, and it looks the names up itself.
  const tunnel = proxy ? new TunnelAgent(proxy, agentOptions) : null
  return {
    httpAgent,
    httpsAgentFor: (url: URL) => (tunnel && !isLoopback(url) ? tunnel : direct),
    dropIdle: () => {
      for (const agent of [httpAgent, direct, tunnel]) dropIdle(agent)
    },
    close: () => {
      for (const agent of [httpAgent, direct, tunnel]) agent?.destroy()
    }
  }
}

function dropIdle(agent: HttpAgent | null): void {
  for (const sockets of Object.values(agent?.freeSockets ?? {})) for (const socket of sockets ?? []) socket.destroy()
}

function headerText(headers: object, name: string): string | null {
  const value: unknown = Reflect.get(headers, name)
  return typeof value === 'string' ? value : null
}
