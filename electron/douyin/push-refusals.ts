import type { PushRefusal } from './push-messages'

/** Why the receiver did not take a request. */
export type ReceiverRefusal =
  | PushRefusal
  /** Not HTTP, its head too large, or too slow. */
  | 'protocol'
  /** More connections than allowed. */
  | 'connections'
  /** Too often: 429. */
  | 'rate'
  | 'path'
  | 'method'
  | 'media_type'
  | 'too_large'
  /** The sender went away before its message was complete. */
  | 'broken_off'
  /** This computer has no keys to check it with. */
  | 'no_keys'

/** Ends a request early. */
export class PushRejection extends Error {
  override readonly name = 'PushRejection'
  readonly refusal: ReceiverRefusal

  constructor(refusal: ReceiverRefusal) {
    super(`push request: ${refusal}`)
    this.refusal = refusal
  }
}

/** The HTTP status of a refusal. What was wrong with a signature, a time or a key is not told apart. */
export const refusalStatus: Readonly<Record<ReceiverRefusal, number>> = {
  malformed: 400,
  signature: 403,
  stale: 403,
  key: 403,
  recipient: 403,
  protocol: 400,
  connections: 503,
  rate: 429,
  path: 404,
  method: 405,
  media_type: 415,
  too_large: 413,
  broken_off: 400,
  no_keys: 503
}

/** What the receiver has seen since its start. Nothing of a message is in it. */
export type PushReceiverStats = {
  /** Handed on. */
  readonly accepted: number
  /** Answered with `success` without being handed on again. */
  readonly repeated: number
  /** Could not be kept; answered with 500. */
  readonly failed: number
  /** Only what has occurred. */
  readonly refused: Readonly<Partial<Record<ReceiverRefusal, number>>>
  /** Milliseconds since 1970; null: none yet. */
  readonly lastAcceptedAt: number | null
}

/** Counts for {@link PushReceiverStats}. */
export class PushCounters {
  private accepted = 0
  private repeated = 0
  private failed = 0
  private lastAcceptedAt: number | null = null
  private readonly refused: Partial<Record<ReceiverRefusal, number>> = {}

  accept(outcome: 'new' | 'repeated', now: number): void {
    if (outcome === 'new') this.accepted += 1
    else this.repeated += 1
    this.lastAcceptedAt = now
  }

  fail(): void {
    this.failed += 1
  }

  refuse(refusal: ReceiverRefusal): void {
    this.refused[refusal] = (this.refused[refusal] ?? 0) + 1
  }

  read(): PushReceiverStats {
    const { accepted, repeated, failed, lastAcceptedAt } = this
    return { accepted, repeated, failed, refused: { ...this.refused }, lastAcceptedAt }
  }
}
