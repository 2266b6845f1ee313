import { afterEach, describe, expect, it } from 'vitest'
import { RateLimiter, type RateLimits } from '../../../electron/douyin/rate-limiter'
import { start } from './support/client'
import {
  LimitedPlatform,
  mostWithinASecond,
  seededRandom,
  type LimitedPlatformOptions
} from './support/limited-platform'
import { StallingClock, type Stalls } from './support/stalling-clock'
import { VirtualTime } from './support/virtual-time'

/** As the client has them for the platform, and for a platform on this machine. */
const far: RateLimits = { concurrency: 24, requestsPerSecond: 120, startPerSecond: 20 }
const near: RateLimits = { concurrency: 32, requestsPerSecond: 1000 }

const minuteMs = 60_000
const perSecond = 60
const ending: (() => void)[] = []

afterEach(() => {
  for (const end of ending.splice(0)) end()
})

type Conditions = Partial<LimitedPlatformOptions> & { readonly client?: Stalls; readonly platform?: Stalls }

/** Five minutes after the first quarter of one, with plenty to do. */
async function fiveMinutes(limits: RateLimits, { client, platform: standsStill, ...options }: Conditions) {
  const time = new VirtualTime(start)
  const random = seededRandom(1)
  const lifetime = new AbortController()
  const clientClock = client ? new StallingClock(time, random, client) : time
  const platformClock = standsStill ? new StallingClock(time, random, standsStill) : time
  const platform = new LimitedPlatform({ time, random, perSecond, clientClock, platformClock, ...options })
  const limiter = new RateLimiter({ limits, clock: clientClock, random, lifetime: lifetime.signal })
  ending.push(platform.keepBusy(limiter, lifetime.signal), () => lifetime.abort())
  await time.pass(15_000)
  const [since, refusedBefore] = [time.now(), platform.refused]
  await time.pass(5 * minuteMs)
  const throughput = platform.throughputSince(since)
  const refused = ((platform.refused - refusedBefore) * 1000) / (time.now() - since)
  return { share: throughput / perSecond, refusedShare: refused / (refused + throughput), begunAt: platform.begunAt }
}

describe('with a process that stands still for 200 ms about every second', () => {
  it.each<[string, RateLimits, Conditions]>([
    ['on this machine', near, { latencyMs: 6, jitterMs: 4 }],
    ['50 ms away', far, { latencyMs: 50, jitterMs: 20 }],
    ['200 ms away', near, { latencyMs: 200, jitterMs: 30 }],
    ['in each second of its clock', far, { latencyMs: 50, jitterMs: 20, window: 'fixed' }]
  ])('the platform is used to 95 % and refuses less than 3 %: %s', async (_name, limits, conditions) => {
    const seen = await fiveMinutes(limits, { ...conditions, client: { everyMs: 1000, forMs: 200 } })
    expect(seen.share).toBeGreaterThan(0.95)
    expect(seen.refusedShare).toBeLessThan(0.03)
  })

  it('no more are begun within any second than it takes, once that is known', async () => {
    const { begunAt } = await fiveMinutes(
      { concurrency: 32, requestsPerSecond: perSecond },
      { latencyMs: 6, client: { everyMs: 1000, forMs: 200 } }
    )
    expect(mostWithinASecond(begunAt)).toBe(perSecond)
  })
})

describe('with a platform that stands still for 200 ms about every five seconds, so that much comes at once', () => {
  it('the pace stays where it was, and less than 3 % is refused', async () => {
    const seen = await fiveMinutes(near, { latencyMs: 6, jitterMs: 4, platform: { everyMs: 5000, forMs: 200 } })
    expect(seen.share).toBeGreaterThan(0.9)
    expect(seen.refusedShare).toBeLessThan(0.03)
  })
})

describe('with two of a hundred refused for no reason of ours', () => {
  it.each([
    ['the rest is used to 95 %', {}, 0.95],
    ['besides five that are lost before, five after the work and five server errors', { lost: 0.15 }, 0.95]
  ])('%s', async (_name, faults, leastShare) => {
    const seen = await fiveMinutes(far, { noise: 0.02, latencyMs: 50, jitterMs: 20, ...faults })
    expect(seen.share / 0.98).toBeGreaterThan(leastShare)
    expect(seen.refusedShare).toBeLessThan(0.03)
  })
})
