import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SharedToken, type Token } from '../../../electron/douyin/shared-token'
import { testClock } from './support/client'

/**
 * A platform that knows one good token at a time: each renewal ends the token before it, as the real one does. Callers use
 * the token they got, and replace it if it was refused.
 */
async function play(scheduler: fc.Scheduler, callers: number, failures: readonly boolean[]) {
  let good = 0
  let underWay = 0
  let mostUnderWay = 0
  let renewals = 0
  const renew = async (): Promise<Token> => {
    mostUnderWay = Math.max(mostUnderWay, (underWay += 1))
    const fails = failures[renewals++] ?? false
    await scheduler.schedule(Promise.resolve(), 'renewal')
    underWay -= 1
    if (fails) throw new Error('renewal failed')
    good += 1
    return { value: String(good), expiresAt: Infinity }
  }
  const clock = testClock()
  const token = new SharedToken<Token>({ clock, load: () => ({ value: 'stale', expiresAt: Infinity }), renew })
  const never = new AbortController().signal
  const use = async (): Promise<'worked' | 'failed' | 'refused twice'> => {
    try {
      const first = await token.get(never)
      await scheduler.schedule(Promise.resolve(), 'call')
      if (first.value === String(good)) return 'worked'
      const second = await token.replace(first.value, never)
      await scheduler.schedule(Promise.resolve(), 'call again')
      return second.value === String(good) ? 'worked' : 'refused twice'
    } catch {
      return 'failed'
    }
  }
  const all = Promise.all(Array.from({ length: callers }, use))
  await scheduler.waitFor(all)
  return { outcomes: await all, renewals, mostUnderWay }
}

test('in every order of events one renewal serves all callers, and none is refused twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 12 }), async (scheduler, callers) => {
      const { outcomes, renewals, mostUnderWay } = await play(scheduler, callers, [])
      expect(new Set(outcomes)).toEqual(new Set(['worked']))
      expect([renewals, mostUnderWay]).toEqual([1, 1])
    })
  )
})

test('in every order of events a failed renewal fails those who waited, and a later caller starts another', async () => {
  const failures = fc.array(fc.boolean(), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 8 }), failures, async (scheduler, callers, fails) => {
      const { outcomes, renewals, mostUnderWay } = await play(scheduler, callers, fails)
      expect(mostUnderWay).toBe(1)
      expect(outcomes).not.toContain('refused twice')
      if (!fails.includes(true)) expect(outcomes).not.toContain('failed')
      expect(renewals).toBeLessThanOrEqual(callers)
    })
  )
})

test('a renewal that throws at once can be tried again', async () => {
  let attempts = 0
  const token = new SharedToken<Token>({
    clock: testClock(),
    load: () => null,
    renew: () => {
      attempts += 1
      if (attempts === 1) throw new Error('at once')
      return Promise.resolve({ value: 'second', expiresAt: Infinity })
    }
  })
  const { signal } = new AbortController()
  await expect(token.get(signal)).rejects.toThrow('at once')
  await expect(token.get(signal)).resolves.toMatchObject({ value: 'second' })
})

test('a renewal that nobody waits for any more may fail without being an unhandled rejection', async () => {
  const unhandled: unknown[] = []
  const hear = (reason: unknown): void => void unhandled.push(reason)
  process.on('unhandledRejection', hear)
  const renew = (): Promise<Token> => Promise.reject(new Error('nobody hears'))
  const token = new SharedToken<Token>({ clock: testClock(), load: () => null, renew })
  await expect(token.get(AbortSignal.abort(new Error('gave up')))).rejects.toThrow('gave up')
  await new Promise((resolve) => setTimeout(resolve, 10))
  process.off('unhandledRejection', hear)
  expect(unhandled).toEqual([])
})

const lasting = (value: string): Token => ({ value, expiresAt: Infinity })
const never = new AbortController().signal

test('a renewal that finds the refused token good enough is followed by one that knows of the refusal', async () => {
  const asked: (string | null)[] = []
  const renew = (refused: string | null): Promise<Token> => {
    asked.push(refused)
    return Promise.resolve(lasting(refused === null ? 'old' : 'new'))
  }
  const token = new SharedToken<Token>({ clock: testClock(), load: () => ({ value: 'old', expiresAt: 0 }), renew })
  const [, second] = await Promise.all([token.get(never), token.replace('old', never)])
  expect(second.value).toBe('new')
  expect(asked).toEqual([null, 'old'])
})

test.each(['resolves', 'rejects'])('a token adopted during a renewal stays when the renewal %s', async (end) => {
  const answer = Promise.withResolvers<Token>()
  const token = new SharedToken<Token>({ clock: testClock(), load: () => null, renew: () => answer.promise })
  const waiting = token.get(never)
  token.adopt(lasting('adopted'))
  if (end === 'resolves') answer.resolve(lasting('late'))
  else answer.reject(new Error('late'))
  expect((await waiting).value).toBe('adopted')
  expect(token.peek()?.value).toBe('adopted')
})

test('a token taken away during a renewal is not brought back by it', async () => {
  const answer = Promise.withResolvers<Token>()
  const token = new SharedToken<Token>({ clock: testClock(), load: () => null, renew: () => answer.promise })
  const waiting = token.get(never)
  token.adopt(null)
  answer.resolve(lasting('late'))
  await waiting
  expect(token.peek()).toBeNull()
})

test('in every order of events renewals of two kinds never run at once, and those of a kind are shared', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
      async (scheduler, kinds) => {
        let underWay = 0
        let most = 0
        const renewal = (value: string) => async (): Promise<Token> => {
          most = Math.max(most, (underWay += 1))
          await scheduler.schedule(Promise.resolve(), value)
          underWay -= 1
          return lasting(value)
        }
        const special = renewal('special')
        const token = new SharedToken<Token>({ clock: testClock(), load: () => null, renew: renewal('usual') })
        const all = Promise.all(
          kinds.map((isSpecial) => (isSpecial ? token.renewNow(never, special) : token.renewNow(never)))
        )
        await scheduler.waitFor(all)
        const got = (await all).map(({ value }) => value === 'special')
        expect(got).toEqual(kinds)
        expect(most).toBe(1)
      }
    )
  )
})
