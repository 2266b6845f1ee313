import { describe, expect, it } from 'vitest'
import { momentLabel, roundMoments } from '@/pages/merchant/standing/history/time-axis'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const at = (chinaTime: string): number => Date.parse(`${chinaTime}+08:00`)

/** What stands below a chart from one moment to another. */
function labels(from: number, to: number): readonly string[] {
  return roundMoments(from, to).map(momentLabel(to - from))
}

describe('the time below the score chart', () => {
  it('has round minutes, none twice, where the whole spans minutes', () => {
    expect(labels(at('2026-11-24T16:03:10'), at('2026-11-24T16:06:40'))).toEqual(['16:04', '16:05', '16:06'])
  })

  it('has one label where the whole lies within a minute', () => {
    expect(labels(at('2026-11-24T16:03:10'), at('2026-11-24T16:03:40'))).toEqual(['16:03'])
  })

  it('has the date with the hour within a few days, and days of China beyond', () => {
    expect(labels(at('2026-11-24T16:00:00'), at('2026-11-26T16:00:00'))).toEqual([
      '11-25 00:00',
      '11-25 12:00',
      '11-26 00:00',
      '11-26 12:00'
    ])
    expect(labels(at('2026-11-01T09:00:00'), at('2026-11-06T09:00:00'))).toEqual([
      '11-02',
      '11-03',
      '11-04',
      '11-05',
      '11-06'
    ])
  })

  it('has at most six labels, however long the whole is', () => {
    for (const days of [0.01, 0.5, 3, 30, 400, 4_000, 40_000]) {
      const shown = labels(0, days * dayMs)
      expect(shown.length).toBeLessThanOrEqual(6)
      expect(new Set(shown).size).toBe(shown.length)
    }
  })
})
