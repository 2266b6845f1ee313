import type { Clock } from '../ports'
import { settled } from './signals'

/** A token with its end in milliseconds since 1970. */
export type Token = { readonly value: string; readonly expiresAt: number }

/**
 * Gets a new token; it is safely kept when this resolves. `refused` is the token that the platform refused, null where it
 * is only missing or old.
 */
export type Renewal<Held extends Token> = (refused: string | null) => Promise<Held>

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
    readonly renew: Renewal<Held>
  }
  private held: (Held & { readonly renewAt: number }) | null | undefined
  private running: { readonly by: Renewal<Held>; readonly result: Promise<Held> } | null = null
  /** Counts what came from outside of the renewals: one that began before must not overwrite it. */
  private adoptions = 0

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
    return settled(this.renewal(null), signal)
  }

  /**
   * A token after `refused` was refused. If it was replaced meanwhile the newer one is returned: the answer was about an
   * old token, and another renewal would only end the one that works.
   */
  async replace(refused: string, signal: AbortSignal): Promise<Held> {
    if (this.peek()?.value !== refused) return this.get(signal)
    const token = await settled(this.renewal(refused), signal)
    // A renewal that began before the refusal was known may have found the same one good enough.
    return token.value === refused ? settled(this.renewal(refused), signal) : token
  }

  /**
   * A new token, whatever is held. `by` is another way to get one than the usual; a renewal of another kind is waited for
   * first, one of the same kind is shared.
   */
  async renewNow(signal: AbortSignal, by: Renewal<Held> = this.parts.renew): Promise<Held> {
    while (this.running && this.running.by !== by) {
      await settled(Promise.allSettled([this.running.result]), signal)
    }
    return settled(this.renewal(null, by), signal)
  }

  /** Takes a token that came by another way, or none; a renewal under way goes on, but its result is not held. */
  adopt(token: Held | null): void {
    this.adoptions += 1
    this.hold(token)
  }

  private renewal(refused: string | null, by: Renewal<Held> = this.parts.renew): Promise<Held> {
    if (this.running) return this.running.result
    const result = this.attempt(by, refused)
    // Every waiter may have given up by the time it fails.
    result.catch(() => undefined)
    this.running = { by, result }
    return result
  }

  private async attempt(by: Renewal<Held>, refused: string | null): Promise<Held> {
    const before = this.adoptions
    const adopted = (): Held | null => (this.adoptions === before ? null : this.peek())
    try {
      // Not at once: `running` is to be set before it can be taken back.
      const token = await Promise.resolve().then(() => by(refused))
      if (this.adoptions === before) this.hold(token)
      return adopted() ?? token
    } catch (error) {
      const token = adopted()
      if (token) return token
      throw error
    } finally {
      this.running = null
    }
  }

  private hold(token: Held | null): void {
    const now = this.parts.clock.now()
    this.held = token && { ...token, renewAt: token.expiresAt - Math.min(marginMs, (token.expiresAt - now) / 2) }
  }
}
