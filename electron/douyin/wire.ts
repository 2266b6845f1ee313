import type { Clock, Logger } from '../ports'
import { below } from './base-url'
import type { Endpoint, EndpointGroup } from './endpoints'
import { readAnswer, type Answer, type Question, type Shape } from './envelope'
import { cancelled } from './failure'
import type { HttpAnswer, HttpTransport } from './http'
import { printJson } from './json'
import { PlatformError } from './platform-error'
import type { RateLimiter } from './rate-limiter'

export type WireRequest<Value> = {
  readonly endpoint: Endpoint
  /** The token for the header `access-token`; absent where the endpoint takes none. */
  readonly token?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Sent as multipart in place of `body`. */
  readonly form?: FormData
  /** Hears how much of the form is sent. */
  readonly onSent?: (sentBytes: number, totalBytes: number) => void
  /** Secrets besides the token that are sent: kept out of what the platform's message says. */
  readonly secrets?: readonly string[]
  /** Turns the answer into a value or throws `PlatformError`. */
  readonly read: (answer: HttpAnswer, question: Question) => Answer<Value>
  readonly signal: AbortSignal
}

export type WireParts = {
  readonly bases: Readonly<Record<Endpoint['host'], URL>>
  readonly transport: HttpTransport
  readonly limiters: (group: EndpointGroup) => RateLimiter
  readonly clock: Clock
  readonly logger: Logger
}

const maxAnswerBytes = 8 * 1024 * 1024

/** The usual way to read an answer: an envelope whose content has this shape. */
export const reading =
  <Value>(shape: Shape<Value>): WireRequest<Value>['read'] =>
  (answer, question) =>
    readAnswer(answer, shape, question)

/** Sends single requests, each when the limiter of its group lets it: no token is fetched here, nothing is repeated. */
export class Wire {
  private readonly parts: WireParts

  constructor(parts: WireParts) {
    this.parts = parts
  }

  /** Throws `PlatformError` and nothing else. */
  async send<Value>(request: WireRequest<Value>): Promise<Answer<Value>> {
    const { endpoint, signal } = request
    let sent = false
    try {
      return await this.parts.limiters(endpoint.group).run(() => {
        sent = true
        return this.exchange(request)
      }, signal)
    } catch (error) {
      if (error instanceof PlatformError) throw error
      // The limiter rejects with the signal's reason and with nothing else.
      throw cancelled(endpoint, sent)
    }
  }

  private async exchange<Value>(request: WireRequest<Value>): Promise<Answer<Value>> {
    const { endpoint, token, secrets = [], read } = request
    const { clock, transport } = this.parts
    const question = (): Question => ({
      call: endpoint,
      secrets: token === undefined ? secrets : [token, ...secrets],
      now: clock.now()
    })
    const startedAt = clock.now()
    try {
      const answer = read(await transport.send(this.httpRequest(request)), question())
      this.log(endpoint, startedAt, { logId: answer.logId })
      return answer
    } catch (error) {
      if (error instanceof PlatformError) this.log(endpoint, startedAt, error.facts)
      throw error
    }
  }

  private httpRequest({ endpoint, token, query, body, form, onSent, signal }: WireRequest<unknown>) {
    return {
      call: endpoint,
      method: endpoint.method,
      url: below(this.parts.bases[endpoint.host], endpoint.path, query),
      headers: {
        accept: 'application/json, image/png',
        ...(endpoint.method === 'POST' && !form ? { 'content-type': 'application/json' } : {}),
        ...(token === undefined ? {} : { 'access-token': token })
      },
      // A POST without parameters still carries an object: its content type says JSON.
      body: form ?? (endpoint.method === 'POST' ? printJson(body ?? {}) : undefined),
      onSent,
      maxBytes: maxAnswerBytes,
      signal
    }
  }

  private log(endpoint: Endpoint, startedAt: number, facts: Record<string, unknown>): void {
    const { clock, logger } = this.parts
    logger.debug('platform call', { endpoint: endpoint.name, ms: clock.now() - startedAt, ...facts })
  }
}
