import type { PermissionSet } from '@shared/domain/merchant'
import type { Clock, Logger, Random } from '../ports'
import { endpoints, type Endpoint } from './endpoints'
import type { Answer } from './envelope'
import { cancelled, platformError, type CallName } from './failure'
import { ownRound } from './own-round'
import type { AcceptedCode } from './platform'
import { PlatformError } from './platform-error'
import { presentPriority } from './priority'
import { withRetry } from './retry'
import type { TokenKeeper } from './tokens'
import type { Wire, WireRequest } from './wire'
import { beforeSending, withToken, type TokenSource } from './with-token'

type Asked<Value> = Pick<WireRequest<Value>, 'endpoint' | 'query' | 'body' | 'form' | 'onSent' | 'read'>

export type Request<Value> = Asked<Value> & {
  readonly signal?: AbortSignal | undefined
}

export type PlatformCallerParts = {
  readonly wire: Wire
  readonly tokens: TokenKeeper
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** Aborted when the client is closed: ends every call. */
  readonly lifetime: AbortSignal
}

/**
 * Makes calls with the right token, and repeats what may be repeated. Those of the background are answered one at a time. All throw
 * `PlatformError` and nothing else.
 */
export class PlatformCaller {
  private readonly parts: PlatformCallerParts

  constructor(parts: PlatformCallerParts) {
    this.parts = parts
  }

  /** A call with the third-party application's token. */
  asApplication<Value>(request: Request<Value>): Promise<Answer<Value>> {
    return this.call(this.parts.tokens.component, request)
  }

  /** A call with the token of one merchant's mini program. */
  asMerchant<Value>(appId: string, request: Request<Value>): Promise<Answer<Value>> {
    return this.call(this.parts.tokens.merchant(appId), request)
  }

  /** Makes sure that there is a token of this merchant; its permission sets if it was fetched now and tells them. */
  authorize(appId: string, signal: AbortSignal | undefined): Promise<readonly PermissionSet[] | null> {
    const token = this.parts.tokens.merchant(appId)
    return this.guarded(endpoints.retrieveCode, signal, (either) =>
      beforeSending(endpoints.retrieveCode, either, async () => {
        const before = token.peek()
        const now = await token.get(either)
        return now.value === before?.value ? null : now.permissions
      })
    )
  }

  /** 找回授权码 and its exchange; the permission sets if the answer tells them. */
  rescue(appId: string, signal: AbortSignal | undefined): Promise<readonly PermissionSet[] | null> {
    return this.guarded(endpoints.retrieveCode, signal, async (either) => {
      const { permissions } = await this.waited(endpoints.retrieveCode, either, this.parts.tokens.rescue(appId, either))
      return permissions
    })
  }

  /** Exchanges a code that came from outside. */
  acceptCode(code: string, signal: AbortSignal | undefined): Promise<AcceptedCode> {
    return this.guarded(endpoints.exchangeCode, signal, (either) =>
      this.waited(endpoints.exchangeCode, either, this.parts.tokens.acceptCode(code, either))
    )
  }

  /** Fetches a component token now. */
  probe(signal: AbortSignal | undefined): Promise<void> {
    return this.guarded(endpoints.componentToken, signal, (either) => this.parts.tokens.probe(either))
  }

  /** Work that is not a call of the platform's interface but fails and is repeated like one. */
  async guarded<Value>(
    call: CallName,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Value>
  ): Promise<Value> {
    const { lifetime, logger } = this.parts
    const either = signal ? AbortSignal.any([signal, lifetime]) : lifetime
    try {
      if (either.aborted) throw cancelled(call, false)
      return await withRetry(call, this.parts, either, () => work(either))
    } catch (error) {
      if (error instanceof PlatformError) throw error
      // Given up in the pause between two attempts, which is there only after one that did nothing.
      if (either.aborted) throw cancelled(call, false)
      logger.error('platform client failed', { call: call.name, error: error instanceof Error ? error.stack : '' })
      throw platformError(call, { kind: 'unexpected', outcome: 'unknown' })
    }
  }

  /** For work that goes on when the caller gives up: what comes of it is not known then. */
  private async waited<Value>(call: CallName, signal: AbortSignal, work: Promise<Value>): Promise<Value> {
    try {
      return await work
    } catch (error) {
      throw signal.aborted && !(error instanceof PlatformError) ? cancelled(call, true) : error
    }
  }

  private async call<Value>(source: TokenSource, { signal, ...request }: Request<Value>): Promise<Answer<Value>> {
    const { endpoint }: { endpoint: Endpoint } = request
    try {
      return await this.guarded(endpoint, signal, (either) =>
        withToken(endpoint, source, either, (token) => this.parts.wire.send({ ...request, token, signal: either }))
      )
    } finally {
      if (presentPriority() === 'background') await ownRound()
    }
  }
}
