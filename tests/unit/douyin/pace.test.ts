import { beforeEach, describe, expect, it } from 'vitest'
import { Pace } from '../../../electron/douyin/pace'

const limits = { startPerSecond: 20, mostPerSecond: 120 }

describe('the pace', () => {
  let pace: Pace
  let now: number

  beforeEach(() => {
    pace = new Pace(limits)
    now = 0
  })

  /** One request at the present pace; returns the pause that its answer led to. */
  const one = (isRefused = false, { isHeld = true, askedMs = 0 } = {}): number => {
    const ticket = pace.begun(isHeld, now)
    now += 1000 / pace.perSecond
    if (isRefused) return pace.refused(ticket, askedMs)
    pace.accepted(ticket)
    return 0
  }
  const many = (count: number): void => {
    for (let number = 0; number < count; number += 1) one()
  }
  const refusedInRow = (count: number): readonly number[] => Array.from({ length: count }, () => one(true))

  it('doubles with every half second of good answers, up to the most', () => {
    const seen = [10, 20, 40, 60].map((answers) => {
      many(answers)
      return pace.perSecond
    })
    expect(seen).toEqual([40, 80, 120, 120])
  })

  it('stays where nobody had to wait for it', () => {
    for (let number = 0; number < 200; number += 1) one(false, { isHeld: false })
    expect(pace.perSecond).toBe(20)
  })

  it('does not mind a single refusal', () => {
    many(5)
    expect(refusedInRow(2)).toEqual([0, 0])
    expect(pace.perSecond).toBe(20)
  })

  /** Up to the most, where it is too much; returns the pause. */
  const tooFast = (): number => {
    many(30 + 40 + 60)
    return refusedInRow(3).at(-1) ?? 0
  }
  it('is a little less than what was accepted in the last second after too many refusals', () => {
    const pauseMs = tooFast()
    expect(pace.perSecond).toBeGreaterThan(0.93 * 100)
    expect(pace.perSecond).toBeLessThan(120)
    expect(pauseMs).toBeGreaterThanOrEqual(100)
    expect(pauseMs).toBeLessThan(1000)
  })

  it('tries more soon, and the more rarely the oftener it was right', () => {
    tooFast()
    const triedAt: number[] = []
    for (let number = 0; number < 60_000; number += 1) {
      const before = pace.perSecond
      one(before > 105 && number % 4 > 0)
      if (pace.perSecond < before) triedAt.push(now)
    }
    const seconds = triedAt.slice(1).map((at, index) => (at - (triedAt[index] ?? 0)) / 1000)
    expect(seconds[0]).toBeLessThan(25)
    expect(seconds.at(-1)).toBeGreaterThan(50)
    expect(seconds.at(-1)).toBeLessThan(90)
  })

  it('stays where it was not too much before, for the first time that it is, and pauses for a moment', () => {
    tooFast()
    const target = pace.perSecond
    many(5 * target)
    expect(refusedInRow(3).at(-1)).toBe(250)
    expect(pace.perSecond).toBe(target)
    many(5)
    refusedInRow(3)
    expect(pace.perSecond).toBeLessThan(target)
  })

  it('pauses for longer each time nothing at all is accepted, up to a minute, and is not slower for that', () => {
    const pauses = Array.from({ length: 8 }, () => refusedInRow(3).at(-1))
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
    expect(pace.perSecond).toBe(20)
    one()
    refusedInRow(3)
    expect(refusedInRow(3).at(-1)).toBe(1000)
  })

  it('stops at once for as long as the platform asks', () => {
    many(5)
    expect(one(true, { askedMs: 7000 })).toBe(7000)
    expect(pace.perSecond).toBeLessThan(20)
  })

  it('counts refusals of requests from before it slowed down only as what they ask for', () => {
    const old = Array.from({ length: 12 }, () => pace.begun(true, now))
    for (const ticket of old.slice(0, 3)) pace.refused(ticket, 0)
    const slowed = pace.perSecond
    expect(old.slice(3).map((ticket) => pace.refused(ticket, 0))).toEqual(Array.from({ length: 9 }, () => 0))
    expect(pace.perSecond).toBe(slowed)
  })

  it('is never below one request a second', () => {
    for (let time = 0; time < 40; time += 1) {
      one()
      refusedInRow(3)
      now += 10_000
    }
    expect(pace.perSecond).toBe(1)
  })
})
