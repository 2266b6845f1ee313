/**
 * How a request to the relay failed.
 *
 * `unreachable`: no answer, or the answer broke off, or it is out of order (5xx). `unauthorized`: another secret, or the
 * relay does not serve this application. `refused`: the relay said no, see `reason`. `unexpected`: an answer that is not
 * the relay's: another program at this address, or another version of it.
 */
export type RelayErrorKind = 'unreachable' | 'unauthorized' | 'refused' | 'unexpected'

/**
 * `held`: another desktop has the lease. `not_held`: this one does not have it (any more). `stale`: someone else put tokens
 * in between. `busy`: too many requests. `too_large`: more than the relay keeps. `other`: a request it does not understand.
 */
export type RelayRefusal = 'held' | 'not_held' | 'stale' | 'busy' | 'too_large' | 'other'

/** The desktop that has the lease, with its name as its operator chose it, and until when by this computer's clock. */
export type LeaseHolder = { readonly name: string; readonly until: number }

/** The only error that leaves the relay's client. It holds no request, no header and no address: it can be logged. */
export class RelayError extends Error {
  override readonly name = 'RelayError'
  readonly kind: RelayErrorKind
  /** Only where the kind is `refused`. */
  readonly reason: RelayRefusal | null
  /** Only where the reason is `held`, and the relay told it. */
  readonly heldBy: LeaseHolder | null

  constructor(kind: RelayErrorKind, reason: RelayRefusal | null = null, heldBy: LeaseHolder | null = null) {
    super(`relay: ${kind}${reason ? ` ${reason}` : ''}`)
    this.kind = kind
    this.reason = reason
    this.heldBy = heldBy
  }
}
