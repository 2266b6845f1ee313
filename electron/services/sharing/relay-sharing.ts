import type { Sharing } from '@shared/domain/account'
import { say } from '@shared/texts/say'
import type { TokenAuthority } from '../../douyin/platform'
import type { RelayClient } from '../../douyin/relay-client'
import { RelayError } from '../../douyin/relay-error'
import type { Lease, LeaseState } from '../../douyin/relay-lease'
import { settled } from '../../douyin/signals'
import type { Clock, Logger } from '../../ports'
import { SharingError, sharingTrouble } from './sharing-trouble'
import { TokenExchange, type TokenExchangeParts } from './token-exchange'

export type RelaySharingParts = TokenExchangeParts & {
  readonly relay: Pick<RelayClient, 'lease' | 'tokens'>
  readonly clock: Clock
  readonly logger: Logger
  /** `sharing()`, `mayRenew()` or `trouble()` says something else now. Must not throw. */
  readonly onChange: () => void
}

/** Renewals come in bursts; they go out together. */
const debounceMs = 300
const backoff = { baseMs: 1000, capMs: 30_000 }
/** What quitting waits for, for the last tokens and again for the lease's return. */
const stopPatienceMs = 3000

/**
 * Several desktops with one third-party application, through the relay: the one with the lease renews tokens and leaves all
 * of them there, sealed in one piece; the others borrow them. A new writer first takes over what the one before it left.
 */
export class RelaySharing implements TokenAuthority {
  private readonly parts: RelaySharingParts
  private readonly exchange: TokenExchange
  private readonly stopping = new AbortController()
  private readonly leaving = new AbortController()
  private keeping: Promise<void> | null = null
  private working: Promise<void> | null = null
  private borrowing: Promise<void> | null = null
  private state: LeaseState | null = null
  /** The turn in which the tokens of the writer before were taken over. */
  private readyFence: number | null = null
  /** A lease that the relay said is not ours any more. */
  private refused: Lease | null = null
  /** The vault may have what the relay has not. */
  private isDirty = false
  private problem: string | null = null
  private told = ''

  constructor(parts: RelaySharingParts) {
    this.parts = parts
    this.exchange = new TokenExchange(parts)
  }

  /** Begins to keep the lease, or to wait for it. Once. */
  start(): void {
    this.keeping ??= this.parts.relay.lease.keep((state) => this.heard(state), this.leaving.signal)
  }

  /** Leaves the last tokens at the relay where this is the writer, and gives the lease back; about 6 s at most. */
  async stop(): Promise<void> {
    this.stopping.abort()
    await this.working
    await this.putLast().catch(() => undefined)
    this.leaving.abort()
    if (this.keeping) await settled(this.keeping, AbortSignal.timeout(stopPatienceMs)).catch(() => undefined)
  }

  sharing(): Sharing {
    const { state, problem } = this
    if (!state) return { role: 'cut_off', trouble: say`还没有连上中继` }
    if (state.role === 'cut_off') return { role: 'cut_off', trouble: sharingTrouble(state.error) }
    // A writer that has taken over works whatever becomes of its tokens at the relay.
    if (problem !== null && !this.turn()) return { role: 'cut_off', trouble: problem }
    return state.role === 'writer' ? { role: 'writer' } : { role: 'reader', heldBy: state.heldBy?.name ?? null }
  }

  /** What keeps tokens from being handed or taken over, a sentence for the operator; null where nothing does. */
  trouble(): string | null {
    return this.problem
  }

  mayRenew(): boolean {
    return !this.stopping.signal.aborted && this.turn() !== null
  }

  /**
   * Many borrowers wait for one request. Resolves too where the relay has nothing newer than the vault. Rejects with a
   * `RelayError`, a `SharingError`, what the vault throws, or the signal's reason.
   */
  async borrow(signal: AbortSignal): Promise<void> {
    if (!this.borrowing) {
      this.borrowing = this.fetch()
      // Every borrower may have given up by the time it fails.
      this.borrowing.catch(() => undefined)
    }
    await settled(this.borrowing, signal)
  }

  renewed(): void {
    this.isDirty = true
    this.wake()
  }

  private heard(state: LeaseState): void {
    this.state = state
    this.settle(null)
    this.wake()
  }

