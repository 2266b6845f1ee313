import type { Clock } from '../ports'
import type { PushLimits } from './push-limits'

type Bucket = { readonly tokens: number; readonly at: number }

const maxRemotes = 1024
const maxKnownRemotes = 64
/** Every remote together; no address is written like this. */
const everyone = '*'

/**
 * Token buckets: one per remote address and one for all. A remote that has sent a good message of its own, not a repeated one, counts against its own
 * bucket only, so that a flood from elsewhere does not shut the platform out. Memory is bounded: the remotes heard of
 * longest ago are forgotten.
 */
export class PushRates {
  private readonly clock: Clock
  private readonly limits: PushLimits
  private readonly buckets = new Map<string, Bucket>()
  private readonly known = new Set<string>()

  constructor(clock: Clock, limits: PushLimits) {
    this.clock = clock
    this.limits = limits
  }

  /** Whether one more request of this remote is taken. */
  admits(remote: string): boolean {
    const { requestsPerSecond, requestsPerSecondPerRemote } = this.limits
    if (!this.take(remote, requestsPerSecondPerRemote)) return false
    return this.known.has(remote) || this.take(everyone, requestsPerSecond)
  }

  vouchFor(remote: string): void {
    this.known.delete(remote)
    this.known.add(remote)
    forgetOldest(this.known, maxKnownRemotes)
  }

  /** How many remotes are remembered. */
  get size(): number {
    return this.buckets.size + this.known.size
  }

  private take(name: string, perSecond: number): boolean {
    const now = this.clock.now()
    const { tokens, at } = this.buckets.get(name) ?? { tokens: 2 * perSecond, at: now }
    // A clock that was set back gives nothing, and takes nothing away.
    const filled = Math.min(2 * perSecond, tokens + (Math.max(0, now - at) / 1000) * perSecond)
    const isAdmitted = filled >= 1
    this.buckets.delete(name)
    this.buckets.set(name, { tokens: isAdmitted ? filled - 1 : filled, at: now })
    forgetOldest(this.buckets, maxRemotes)
    return isAdmitted
  }
}

function forgetOldest(names: Map<string, unknown> | Set<string>, max: number): void {
  for (const name of names.keys()) {
    if (names.size <= max) return
    names.delete(name)
  }
}
