import type { PermissionSet } from '@shared/domain/merchant'
import type { Clock, Logger } from '../ports'
import { PlatformError } from './platform-error'
import { SharedToken, type Token } from './shared-token'
import type { IssuedTokens, TokenCalls } from './token-calls'
import type { MerchantTokens, TokenVault } from './token-vault'

/** A merchant's token, with the permission sets if the answer that brought it told them. */
export type MerchantToken = Token & { readonly permissions: readonly PermissionSet[] | null }

export type PermissionListener = (appId: string, permissions: readonly PermissionSet[]) => void

export type TokenKeeperParts = {
  readonly calls: TokenCalls
  readonly vault: TokenVault
  readonly clock: Clock
  readonly logger: Logger
  readonly onPermissions: PermissionListener
}

/**
 * Keeps the component token and the merchants' tokens working.
 *
 * Each has one owner, this object, and one renewal at a time: two fetches of a component token end each other's result,
 * and a refresh token works once. A new pair is in the vault before anyone goes on with it.
 */
export class TokenKeeper {
  readonly component: SharedToken<Token>
  private readonly parts: TokenKeeperParts
  private readonly merchants = new Map<string, SharedToken<MerchantToken>>()
  /** Refresh tokens that were sent and may be used up: they are not sent again. */
  private readonly spent = new Map<string, string>()

  constructor(parts: TokenKeeperParts) {
    this.parts = parts
    const { calls, clock, vault } = parts
    this.component = new SharedToken({
      clock,
      load: () => {
        const kept = vault.readComponent()
        return kept && { value: kept.accessToken, expiresAt: kept.expiresAt }
      },
      renew: async () => {
        const token = await calls.fetchComponent()
        vault.saveComponent({ accessToken: token.value, expiresAt: token.expiresAt })
        return token
      }
    })
  }

  /** The token of one merchant's mini program. */
  merchant(appId: string): SharedToken<MerchantToken> {
    const known = this.merchants.get(appId)
    if (known) return known
    const token = new SharedToken<MerchantToken>({
      clock: this.parts.clock,
      load: () => {
        const kept = this.parts.vault.read(appId)
        return kept && merchantToken({ tokens: kept, permissions: null })
      },
      renew: () => this.renew(appId)
    })
    this.merchants.set(appId, token)
    return token
  }

  /** By the refresh token while there is one that works, else by retrieving the authorization code. */
  private async renew(appId: string): Promise<MerchantToken> {
    const { vault, logger } = this.parts
    const kept = vault.read(appId)
    const issued = (kept && (await this.refresh(appId, kept))) ?? (await this.startOver(appId))
    vault.save(appId, issued.tokens)
    this.spent.delete(appId)
    logger.info('merchant token renewed', { appId })
    this.tell(appId, issued)
    return merchantToken(issued)
  }

  /** Null if the refresh token is used up, or may be: the code has to be retrieved then. */
  private async refresh(
    appId: string,
    { refreshToken, refreshExpiresAt }: MerchantTokens
  ): Promise<IssuedTokens | null> {
    const { calls, clock } = this.parts
    if (refreshExpiresAt <= clock.now() || this.spent.get(appId) === refreshToken) return null
    this.spent.set(appId, refreshToken)
    try {
      return await calls.refresh(this.component, appId, refreshToken)
    } catch (error) {
      if (isUnused(error)) this.spent.delete(appId)
      if (isUnused(error) || isCancelled(error)) throw error
      this.parts.logger.warn('refresh failed, retrieving the code', { appId, error: String(error) })
      return null
    }
  }

  private async startOver(appId: string): Promise<IssuedTokens> {
    const { calls, vault } = this.parts
    try {
      const code = await calls.retrieveCode(this.component, appId)
      return await calls.exchangeCode(this.component, appId, code)
    } catch (error) {
      if (isNotAuthorized(error)) vault.forget(appId)
      throw error
    }
  }

  /** A listener's failure is its own: the tokens are there. */
  private tell(appId: string, { permissions }: IssuedTokens): void {
    if (permissions === null) return
    try {
      this.parts.onPermissions(appId, permissions)
    } catch (error) {
      this.parts.logger.error('permissions not taken', { appId, error: String(error) })
    }
  }
}

function merchantToken({ tokens, permissions }: IssuedTokens): MerchantToken {
  return { value: tokens.accessToken, expiresAt: tokens.accessExpiresAt, permissions }
}

/** The refresh token was not looked at: nothing was sent, or it was refused for another reason. */
function isUnused(error: unknown): boolean {
  if (!(error instanceof PlatformError)) return false
  const { kind, outcome } = error.facts
  return outcome === 'not_sent' || (outcome === 'refused' && (kind === 'credentials' || kind === 'busy'))
}

function isCancelled(error: unknown): boolean {
  return error instanceof PlatformError && error.facts.kind === 'cancelled'
}

function isNotAuthorized(error: unknown): boolean {
  return error instanceof PlatformError && ['40004', '40022'].includes(error.facts.platformCode ?? '')
}
