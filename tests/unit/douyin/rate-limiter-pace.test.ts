import { afterEach, describe, expect, it } from 'vitest'
import { RateLimiter, type RateLimits } from '../../../electron/douyin/rate-limiter'
import {
  LimitedPlatform,
  busyAnswer,
  mostWithinASecond,
  seededRandom,
  type LimitedPlatformOptions
} from './support/limited-platform'
import { start } from './support/client'
import { VirtualTime } from './support/virtual-time'

/** As the client has them for the platform, and for a platform on this machine. */
const far: RateLimits = { concurrency: 24, requestsPerSecond: 120, startPerSecond: 20 }
const near: RateLimits = { concurrency: 24, requestsPerSecond: 1000 }

const minuteMs = 60_000
const ending: (() => void)[] = []

afterEach(() => {
  for (const end of ending.splice(0)) end()
})

function busyBench(limits: RateLimits, options: Omit<LimitedPlatformOptions, 'time' | 'random'>, seed = 1) {
  const time = new VirtualTime(start)
  const random = seededRandom(seed)
  const lifetime = new AbortController()
  const platform = new LimitedPlatform({ time, random, ...options })
  const limiter = new RateLimiter({ limits, clock: time, random, lifetime: lifetime.signal })
  ending.push(platform.keepBusy(limiter, lifetime.signal), () => lifetime.abort())
  return { time, platform }
}

describe('a platform that does not say how many requests it takes', () => {
  it.each<[string, RateLimits, Omit<LimitedPlatformOptions, 'time' | 'random'>]>([
    ['in any second', far, { perSecond: 100 }],
    ['in each second of its clock', far, { perSecond: 100, window: 'fixed' }],
    ['200 ms away', far, { perSecond: 100, latencyMs: 200, jitterMs: 30 }],
    ['a little less than we would send at most', far, { perSecond: 112 }],
    ['few', far, { perSecond: 10 }],
    ['at once, on this machine', near, { perSecond: 100, latencyMs: 4 }],
    ['200 ms away, on this machine', near, { perSecond: 100, latencyMs: 200, window: 'fixed' }]
  ])('is used to 95 % of what it takes, and refuses less than 3 %: %s', async (_name, limits, options) => {
    const { time, platform } = busyBench(limits, options)
    await time.pass(5 * minuteMs)
    expect(platform.throughputSince(start) / options.perSecond).toBeGreaterThan(0.95)
    expect(platform.refusedShare).toBeLessThan(0.03)
  })

  it('is not slowed down to nothing by one that refuses two of a hundred for no reason of ours', async () => {
    const { time, platform } = busyBench(far, { perSecond: 1e6, noise: 0.02 })
    await time.pass(5 * minuteMs)
    expect(platform.throughputSince(start) / far.requestsPerSecond).toBeGreaterThan(0.75)
  })

  it('is followed when it takes less, and when it takes more again', async () => {
    const { time, platform } = busyBench(far, { perSecond: 100 })
    await time.pass(minuteMs)
    platform.perSecond = 40
    const lessAt = time.now()
    await time.pass(minuteMs)
    expect(platform.throughputSince(lessAt)).toBeGreaterThan(0.9 * 40)
    platform.perSecond = 100
    await time.pass(2 * minuteMs)
    const moreAt = time.now()
    await time.pass(minuteMs)
    expect(platform.throughputSince(moreAt)).toBeGreaterThan(0.95 * 100)
  })

  it('is not held up for more than a few percent of the time by the pauses that it asks for', async () => {
    const { time, platform } = busyBench(far, { perSecond: 100, refusal: () => busyAnswer(undefined, 10_000) })
    await time.pass(minuteMs)
    const since = time.now()
    await time.pass(15 * minuteMs)
    expect(platform.throughputSince(since)).toBeGreaterThan(93)
    expect(platform.refusedShare).toBeLessThan(0.001)
  })
})

it('has no more under way than it may, however slow the platform is', async () => {
  const { time, platform } = busyBench(far, { perSecond: 1000, latencyMs: 5000 })
  await time.pass(minuteMs)
  expect(platform.mostAtOnce).toBe(24)
  expect(platform.throughputSince(start + 10_000)).toBeCloseTo(24 / 5, 0)
})

it.each([5, 50, 400])(
  'never begins more than %i within any second where that is the limit',
  async (requestsPerSecond) => {
    const { time, platform } = busyBench({ concurrency: 100, requestsPerSecond }, { perSecond: 1e6, latencyMs: 3 })
    await time.pass(20_000)
    expect(mostWithinASecond(platform.begunAt)).toBeLessThanOrEqual(requestsPerSecond)
    expect(platform.throughputSince(start)).toBeGreaterThan(0.97 * requestsPerSecond)
  }
)

it('begins at even distances where it is told to', async () => {
  const limits = { concurrency: 100, requestsPerSecond: 20, isEven: true }
  const { time, platform } = busyBench(limits, { perSecond: 1e6 })
  await time.pass(5000)
  const distances = platform.begunAt.slice(1).map((at, index) => at - (platform.begunAt[index] ?? 0))
  expect(Math.min(...distances)).toBeGreaterThanOrEqual(50)
  expect(platform.throughputSince(start)).toBeGreaterThan(0.97 * 20)
})

it('goes on when the clock is set back', async () => {
  const { time, platform } = busyBench({ concurrency: 10, requestsPerSecond: 100 }, { perSecond: 1e6 })
  await time.pass(1000)
  time.set(start - 24 * 60 * minuteMs)
  const before = platform.begunAt.length
  await time.pass(1000)
  expect(platform.begunAt.length - before).toBeGreaterThan(95)
})
