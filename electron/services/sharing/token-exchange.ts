import type { RelayClient } from '../../douyin/relay-client'
import { RelayError } from '../../douyin/relay-error'
import type { SealedBox } from '../../keychain/sealed-box'
import { parseTokens, takeNewer, tokensText, type SharedTokens, type SharedVault } from './shared-tokens'
import { SharingError } from './sharing-trouble'

export type TokenExchangeParts = {
  readonly relay: Pick<RelayClient, 'tokens'>
  readonly vault: SharedVault
  /** With the key of `sharingKey`. */
  readonly box: Pick<SealedBox, 'seal' | 'open'>
  readonly appId: string
}

/** How the vault compares with the relay after a pull: `ahead` where it has something newer, or something more. */
export type Pulled = 'none' | 'level' | 'ahead'

/** The relay's own limit (docs/relay.md). */
const maxSealedLength = 4 * 1024 * 1024

/** Moves all tokens between the vault and the relay, in one sealed piece. */
export class TokenExchange {
  private readonly parts: TokenExchangeParts
  private readonly identity: string
  /** The version at the relay, which a put replaces. */
  private version = 0
  /** The version whose tokens the vault has. */
  private known: number | undefined

  constructor(parts: TokenExchangeParts) {
    this.parts = parts
    this.identity = `tokens/${parts.appId}`
  }

  /**
   * Brings what is newer at the relay into the vault. Throws a `RelayError`, `SharingError` `unopened`, what the vault
   * throws, or the signal's reason.
   */
  async pull(signal: AbortSignal): Promise<Pulled> {
    const found = await this.parts.relay.tokens.get(undefined, signal)
    if (found) return this.take(found)
    this.version = 0
    return 'none'
  }

  /** The same, but a version that the vault has already is not sent again, and `none` is thrown as a `SharingError`. */
  async pullNews(signal: AbortSignal): Promise<void> {
    if (this.known === undefined) {
      if ((await this.pull(signal)) === 'none') throw new SharingError('none')
      return
    }
    const found = await this.parts.relay.tokens.get(this.known, signal)
    if (found) this.take(found)
  }

  /** Leaves all the vault's tokens at the relay. Throws a `RelayError`, what the vault throws, or the signal's reason. */
  async put(signal: AbortSignal): Promise<void> {
    const { relay, vault, box } = this.parts
    const sealed = box.seal(this.identity, tokensText(vault)).toString('base64')
    if (sealed.length > maxSealedLength) throw new RelayError('refused', 'too_large')
    this.version = await relay.tokens.put({ version: this.version, sealed }, signal)
    this.known = this.version
  }

  private take({ version, sealed }: { readonly version: number; readonly sealed: string }): Pulled {
    // Also what does not open can be replaced, if it is named.
    this.version = version
    const { isAhead } = takeNewer(this.parts.vault, this.opened(sealed))
    this.known = version
    return isAhead ? 'ahead' : 'level'
  }

  private opened(sealed: string): SharedTokens {
    try {
      return parseTokens(this.parts.box.open(this.identity, Buffer.from(sealed, 'base64')))
    } catch {
      throw new SharingError('unopened')
    }
  }
}
