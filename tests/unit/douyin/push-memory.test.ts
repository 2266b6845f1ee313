import { describe, expect, it } from 'vitest'
import { defaultPushLimits } from '../../../electron/douyin/push-limits'
import { PushRates } from '../../../electron/douyin/push-rates'
import { ReplayMemory } from '../../../electron/douyin/push-replays'
import { testClock } from './support/client'

const done = (): Promise<void> => Promise.resolve()

describe('the memory for replays', () => {
  it('forgets a signature once its time alone would refuse it', async () => {
    const clock = testClock()
    const memory = new ReplayMemory(clock, 100)
    const until = clock.time + 1000
    expect(await memory.once('a', until, done)).toBe('new')
    expect(await memory.once('a', until, done)).toBe('repeated')
    clock.time += 1001
    await memory.once('b', clock.time + 1000, done)
    expect(memory.size).toBe(1)
  })

  it('never holds more than its maximum, and forgets the oldest first', async () => {
    const clock = testClock()
    const memory = new ReplayMemory(clock, 10)
    for (let number = 0; number < 1000; number += 1) await memory.once(String(number), clock.time + 1000, done)
    expect(memory.size).toBe(10)
    expect(await memory.once('999', clock.time + 1000, done)).toBe('repeated')
    expect(await memory.once('989', clock.time + 1000, done)).toBe('new')
  })
})

describe('the rates', () => {
  it('remember a bounded number of remotes, however many there are', () => {
    const rates = new PushRates(testClock(), { ...defaultPushLimits, requestsPerSecond: 1_000_000 })
    for (let number = 0; number < 20_000; number += 1) {
      rates.admits(`remote-${number}`)
      rates.vouchFor(`remote-${number}`)
    }
    expect(rates.size).toBeLessThan(1100)
  })

  it('neither give nor take anything when the clock is set back', () => {
    const clock = testClock()
    const rates = new PushRates(clock, { ...defaultPushLimits, requestsPerSecondPerRemote: 1 })
    expect([rates.admits('a'), rates.admits('a'), rates.admits('a')]).toEqual([true, true, false])
    clock.time -= 3_600_000
    expect(rates.admits('a')).toBe(false)
    clock.time += 1000
    expect(rates.admits('a')).toBe(true)
  })
})
