import type { PermissionSet } from '@shared/domain/merchant'
import { z } from 'zod'
import type { Clock } from '../ports'
import { endpoints } from './endpoints'
import { unexpected } from './envelope'
import { platformError } from './failure'
import { PlatformError } from './platform-error'
import { lifeMs, secret } from './schemas'
import type { Token } from './shared-token'
import type { MerchantTokens } from './token-vault'
import { reading, type Wire, type WireRequest } from './wire'
import { withToken, type TokenSource } from './with-token'

/** A third-party application (第三方小程序应用) as the platform knows it. */
export type Application = { readonly appId: string; readonly secret: string }

/** What a refresh or the exchange of a code brings. `permissions` is null if the answer does not tell them. */
export type IssuedTokens = {
  readonly tokens: MerchantTokens
  readonly permissions: readonly PermissionSet[] | null
}

export type TokenCallParts = {
  readonly wire: Wire
  readonly application: Application
  readonly ticket: () => Promise<string>
  readonly clock: Clock
  /** Ends the calls when the client is closed; no caller's own signal does. */
  readonly lifetime: AbortSignal
}

const componentAnswer = z.object({ component_access_token: secret, expires_in: lifeMs })

const codeAnswer = z.object({ authorization_code: secret })

const permission = z.object({ id: z.coerce.number().int(), category: z.string().nullish() })

const tokenAnswer = z.object({
  authorizer_access_token: secret,
  expires_in: lifeMs,
  authorizer_refresh_token: secret,
  refresh_expires_in: lifeMs,
  authorizer_appid: z.string().max(64).nullish(),
  authorize_permission: z.array(permission).nullish()
})

type TokenRequest = Pick<WireRequest<unknown>, 'endpoint' | 'query' | 'secrets'>

const exchangeOf = (code: string): TokenRequest => ({
  endpoint: endpoints.exchangeCode,
  query: { grant_type: 'app_to_tp_authorization_code', authorization_code: code },
  secrets: [code]
})

/**
 * The four calls that tokens come from (page group `API/smallprogram/authorization`). Nothing is repeated here but what
 * was refused for the component token: codes and refresh tokens work once. All throw `PlatformError` and nothing else.
 */
export class TokenCalls {
  private readonly parts: TokenCallParts

  constructor(parts: TokenCallParts) {
    this.parts = parts
  }

  /** 获取第三方小程序接口调用凭据V2: ends the component token before it. The answer is bare, its refusals are not. */
  async fetchComponent(): Promise<Token> {
    const { wire, application, clock, lifetime } = this.parts
    const ticket = await this.ticket()
    const askedAt = clock.now()
    const { value } = await wire.send({
      endpoint: endpoints.componentToken,
      query: { component_appid: application.appId, component_appsecret: application.secret, component_ticket: ticket },
      secrets: [application.secret, ticket],
      read: reading({ schema: componentAnswer, bare: true }),
      signal: lifetime
    })
    return { value: value.component_access_token, expiresAt: askedAt + value.expires_in }
  }

  /** 找回授权码V2. 40004 and 40022 mean that the merchant is not authorised (any more). */
  async retrieveCode(component: TokenSource, appId: string): Promise<string> {
    const { value } = await this.send(component, {
      endpoint: endpoints.retrieveCode,
      body: { authorization_appid: appId },
      read: reading({ schema: codeAnswer })
    })
    return value.authorization_code
  }

  /** 获取授权小程序接口调用凭据V2: uses the code up. */
  exchangeCode(component: TokenSource, appId: string, code: string): Promise<IssuedTokens> {
    return this.issueTo(appId, component, exchangeOf(code))
  }

  /** The same for a code that came from outside; the answer names its merchant, or is `unexpected`. */
  async acceptCode(component: TokenSource, code: string): Promise<IssuedTokens & { readonly appId: string }> {
    const { appId, logId, ...issued } = await this.issue(component, exchangeOf(code))
    if (appId === null) throw unexpected(logId, { call: endpoints.exchangeCode })
    return { ...issued, appId }
  }

  /** 刷新授权小程序接口调用凭据V2: uses the refresh token up, also if the answer is lost. */
  refresh(component: TokenSource, appId: string, refreshToken: string): Promise<IssuedTokens> {
    return this.issueTo(appId, component, {
      endpoint: endpoints.refreshToken,
      query: { grant_type: 'app_to_tp_refresh_token', authorizer_refresh_token: refreshToken },
      secrets: [refreshToken]
    })
  }

  /** Another merchant's token must never be used for this one. */
  private async issueTo(appId: string, component: TokenSource, request: TokenRequest): Promise<IssuedTokens> {
    const { appId: named, logId, ...issued } = await this.issue(component, request)
    if (named !== null && named !== appId) throw unexpected(logId, { call: request.endpoint })
    return issued
  }

  private async issue(component: TokenSource, request: TokenRequest) {
    const askedAt = this.parts.clock.now()
    const { value, logId } = await this.send(component, { ...request, read: reading({ schema: tokenAnswer }) })
    return {
      tokens: {
        accessToken: value.authorizer_access_token,
        accessExpiresAt: askedAt + value.expires_in,
        refreshToken: value.authorizer_refresh_token,
        refreshExpiresAt: askedAt + value.refresh_expires_in
      },
      permissions: value.authorize_permission?.map(({ id, category }) => ({ id, name: category ?? '' })) ?? null,
      appId: value.authorizer_appid || null,
      logId
    }
  }

  private send<Value>(component: TokenSource, request: Omit<WireRequest<Value>, 'token' | 'signal'>) {
    const { wire, lifetime } = this.parts
    return withToken(request.endpoint, component, lifetime, (token) =>
      wire.send({ ...request, token, signal: lifetime })
    )
  }

  /** Without a ticket nothing can be asked: that is a matter of the application's credentials. */
  private async ticket(): Promise<string> {
    try {
      return await this.parts.ticket()
    } catch (error) {
      if (error instanceof PlatformError) throw error
      throw platformError(endpoints.componentToken, { kind: 'credentials', outcome: 'not_sent' })
    }
  }
}
