import { PlatformError } from '../../../../electron/douyin/platform-error'
import type { RateLimiter } from '../../../../electron/douyin/rate-limiter'
import type { Clock, Random } from '../../../../electron/ports'
import type { VirtualTime } from './virtual-time'

export type LimitedPlatformOptions = {
  readonly time: VirtualTime
  readonly random: Random
  readonly perSecond: number
  /** `sliding`: within any second; `fixed`: in each second of the clock. */
  readonly window?: 'sliding' | 'fixed'
  /** From a request's begin to its answer, and how much longer it may take, by chance, to get there. */
  readonly latencyMs?: number
  readonly jitterMs?: number
  /** The share that is refused as too often whatever the rate is. */
  readonly noise?: number
  /** The share of those that are taken whose answers get lost. */
  readonly lost?: number
  /** The platform's clock and the client's, where these stand still now and then; without them, the time itself. */
  readonly platformClock?: Clock
  readonly clientClock?: Clock
  readonly refusal?: () => PlatformError
}

/** Random numbers that are the same in every run. */
export function seededRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

export const busyAnswer = (platformCode: string | undefined, retryAfterMs?: number): PlatformError =>
  new PlatformError({
    kind: 'busy',
    endpoint: '获取小程序版本列表信息',
    outcome: 'refused',
    platformCode,
    retryAfterMs
  })

const lostAnswer = new PlatformError({ kind: 'network', endpoint: '获取小程序版本列表信息', outcome: 'unknown' })

/** A platform that takes so many requests a second and refuses what is more. */
export class LimitedPlatform {
  readonly acceptedAt: number[] = []
  readonly begunAt: number[] = []
  refused = 0
  mostAtOnce = 0
  perSecond: number
  readonly #options: LimitedPlatformOptions
  readonly #recent: number[] = []
  #running = 0

  constructor(options: LimitedPlatformOptions) {
    this.#options = options
    this.perSecond = options.perSecond
  }

  get refusedShare(): number {
    return this.refused / (this.refused + this.acceptedAt.length)
  }

  /** One request; rejects as the client does. */
  readonly answer = async (): Promise<void> => {
    const { time, platformClock = time, clientClock = time } = this.#options
    const {
      random,
      lost = 0,
      latencyMs = 20,
      jitterMs = 0,
      refusal = () => busyAnswer('28003018', 2000)
    } = this.#options
    this.begunAt.push(time.now())
    this.#running += 1
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#running)
    await platformClock.wait(latencyMs / 2 + random() * jitterMs)
    const isTaken = this.#take(time.now())
    await clientClock.wait(latencyMs / 2)
    this.#running -= 1
    if (!isTaken) throw refusal()
    if (lost > 0 && random() < lost) throw lostAnswer
  }

  /** Calls it through the limiter without end, so that there is always someone who waits; returns the end of it. */
  keepBusy(limiter: RateLimiter, signal: AbortSignal): () => void {
    let isOver = false
    const work = async (): Promise<void> => {
      while (!isOver) await limiter.run(this.answer, signal).catch(() => undefined)
    }
    for (let worker = 0; worker < 60; worker += 1) void work()
    return () => void (isOver = true)
  }

  /** How many were accepted per second since then, on average. */
  throughputSince(since: number): number {
    const count = this.acceptedAt.filter((at) => at >= since).length
    return (count * 1000) / (this.#options.time.now() - since)
  }

  #take(now: number): boolean {
    const { window = 'sliding', noise = 0, random } = this.#options
    const begin = window === 'fixed' ? now - (now % 1000) : now - 999.999
    while ((this.#recent[0] ?? begin) < begin) this.#recent.shift()
    if (this.#recent.length >= this.perSecond || random() < noise) {
      this.refused += 1
      return false
    }
    this.#recent.push(now)
    this.acceptedAt.push(now)
    return true
  }
}

/** The most that were begun within any window of a second. */
export function mostWithinASecond(times: readonly number[]): number {
  return Math.max(...times.map((at, index) => times.slice(index).findIndex((other) => other >= at + 1000)))
}
