import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryVault } from '../../../electron/douyin'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { presentPriority, withPriority } from '../../../electron/douyin/priority'
import { RateLimiter } from '../../../electron/douyin/rate-limiter'
import { pauseMs } from '../../../electron/douyin/retry'
import { failureOf, start, testClient, testClock, type TestClock } from './support/client'
import { busyAnswer } from './support/limited-platform'
import { PlatformServer, inTurn, ok, refusal, releasePath, submitPath, versionsPath } from './support/platform-server'
import { VirtualTime } from './support/virtual-time'

const never = new AbortController().signal

describe('the limiter', () => {
  let time: VirtualTime

  const limiter = (concurrency: number, requestsPerSecond = 10_000) =>
    new RateLimiter({ limits: { concurrency, requestsPerSecond }, clock: time, random: () => 0, lifetime: never })

  beforeEach(() => {
    time = new VirtualTime(start)
  })

  test('lets no more go at once than it may', async () => {
    const limited = limiter(3)
    let running = 0
    let most = 0
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await time.wait(1)
      running -= 1
    }
    const all = Promise.all(Array.from({ length: 20 }, () => limited.run(work, never)))
    await time.pass(10)
    await all
    expect(most).toBe(3)
  })

  test('lets what an operator waits for overtake the background, which keeps its order', async () => {
    const limited = limiter(1, 10)
    const begun: string[] = []
    const ask = (name: string) => limited.run(() => Promise.resolve(void begun.push(name)), never)
    const background = ['a', 'b', 'c'].map((name) => withPriority('background', () => ask(name)))
    await time.pass(150)
    const manual = ['by hand', 'by hand too'].map(ask)
    await time.pass(1000)
    await Promise.all([...background, ...manual])
    expect(begun).toEqual(['a', 'b', 'by hand', 'by hand too', 'c'])
  })

  test('does the work with the priority of what asked for it, whoever gave the turn', async () => {
    const limited = limiter(1)
    const seen: string[] = []
    const work = async (): Promise<void> => {
      await time.wait(1)
      seen.push(presentPriority())
    }
    const both = [withPriority('background', () => limited.run(work, never)), limited.run(work, never)]
    await time.pass(10)
    await Promise.all(both)
    expect(seen).toEqual(['background', 'manual'])
  })

  test.each([
    ['Retry-After', undefined, 7000],
    ['risk control', '28001052', 5000]
  ])('begins nothing as long as the platform asks: %s', async (_name, code, askedMs) => {
    const limited = limiter(1)
    await limited.run(() => Promise.reject(busyAnswer(code, askedMs)), never).catch(() => undefined)
    let begunAt = 0
    const next = limited.run(() => Promise.resolve(void (begunAt = time.now())), never)
    await time.pass(60_000)
    await next
    expect(begunAt).toBe(start + askedMs)
  })

  test.each([
    ['a merchant that submits too often', '11301', 10_000],
    ['an allowance that is used up', '28003017', undefined]
  ])('is not slowed by %s', async (_name, code, askedMs) => {
    const limited = limiter(1)
    for (let time = 0; time < 20; time += 1) {
      await limited.run(() => Promise.reject(busyAnswer(code, askedMs)), never).catch(() => undefined)
    }
    await limited.run(() => Promise.resolve(), never)
    expect(time.now()).toBe(start)
  })

  test('lets go of work that is given up while it waits', async () => {
    const limited = limiter(1)
    const giveUp = new AbortController()
    const first = limited.run(() => time.wait(20), never)
    let begun = false
    const second = limited.run(() => Promise.resolve((begun = true)), giveUp.signal)
    giveUp.abort(new Error('given up'))
    await expect(second).rejects.toThrow('given up')
    await time.pass(20)
    await first
    await limited.run(() => Promise.resolve(), never)
    expect(begun).toBe(false)
  })

  test('does not begin for one who has given up already', async () => {
    await expect(limiter(1).run(() => Promise.resolve(), AbortSignal.abort(new Error('too late')))).rejects.toThrow(
      'too late'
    )
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
