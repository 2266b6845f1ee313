import type { Clock } from '../ports'
import { settled } from './signals'

/** A token with its end in milliseconds since 1970. */
export type Token = { readonly value: string; readonly expiresAt: number }

/** A token is renewed so long before its end, but never before half of its life is over. */
const marginMs = 5 * 60_000

/**
 * One token that any number of callers use. However many of them find it missing, old or refused, one renewal is under way
 * at a time and all wait for it; a caller that gives up leaves it running.
 */
export class SharedToken<Held extends Token> {
  private readonly parts: {
    readonly clock: Clock
    /** What was kept from before, if anything. Asked once. */
    readonly load: () => Held | null
    /** Gets a new token; it is safely kept when this resolves. */
    readonly renew: () => Promise<Held>
  }
  private held: (Held & { readonly renewAt: number }) | null | undefined
  private renewal: Promise<Held> | null = null

  constructor(parts: SharedToken<Held>['parts']) {
    this.parts = parts
  }

  /** The token held at present, however old; null if there is none. */
  peek(): Held | null {
    if (this.held === undefined) this.hold(this.parts.load())
    return this.held ?? null
  }

  /** A token that should work. Rejects with what the renewal throws, or with the signal's reason. */
  async get(signal: AbortSignal): Promise<Held> {
    this.peek()
    if (this.held && this.parts.clock.now() < this.held.renewAt) return this.held
    return settled((this.renewal ??= this.renew()), signal)
  }

  /**
   * A token after `refused` was refused. If it was replaced meanwhile the newer one is returned: the answer was about an
   * old token, and another renewal would only end the one that works.
   */
  async replace(refused: string, signal: AbortSignal): Promise<Held> {
    if (this.peek()?.value !== refused) return this.get(signal)
    return settled((this.renewal ??= this.renew()), signal)
  }

  private renew(): Promise<Held> {
    const renewal = this.attempt()
    // Every waiter may have given up by the time it fails.
    renewal.catch(() => undefined)
    return renewal
  }

  private async attempt(): Promise<Held> {
    try {
      // Not at once: `renewal` is to be set before it can be taken back.
      const token = await Promise.resolve().then(() => this.parts.renew())
      this.hold(token)
      return token
    } finally {
      this.renewal = null
    }
  }

  private hold(token: Held | null): void {
    const now = this.parts.clock.now()
    this.held = token && { ...token, renewAt: token.expiresAt - Math.min(marginMs, (token.expiresAt - now) / 2) }
  }
}
