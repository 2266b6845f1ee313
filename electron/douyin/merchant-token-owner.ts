import type { PermissionSet } from '@shared/domain/merchant'
import { endpoints } from './endpoints'
import { platformError } from './failure'
import { PlatformError } from './platform-error'
import { SharedToken, type Token } from './shared-token'
import { borrowed, requireRight } from './token-authority'
import type { IssuedTokens } from './token-calls'
import type { TokenOwnerParts } from './token-owner-parts'
import type { MerchantTokens } from './token-vault'
import type { TokenSource } from './with-token'

/** A merchant's token, with the permission sets if the answer that brought it told them. */
export type MerchantToken = Token & { readonly permissions: readonly PermissionSet[] | null }

export type MerchantTokenParts = TokenOwnerParts & {
  readonly component: TokenSource
  /** Is told of every retrieval of a code with its exchange, and gives it back. */
  readonly note: <Value>(exchange: Promise<Value>) => Promise<Value>
}

/**
 * Owns one merchant's pair of tokens. A refresh token works once, so that there is one renewal at a time, and a new pair is
 * in the vault before anyone goes on with it.
 */
export class MerchantTokenOwner {
  readonly token: SharedToken<MerchantToken>
  private readonly appId: string
  private readonly parts: MerchantTokenParts
  /** The refresh token that was sent, or that an exchange may have ended: it is not sent again. */
  private spent: string | null = null
  /** The refresh token that was issued to this very process. */
  private own: string | null = null
  /** That one was refused although nothing of ours used it up. */
  private suspicious = false
  /** Counts pairs from outside and forgetting: a renewal from before must not overwrite what came of it. */
  private changes = 0

  constructor(appId: string, parts: MerchantTokenParts) {
    this.appId = appId
    this.parts = parts
    const { clock } = parts
    this.token = new SharedToken({ clock, load: () => this.read(), renew: (refused) => this.renew(refused) })
  }

  /** Retrieves the code and exchanges it, whatever tokens are held. Throws `PlatformError`, `held` for a reader. */
  rescue(signal: AbortSignal): Promise<MerchantToken> {
    return this.token.renewNow(signal, this.retrieve)
  }

  /** Takes a pair that came by an authorization code: it is kept, then held. Throws what the vault throws. */
  adopt(issued: IssuedTokens): void {
    this.distrustKept()
    const token = this.keep(issued)
    this.changes += 1
    this.token.adopt(token)
  }

  /** Drops the tokens; a renewal under way does not bring them back. Throws what the vault throws. */
  forget(): void {
    this.changes += 1
    this.suspicious = false
    this.token.adopt(null)
    this.parts.vault.forget(this.appId)
  }

  /** By the refresh token while there is one that works, else by retrieving the authorization code. */
  private async renew(refused: string | null): Promise<MerchantToken> {
    const { authority, vault } = this.parts
    if (!authority.mayRenew()) return borrowed(this.parts, endpoints.refreshToken, () => this.read(), refused)
    const before = this.changes
    const kept = vault.read(this.appId)
    const issued = kept && (await this.refresh(kept, before))
    return issued ? this.settle(issued, before) : this.retrieve()
  }

  /** A field, since it is also what a renewal of this kind is known by. */
  private readonly retrieve = async (): Promise<MerchantToken> => {
    const before = this.changes
    return this.settle(await this.parts.note(this.startOver(before)), before)
  }

  /** Null if the refresh token is used up, or may be: the code has to be retrieved then. */
  private async refresh({ refreshToken, refreshExpiresAt }: MerchantTokens, before: number) {
    const { calls, component, clock, logger } = this.parts
    if (refreshExpiresAt <= clock.now() || this.spent === refreshToken) return null
    this.spent = refreshToken
    try {
      return await calls.refresh(component, this.appId, refreshToken)
    } catch (error) {
      if (isUnused(error)) this.spent = null
      if (isUnused(error) || isCancelled(error) || this.changes !== before) throw error
      this.suspicious ||= isRefreshRefused(error) && this.own === refreshToken
      logger.warn('refresh failed, retrieving the code', { appId: this.appId, error: String(error) })
      return null
    }
  }

  private async startOver(before: number): Promise<IssuedTokens> {
    const { calls, component, authority } = this.parts
    requireRight(authority, endpoints.retrieveCode)
    try {
      const code = await calls.retrieveCode(component, this.appId)
      this.requireUnchanged(before)
      this.tellOfRival()
      // The exchange may end the pair that is kept, even if its answer is lost.
      this.distrustKept()
      return await calls.exchangeCode(component, this.appId, code)
    } catch (error) {
      if (isNotAuthorized(error)) this.forget()
      throw error
    }
  }

  /** Keeps a renewal's result, unless another pair came or the merchant was forgotten while it was under way. */
  private settle(issued: IssuedTokens, before: number): MerchantToken {
    // Which of two pairs the platform takes for the newer is not known.
    if (this.changes !== before) this.distrustKept()
    this.requireUnchanged(before)
    return this.keep(issued)
  }

  /** Nobody sees what this throws while a token is held: see `SharedToken.adopt`. */
  private requireUnchanged(before: number): void {
    if (this.changes === before) return
    throw platformError(endpoints.retrieveCode, { kind: 'authorization', outcome: 'not_sent' })
  }

  /** Told only when the authorisation proved to live on: its end ends the refresh token as well. */
  private tellOfRival(): void {
    if (this.suspicious) this.parts.onRival()
    this.suspicious = false
  }

  private keep(issued: IssuedTokens): MerchantToken {
    const { vault, authority, logger } = this.parts
    vault.save(this.appId, issued.tokens)
    this.spent = null
    this.suspicious = false
    this.own = issued.tokens.refreshToken
    authority.renewed()
    logger.info('merchant token renewed', { appId: this.appId })
    this.tell(issued)
    return merchantToken(issued)
  }

  private distrustKept(): void {
    this.spent = this.parts.vault.read(this.appId)?.refreshToken ?? this.spent
  }

  private read(): MerchantToken | null {
    const kept = this.parts.vault.read(this.appId)
    return kept && merchantToken({ tokens: kept, permissions: null })
  }

  /** A listener's failure is its own: the tokens are there. */
  private tell({ permissions }: IssuedTokens): void {
    if (permissions === null) return
    try {
      this.parts.onPermissions(this.appId, permissions)
    } catch (error) {
      this.parts.logger.error('permissions not taken', { appId: this.appId, error: String(error) })
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

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof PlatformError && codes.includes(error.facts.platformCode ?? '')

const isRefreshRefused = (error: unknown): boolean => hasCode(error, '40021')
const isNotAuthorized = (error: unknown): boolean => hasCode(error, '40004', '40022')
