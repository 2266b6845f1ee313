import { endpoints } from './endpoints'
import { PlatformError } from './platform-error'
import { SharedToken, type Token } from './shared-token'
import { borrowed, requireRight } from './token-authority'
import type { TokenOwnerParts } from './token-owner-parts'

/** A token refused with more than this left was ended by someone, not by its age. */
const rivalMarginMs = 10 * 60_000

/** Owns the component token: fetches it one at a time, and notices when somebody else's fetch ended it. */
export class ComponentTokenOwner {
  readonly token: SharedToken<Token>
  private readonly parts: TokenOwnerParts
  /** The token that this very process fetched, as long as nothing of ours can have ended it. */
  private own: Token | null = null

  constructor(parts: TokenOwnerParts) {
    this.parts = parts
    const { clock } = parts
    this.token = new SharedToken({ clock, load: () => this.read(), renew: (refused) => this.renew(refused) })
  }

  /** Fetches a token whatever is held. Throws `PlatformError`, `held` where this desktop may not. */
  async probe(signal: AbortSignal): Promise<void> {
    requireRight(this.parts.authority, endpoints.componentToken)
    await this.token.renewNow(signal)
  }

  private async renew(refused: string | null): Promise<Token> {
    if (!this.parts.authority.mayRenew()) {
      return borrowed(this.parts, endpoints.componentToken, () => this.read(), refused)
    }
    if (this.wasEndedByAnother(refused)) this.parts.onRival()
    return this.fetch()
  }

  private async fetch(): Promise<Token> {
    const { calls, vault, authority } = this.parts
    const token = await calls.fetchComponent().catch((error: unknown) => {
      // A fetch whose answer was lost ends the token before it all the same.
      if (!(error instanceof PlatformError) || error.facts.outcome === 'unknown') this.own = null
      throw error
    })
    this.own = null
    vault.saveComponent({ accessToken: token.value, expiresAt: token.expiresAt })
    this.own = token
    authority.renewed()
    return token
  }

  private wasEndedByAnother(refused: string | null): boolean {
    const { own } = this
    return own !== null && own.value === refused && own.expiresAt - this.parts.clock.now() > rivalMarginMs
  }

  private read(): Token | null {
    const kept = this.parts.vault.readComponent()
    return kept && { value: kept.accessToken, expiresAt: kept.expiresAt }
  }
}
