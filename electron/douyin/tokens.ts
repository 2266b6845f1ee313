import { ComponentTokenOwner } from './component-token-owner'
import { endpoints } from './endpoints'
import { MerchantTokenOwner, type MerchantToken } from './merchant-token-owner'
import type { AcceptedCode } from './platform'
import type { SharedToken, Token } from './shared-token'
import { settled } from './signals'
import { requireRight } from './token-authority'
import type { TokenOwnerParts } from './token-owner-parts'

/**
 * Keeps the component token and the merchants' tokens working.
 *
 * Each has one owner, and one renewal at a time: two fetches of a component token end each other's result, and a refresh
 * token works once. A new pair is in the vault before anyone goes on with it.
 */
export class TokenKeeper {
  private readonly parts: TokenOwnerParts
  private readonly componentOwner: ComponentTokenOwner
  private readonly owners = new Map<string, MerchantTokenOwner>()
  /** Retrievals of codes with their exchange, and exchanges of accepted codes. */
  private readonly exchanges = new Set<Promise<unknown>>()

  constructor(parts: TokenOwnerParts) {
    this.parts = parts
    this.componentOwner = new ComponentTokenOwner(parts)
  }

  get component(): SharedToken<Token> {
    return this.componentOwner.token
  }

  /** The token of one merchant's mini program. */
  merchant(appId: string): SharedToken<MerchantToken> {
    return this.owner(appId).token
  }

  /** Fetches a component token now. Throws `PlatformError`. */
  probe(signal: AbortSignal): Promise<void> {
    return this.componentOwner.probe(signal)
  }

  /** By 找回授权码, never by the refresh token. Throws `PlatformError`. */
  rescue(appId: string, signal: AbortSignal): Promise<MerchantToken> {
    return this.owner(appId).rescue(signal)
  }

  /** Drops a merchant's tokens. Throws what the vault throws; they are not used any more then either. */
  forget(appId: string): void {
    this.owner(appId).forget()
  }

  /**
   * Exchanges a code that came from outside; a caller that gives up leaves the exchange running, as the code works once.
   * Throws `PlatformError`, or what the vault throws.
   */
  acceptCode(code: string, signal: AbortSignal): Promise<AcceptedCode> {
    const accepted = this.accept(code, [...this.exchanges])
    // The caller may have given up by the time it fails.
    accepted.catch(() => undefined)
    return settled(this.noted(accepted), signal)
  }

  /**
   * The platform pushes every code that we retrieve to us as well: what is under way has to end first, lest we take that
   * code away from ourselves, or lose track of which of two pairs is the newer one.
   */
  private async accept(code: string, underWay: readonly Promise<unknown>[]): Promise<AcceptedCode> {
    await Promise.allSettled(underWay)
    const { authority, calls } = this.parts
    requireRight(authority, endpoints.exchangeCode)
    const { appId, ...issued } = await calls.acceptCode(this.component, code)
    this.owner(appId).adopt(issued)
    return { appId, permissions: issued.permissions ?? [] }
  }

  private owner(appId: string): MerchantTokenOwner {
    const known = this.owners.get(appId)
    if (known) return known
    const { component } = this
    const note = <Value>(exchange: Promise<Value>): Promise<Value> => this.noted(exchange)
    const owner = new MerchantTokenOwner(appId, { ...this.parts, component, note })
    this.owners.set(appId, owner)
    return owner
  }

  private noted<Value>(exchange: Promise<Value>): Promise<Value> {
    this.exchanges.add(exchange)
    void exchange.catch(() => undefined).then(() => this.exchanges.delete(exchange))
    return exchange
  }
}
