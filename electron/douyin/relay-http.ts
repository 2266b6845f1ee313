import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import axios, { type AxiosInstance } from 'axios'
import type { z } from 'zod'
import { isAllowedPlatformUrl } from '@shared/rules/platform-url'
import type { Clock } from '../ports'
import { below } from './base-url'
import { refusalAnswer } from './relay-answers'
import { RelayError, type RelayRefusal } from './relay-error'

export type RelayHttpOptions = {
  readonly url: string
  readonly secret: string
  readonly appId: string
  readonly clock: Clock
  /** From start to end of a request that does not wait for messages. */
  readonly timeoutMs: number
}

export type RelayRequest<Answer> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
  readonly answer: z.ZodType<Answer>
  /** How long the relay may wait for messages before it answers. */
  readonly waitMs?: number
  readonly signal?: AbortSignal | undefined
}

const maxAnswerBytes = 8 * 1024 * 1024
const maxRequestBytes = 8 * 1024 * 1024

/** Requests to the relay with the shared secret. Certificates are checked; no redirects, no proxy of the environment. */
export class RelayHttp {
  private readonly options: RelayHttpOptions
  private readonly base: URL
  private readonly client: AxiosInstance
  private readonly agents = [new HttpAgent({ keepAlive: true }), new HttpsAgent({ keepAlive: true })] as const

  /** Throws a `TypeError` for an address that is neither `https:` nor `http:` on loopback, or has a query. */
  constructor(options: RelayHttpOptions) {
    this.options = options
    this.base = checkedUrl(options.url)
    this.client = axios.create({
      httpAgent: this.agents[0],
      httpsAgent: this.agents[1],
      proxy: false,
      maxRedirects: 0,
      maxBodyLength: maxRequestBytes,
      maxContentLength: maxAnswerBytes,
      // Bytes as they came: axios would turn what is not JSON into a text and call it a success.
      responseType: 'arraybuffer',
      validateStatus: () => true
    })
  }

  /** Throws a `RelayError`, or the signal's reason where it was aborted. */
  async send<Answer>(request: RelayRequest<Answer>): Promise<Answer> {
    const { status, body } = await this.exchange(request)
    if (status !== 200) throw this.refusal(status, body)
    const parsed = request.answer.safeParse(body)
    if (!parsed.success) throw new RelayError('unexpected')
    return parsed.data
  }

  /** Drops the kept connections. */
  close(): void {
    for (const agent of this.agents) agent.destroy()
  }

  private async exchange({ method, path, query, body, waitMs = 0, signal }: RelayRequest<unknown>) {
    const { appId, secret, timeoutMs } = this.options
    const deadline = AbortSignal.timeout(timeoutMs + waitMs)
    try {
      const { status, data } = await this.client.request<unknown>({
        method,
        url: below(this.base, path, { ...query, app: appId }),
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        ...(body ? { data: JSON.stringify(body) } : {}),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline
      })
      return { status, body: jsonOf(data) }
    } catch (error) {
      signal?.throwIfAborted()
      throw new RelayError(isTooLarge(error) ? 'unexpected' : 'unreachable')
    }
  }

  private refusal(status: number, body: unknown): RelayError {
    if (status === 401) return new RelayError('unauthorized')
    if (status === 413) return new RelayError('refused', 'too_large')
    if (status === 429) return new RelayError('refused', 'busy')
    if (status >= 500) return new RelayError('unreachable')
    const parsed = refusalAnswer.safeParse(body)
    if (!parsed.success) return new RelayError('unexpected')
    const { error, name, expiresInMs } = parsed.data
    const isNamed = name !== undefined && expiresInMs !== undefined
    const heldBy = isNamed ? { name, until: this.options.clock.now() + expiresInMs } : null
    return new RelayError('refused', refusalOf(error), heldBy)
  }
}

function checkedUrl(text: string): URL {
  if (!isAllowedPlatformUrl(text)) throw new TypeError('the relay must be at https, or at http on loopback')
  const url = new URL(text)
  if (url.search || url.hash) throw new TypeError('the address of the relay must have no query or fragment')
  return url
}

function jsonOf(data: unknown): unknown {
  try {
    return Buffer.isBuffer(data) ? JSON.parse(data.toString('utf8')) : null
  } catch {
    return null
  }
}

/** axios has no code of its own for an answer beyond `maxContentLength`. */
function isTooLarge(error: unknown): boolean {
  return axios.isAxiosError(error) && error.message.startsWith('maxContentLength')
}

function refusalOf(error: string): RelayRefusal {
  return error === 'held' || error === 'not_held' || error === 'stale' ? error : 'other'
}
