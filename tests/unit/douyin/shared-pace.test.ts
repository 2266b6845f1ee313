import { afterEach, expect, test, vi } from 'vitest'
import { RateLimiter } from '../../../electron/douyin/rate-limiter'
import { bench, minute } from './support/bench'
import { start } from './support/client'
import { LimitedPlatform, seededRandom } from './support/limited-platform'
import { ok, versionsPath } from './support/platform-server'
import { paths } from './support/setup-paths'
import { VirtualTime } from './support/virtual-time'

const ending: (() => void)[] = []

afterEach(() => {
  for (const end of ending.splice(0)) end()
})

test('calls of different groups share the pace of the application', async () => {
  const { server, client, keep } = await bench()
  server.on(paths.serverDomains, ok({ request: [] }))
  keep(minute)
  const time = new VirtualTime(start)
  const merchant = client({ clock: time, requestsPerSecond: 10 }).merchant('tt01')
  let answered = 0
  const calls = Array.from({ length: 10 }, () => [merchant.versions(), merchant.serverDomains()])
    .flat()
    .map((call) => call.then(() => (answered += 1)))
  await time.pass(1000)
  await vi.waitFor(() => expect(answered).toBeGreaterThanOrEqual(10))
  await fetch(server.url)
  expect(server.count(versionsPath) + server.count(paths.serverDomains)).toBe(10)
  await time.pass(1100)
  await Promise.all(calls)
})

/** Merchants without end, each of which is read, uploaded to, and read again. */
function atWork(perSecond: { readonly reads: number; readonly uploads: number } | { readonly all: number }) {
  const time = new VirtualTime(start)
  const random = seededRandom(1)
  const lifetime = new AbortController()
  const options = { time, random, latencyMs: 50, jitterMs: 20 }
  const reads = new LimitedPlatform({ ...options, perSecond: 'all' in perSecond ? perSecond.all : perSecond.reads })
  const uploads = 'all' in perSecond ? reads : new LimitedPlatform({ ...options, perSecond: perSecond.uploads })
  const limits = { concurrency: 24, requestsPerSecond: 120, startPerSecond: 20 }
  const parts = { limits, clock: time, random, lifetime: lifetime.signal }
  const within = new RateLimiter(parts)
  const [reading, uploading] = [new RateLimiter({ ...parts, within }), new RateLimiter({ ...parts, within })]
  const read = () => reading.run(reads.answer, lifetime.signal)
  const upload = () => uploading.run(uploads.answer, lifetime.signal)
  const merchant = async (begin: number): Promise<void> => {
    for (let step = begin; !lifetime.signal.aborted; step += 1) {
      await (step % 3 === 1 ? upload() : read()).catch(() => undefined)
    }
  }
  for (let count = 0; count < 40; count += 1) void merchant(count)
  ending.push(() => lifetime.abort())
  return { time, reads, uploads }
}

test('the limit is used to 95 % where the platform counts all calls of the application together', async () => {
  const { time, reads } = atWork({ all: 60 })
  await time.pass(15_000)
  const since = time.now()
  await time.pass(5 * minute)
  expect(reads.throughputSince(since) / 60).toBeGreaterThan(0.95)
  expect(reads.refusedShare).toBeLessThan(0.03)
})

test.each([
  ['reads', { reads: 60, uploads: 60 }, 0.9],
  // Few calls tell little: the pace of such a group is less sure.
  ['uploads', { reads: 1000, uploads: 20 }, 0.85]
] as const)(
  'so is nearly that of the group used most, where it counts groups apart: %s',
  async (hot, limits, least) => {
    const { time, [hot]: platform } = atWork(limits)
    await time.pass(minute)
    const [since, refusedBefore] = [time.now(), platform.refused]
    await time.pass(5 * minute)
    expect(platform.throughputSince(since) / limits[hot]).toBeGreaterThan(least)
    expect((platform.refused - refusedBefore) / (5 * 60 * limits[hot])).toBeLessThan(0.08)
  }
)