  /** The lease, once the tokens were taken over in its turn; else null. */
  private turn(): Lease | null {
    const lease = this.lease()
    return lease && lease.fence === this.readyFence ? lease : null
  }

  private lease(): Lease | null {
    const lease = this.parts.relay.lease.current()
    return lease === this.refused ? null : lease
  }

  private wake(): void {
    this.working ??= this.work()
  }

  /** One at a time: takes over, then puts, until neither is to be done or this is not the writer. Never rejects. */
  private async work(): Promise<void> {
    // Not at once: `working` is to be set before it can be taken back.
    await Promise.resolve()
    let failures = 0
    while (this.hasWork()) {
      try {
        await this.step()
        failures = 0
      } catch (error) {
        this.failed(error)
        await this.pause(Math.min(backoff.capMs, backoff.baseMs * 2 ** Math.min(failures, 16)))
        failures += 1
      }
    }
    this.working = null
  }

  private hasWork(): boolean {
    if (this.stopping.signal.aborted || this.state?.role !== 'writer') return false
    return this.isDirty || !this.turn()
  }

  private async step(): Promise<void> {
    const lease = this.lease()
    // It ran out, or is not ours: the lease's keeper finds out soon.
    if (!lease) return this.pause(backoff.baseMs)
    if (lease.fence !== this.readyFence) return this.takeOver(lease)
    await this.pause(debounceMs)
    if (this.turn() && !this.stopping.signal.aborted) await this.put(this.stopping.signal)
  }

  private async takeOver(lease: Lease): Promise<void> {
    const { logger } = this.parts
    try {
      if ((await this.exchange.pull(this.stopping.signal)) !== 'level') this.isDirty = true
    } catch (error) {
      // Sealed with another secret of the application, which may have been reset since. They are replaced as soon as a new
      // token has shown that ours is right.
      if (!(error instanceof SharingError)) throw error
      logger.warn('the tokens of the writer before do not open; going on with our own', { error })
    }
    if (this.lease()?.fence !== lease.fence) return
    this.readyFence = lease.fence
    logger.info('this desktop renews the tokens now', { fence: lease.fence })
    this.settle(null)
  }

  private async putLast(): Promise<void> {
    const signal = AbortSignal.timeout(stopPatienceMs)
    // Once more where another version had to be taken in first.
    for (let tries = 0; tries < 2 && this.isDirty && this.turn(); tries += 1) await this.put(signal)
  }

  /** Throws what is worth another attempt after a pause. */
  private async put(signal: AbortSignal): Promise<void> {
    const lease = this.turn()
    this.isDirty = false
    try {
      await this.exchange.put(signal)
      this.settle(null)
    } catch (error) {
      const reason = error instanceof RelayError ? error.reason : null
      // More of the same would be refused as well: the next renewal tries again.
      if (reason === 'too_large') return this.failed(error)
      this.isDirty = true
      if (reason === 'stale') return this.merge(signal)
      if (reason !== 'held' && reason !== 'not_held') throw error
      this.refused = lease
      this.readyFence = null
      this.announce()
    }
  }

  /** What does not open is replaced: a renewal has shown that our secret is right. */
  private async merge(signal: AbortSignal): Promise<void> {
    try {
      await this.exchange.pull(signal)
    } catch (error) {
      if (!(error instanceof SharingError)) throw error
    }
  }

  private async fetch(): Promise<void> {
    // Not at once: `borrowing` is to be set before it can be taken back.
    await Promise.resolve()
    try {
      await this.exchange.pullNews(this.stopping.signal)
      this.settle(null)
    } catch (error) {
      this.failed(error)
      throw error
    } finally {
      this.borrowing = null
    }
  }

  private failed(error: unknown): void {
    if (this.stopping.signal.aborted) return
    this.parts.logger.warn('the tokens are not shared', { error })
    this.settle(sharingTrouble(error))
  }

  private settle(problem: string | null): void {
    this.problem = problem
    this.announce()
  }

  private async pause(ms: number): Promise<void> {
    await this.parts.clock.wait(ms, this.stopping.signal).catch(() => undefined)
  }

  private announce(): void {
    const now = JSON.stringify([this.sharing(), this.problem, this.mayRenew()])
    if (now === this.told) return
    this.told = now
    this.parts.onChange()
  }
}
