import type { Clock } from '../ports'

type Seen = { readonly until: number; readonly done: Promise<void> }

/**
 * Remembers the signatures of accepted messages for as long as their time alone would let them in again. Only what was
 * verified enters, so nobody else can fill it; beyond `max` the oldest are forgotten, and then the digest of
 * `ReceivedPush` still recognises a repetition.
 */
export class ReplayMemory {
  private readonly clock: Clock
  private readonly max: number
  private readonly seen = new Map<string, Seen>()

  constructor(clock: Clock, max: number) {
    this.clock = clock
    this.max = max
  }

  /** How many signatures are remembered. */
  get size(): number {
    return this.seen.size
  }

  /**
   * Does the work for a signature that is new. A repetition waits for the first one's outcome and shares it, also its
   * failure; a failed one is forgotten, so that it can come again. `until` is milliseconds since 1970.
   */
  async once(signature: string, until: number, work: () => Promise<void>): Promise<'new' | 'repeated'> {
    const earlier = this.seen.get(signature)
    if (earlier) {
      await earlier.done
      return 'repeated'
    }
    const done = work()
    this.seen.set(signature, { until, done })
    this.forget()
    try {
      await done
      return 'new'
    } catch (error) {
      this.seen.delete(signature)
      throw error
    }
  }

  private forget(): void {
    const now = this.clock.now()
    for (const [signature, { until }] of this.seen) {
      if (until > now && this.seen.size <= this.max) return
      this.seen.delete(signature)
    }
  }
}
