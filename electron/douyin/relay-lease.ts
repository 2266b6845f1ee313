import type { Clock, Logger, Random } from '../ports'
import { leaseAnswer, releasedAnswer } from './relay-answers'
import { RelayError, type LeaseHolder } from './relay-error'
import type { RelayHttp } from './relay-http'

/** The right to write: fetch and refresh tokens, take messages, put the tokens. `until` by this computer's clock. */
export type Lease = { readonly fence: number; readonly until: number }

export type LeaseOutcome =
  | { readonly held: true; readonly lease: Lease }
  /** Null where the relay did not tell. */
  | { readonly held: false; readonly by: LeaseHolder | null }

/**
 * What this desktop is at the moment. `writer`: has the lease. `reader`: another has it. `cut_off`: the relay does not
 * answer and the lease has run out, or none was had; nothing may be written.
 */
export type LeaseState =
  | { readonly role: 'writer'; readonly lease: Lease }
  | { readonly role: 'reader'; readonly heldBy: LeaseHolder | null }
  | { readonly role: 'cut_off'; readonly error: RelayError }

export type RelayLeaseParts = {
  readonly http: RelayHttp
  readonly holder: string
  /** Shown to the operators of other desktops. */
  readonly name: string
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

const ttlSeconds = 60
const renewEveryMs = 20_000
const askAgainMs = 5000
/** A desktop stops a little before the relay gives the lease to another. */
const marginMs = 5000

/**
 * The relay's lease: one desktop at a time is the writer, as V2 keeps only the newest two component tokens and a refresh
 * token works once. The lease lasts for a minute, counted from before it was asked for, less five seconds.
 */
export class RelayLease {
  private readonly parts: RelayLeaseParts
  private lease: Lease | null = null

  constructor(parts: RelayLeaseParts) {
    this.parts = parts
  }

  /** The lease while it lasts. Ask before every write that must not be done twice. */
  current(): Lease | null {
    return this.lease && this.lease.until > this.parts.clock.now() ? this.lease : null
  }

  /** Takes the lease or renews it; a new fence says that it was free in between. Throws a `RelayError`. */
  async acquire(signal?: AbortSignal): Promise<LeaseOutcome> {
    const { http, holder, name, clock } = this.parts
    const body = { holder, name, ttlSeconds }
    const askedAt = clock.now()
    try {
      const { fence } = await http.send({ method: 'POST', path: '/v1/lease', body, answer: leaseAnswer, signal })
      this.lease = { fence, until: askedAt + ttlSeconds * 1000 - marginMs }
      return { held: true, lease: this.lease }
    } catch (error) {
      if (!(error instanceof RelayError) || error.reason !== 'held') throw error
      this.lease = null
      return { held: false, by: error.heldBy }
    }
  }

  /** Gives the lease back, so that another need not wait for its end. Here it counts as given back even if this fails. */
  async release(): Promise<void> {
    const { http, holder } = this.parts
    this.lease = null
    await http.send({ method: 'DELETE', path: '/v1/lease', query: { holder }, answer: releasedAnswer })
  }

  /**
   * Keeps the lease, or waits for it, until the signal is aborted, and then gives it back. `onState` hears of every change
   * of role and of every new fence. A relay that does not answer costs the role only when the lease has run out. Never
   * rejects.
   */
  async keep(onState: (state: LeaseState) => void, signal: AbortSignal): Promise<void> {
    let told: LeaseState | null = null
    while (!signal.aborted) {
      const state = await this.look(signal)
      if (signal.aborted) break
      if (!told || isChange(told, state)) onState(state)
      told = state
      await this.pause(state, signal)
    }
    if (this.lease) await this.release().catch(() => undefined)
  }

  private async look(signal: AbortSignal): Promise<LeaseState> {
    try {
      const outcome = await this.acquire(signal)
      return outcome.held ? { role: 'writer', lease: outcome.lease } : { role: 'reader', heldBy: outcome.by }
    } catch (error) {
      const lease = this.current()
      if (lease) return { role: 'writer', lease }
      if (!(error instanceof RelayError) && !signal.aborted) this.parts.logger.error('the lease failed', { error })
      return { role: 'cut_off', error: error instanceof RelayError ? error : new RelayError('unexpected') }
    }
  }

  private async pause(state: LeaseState, signal: AbortSignal): Promise<void> {
    const { clock, random } = this.parts
    const ms = pauseMs(state, clock.now())
    // A writer must hear of its lease's end at that moment; the others come back at different ones.
    await clock.wait(state.role === 'writer' ? ms : ms + random() * 1000, signal).catch(() => undefined)
  }
}

/** A writer renews in time, and more and more often where the relay does not answer; a reader comes as the lease ends. */
function pauseMs(state: LeaseState, now: number): number {
  switch (state.role) {
    case 'writer': {
      const left = Math.max(0, state.lease.until - now)
      return Math.min(renewEveryMs, Math.max(1000, left / 2), left)
    }
    case 'reader':
      return Math.max(1000, Math.min(renewEveryMs, (state.heldBy?.until ?? Infinity) - now))
    case 'cut_off':
      return askAgainMs
  }
}

function isChange(before: LeaseState, after: LeaseState): boolean {
  if (before.role === 'writer' && after.role === 'writer') return before.lease.fence !== after.lease.fence
  if (before.role === 'reader' && after.role === 'reader') return before.heldBy?.name !== after.heldBy?.name
  if (before.role === 'cut_off' && after.role === 'cut_off') return before.error.kind !== after.error.kind
  return before.role !== after.role
}
