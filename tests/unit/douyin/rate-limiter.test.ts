import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryVault } from '../../../electron/douyin'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { PlatformError } from '../../../electron/douyin/platform-error'
import { RateLimiter } from '../../../electron/douyin/rate-limiter'
import { pauseMs } from '../../../electron/douyin/retry'
import { failureOf, start, testClient, testClock, type TestClock } from './support/client'
import { PlatformServer, inTurn, ok, refusal, releasePath, submitPath, versionsPath } from './support/platform-server'

const never = new AbortController().signal
const busyAnswer = (platformCode: string, retryAfterMs?: number) =>
  new PlatformError({
    kind: 'busy',
    endpoint: '获取小程序版本列表信息',
    outcome: 'refused',
    platformCode,
    retryAfterMs
  })

describe('the limiter', () => {
  let clock: TestClock

  const limiter = (concurrency: number, requestsPerSecond = 10_000) =>
    new RateLimiter({ limits: { concurrency, requestsPerSecond }, clock, random: () => 1, lifetime: never })

  beforeEach(() => {
    clock = testClock()
  })

  test('lets no more go at once than it may', async () => {
    const limited = limiter(3)
    let running = 0
    let most = 0
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await sleep(1)
      running -= 1
    }
    await Promise.all(Array.from({ length: 20 }, () => limited.run(work, never)))
    expect(most).toBe(3)
  })

  test('begins no more within any second than it may', async () => {
    const limited = limiter(100, 5)
    const begun: number[] = []
    const work = (): Promise<void> => Promise.resolve(void begun.push(performance.now()))
    await Promise.all(Array.from({ length: 8 }, () => limited.run(work, never)))
    const sixthAfterFirst = (begun[5] ?? 0) - (begun[0] ?? 0)
    expect(sixthAfterFirst).toBeGreaterThan(990)
  })

  test('begins one after the other at even distances where it is told to', async () => {
    const limits = { concurrency: 100, requestsPerSecond: 20, isEven: true }
    const limited = new RateLimiter({ limits, clock, random: () => 1, lifetime: never })
    const begun: number[] = []
    const work = (): Promise<void> => Promise.resolve(void begun.push(performance.now()))
    await Promise.all(Array.from({ length: 4 }, () => limited.run(work, never)))
    const distances = begun.slice(1).map((at, index) => at - (begun[index] ?? 0))
    expect(Math.min(...distances)).toBeGreaterThan(45)
  })

  test('pauses for longer each time it is told to slow down, up to a minute, and forgets it when all is well', async () => {
    const limited = limiter(1)
    const refused = () => limited.run(() => Promise.reject(busyAnswer('28003018')), never).catch(() => undefined)
    for (let time = 0; time < 8; time += 1) await refused()
    await limited.run(() => Promise.resolve(), never)
    await refused()
    expect(clock.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 1000])
  })

  test('waits as long as the platform asks', async () => {
    const limited = limiter(1)
    await limited.run(() => Promise.reject(busyAnswer('28003018', 7000)), never).catch(() => undefined)
    const before = clock.now()
    await limited.run(() => Promise.resolve(), never)
    expect(clock.waits).toEqual([7000])
    expect(clock.now() - before).toBeGreaterThanOrEqual(0)
    expect(clock.now()).toBe(start + 7000)
  })

  test('pauses once for many busy answers to requests that were under way together', async () => {
    const limited = limiter(10)
    const refused = () => limited.run(() => sleep(5).then(() => Promise.reject(busyAnswer('28003018'))), never)
    await Promise.allSettled(Array.from({ length: 10 }, refused))
    await limited.run(() => Promise.resolve(), never)
    expect(clock.waits).toEqual([1000])
  })

  test('is not slowed by what concerns one merchant only', async () => {
    const limited = limiter(1)
    await limited.run(() => Promise.reject(busyAnswer('11301', 10_000)), never).catch(() => undefined)
    await limited.run(() => Promise.resolve(), never)
    expect(clock.waits).toEqual([])
  })

  test('lets go of work that is given up while it waits', async () => {
    const limited = limiter(1)
    const giveUp = new AbortController()
    const first = limited.run(() => sleep(20), never)
    let begun = false
    const second = limited.run(() => Promise.resolve((begun = true)), giveUp.signal)
    giveUp.abort(new Error('given up'))
    await expect(second).rejects.toThrow('given up')
    await first
    expect(begun).toBe(false)
  })
})

describe('through the client', () => {
  let server: PlatformServer
  let client: PlatformClient
  let clock: TestClock

  beforeEach(async () => {
    server = await new PlatformServer().listen()
    clock = testClock()
    const tokens = memoryVault()
    const later = start + 86_400_000
    tokens.save('tt01', {
      accessToken: 'isvact.0',
      accessExpiresAt: later,
      refreshToken: 'isvrft.0',
      refreshExpiresAt: later
    })
    client = testClient(server.url, { clock, tokens })
  })

  afterEach(async () => {
    client.close()
    await server.close()
  })

  test('a read that was told to slow down is tried again after the pause', async () => {
    server.on(versionsPath, inTurn(refusal(28003018), ok({})))
    await expect(client.merchant('tt01').versions()).resolves.toMatchObject({ latest: null })
    expect(clock.now()).toBeGreaterThanOrEqual(start + 2000)
  })

  test('a write is not repeated by itself, and hears how long to wait', async () => {
    server.on(releasePath, refusal(28003018)).on(submitPath, refusal(11301))
    const merchant = client.merchant('tt01')
    const submission = { hosts: ['douyin'], note: '', resubmit: false, channel: '' }
    expect(await failureOf(merchant.submit(submission))).toMatchObject({ kind: 'busy', retryAfterMs: 10_000 })
    expect(await failureOf(merchant.release())).toMatchObject({ kind: 'busy', outcome: 'refused', retryAfterMs: 2000 })
    expect([server.count(releasePath), server.count(submitPath)]).toEqual([1, 1])
  })

  test('a used-up quota is told at once', async () => {
    server.on(versionsPath, refusal(28003017))
    expect(await failureOf(client.merchant('tt01').versions())).toMatchObject({
      kind: 'busy',
      platformCode: '28003017'
    })
    expect(server.count(versionsPath)).toBe(1)
  })
})

test('the pause between two attempts is random, grows, and never exceeds eight seconds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, random) => {
        const pause = pauseMs(attempt, () => random)
        expect(pause).toBeGreaterThanOrEqual(0)
        expect(pause).toBeLessThanOrEqual(Math.min(8000, 500 * 2 ** (attempt - 1)))
      }
    )
  )
  expect([1, 2, 3].map((attempt) => pauseMs(attempt, () => 1))).toEqual([500, 1000, 2000])
})
