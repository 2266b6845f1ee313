import { describe, expect, it } from 'vitest'
import {
  FailureStreaks,
  faredIn,
  standingOf,
  stopReason
} from '../../../../electron/services/rollouts/rollout-decisions'
import { countsOf, itemOf } from './samples'

const wave = (change: Parameters<typeof countsOf>[0]) => ({ counts: countsOf(change) })

describe('where a rollout stands', () => {
  it.each([
    ['work', [wave({ waiting: 1, done: 3 })], 0],
    ['work', [wave({ reviewing: 1 })], 0],
    ['work', [wave({ unknown: 1 })], 0],
    ['work', [wave({ running: 1 }), wave({ done: 2 })], 1],
    ['gate', [wave({ done: 1, failed: 1, skipped: 1 }), wave({ waiting: 5 })], 0],
    ['gate', [wave({ approved: 2 }), wave({ waiting: 5 })], 0],
    ['train', [wave({ approved: 2, done: 1 })], 0],
    ['train', [wave({ approved: 2 }), wave({ rejected: 1 })], 1],
    ['train', [wave({ done: 1 }), wave({ approved: 1, skipped: 1 })], 0],
    ['end', [wave({ done: 1, blocked: 2, unchanged: 1 })], 0],
    ['end', [wave({ done: 1 }), wave({ skipped: 5 })], 0]
  ] as const)('%s', (standing, waves, at) => {
    expect(standingOf(waves, at)).toBe(standing)
  })
})

describe('the stop rule', () => {
  const share = { failurePercent: 20, sameCause: null }
  const judged = (fared: { ended: number; failing: number }, isWaveOver = false) =>
    stopReason(share, { fared, isWaveOver, streaks: new FailureStreaks() })

  it('looks at the share of failures from ten merchants on, or when the wave is over', () => {
    expect(judged({ ended: 9, failing: 9 })).toBeNull()
    expect(judged({ ended: 10, failing: 1 })).toBeNull()
    expect(judged({ ended: 10, failing: 2 })).toBe('这一波 10 个有结果的商家里 2 个没有成功（20%），到了停止线 20%')
    expect(judged({ ended: 3, failing: 1 }, true)).toContain('33%')
    expect(judged({ ended: 0, failing: 0 }, true)).toBeNull()
  })

  it('counts neither those that nothing was sent to nor those that had it already', () => {
    expect(
      faredIn(countsOf({ done: 3, approved: 1, failed: 1, rejected: 1, blocked: 9, unchanged: 9, skipped: 9 }))
    ).toEqual({
      ended: 6,
      failing: 2
    })
  })

  it('counts the same cause in a row, in the steps and in the reviews apart', () => {
    const streaks = new FailureStreaks()
    const fail = (cause: string) =>
      streaks.note(itemOf('a', { state: 'running' }), itemOf('a', { state: 'failed', cause }))
    const reject = (cause: string) =>
      streaks.note(itemOf('a', { state: 'reviewing' }), itemOf('a', { state: 'rejected', cause }))
    const rule = { failurePercent: null, sameCause: 3 }
    const reason = () => stopReason(rule, { fared: { ended: 0, failing: 0 }, isWaveOver: false, streaks })
    fail('x')
    fail('x')
    reject('y')
    expect(reason()).toBeNull()
    fail('x')
    expect(reason()).toBe('连续 3 个商家因为同一个原因没有成功')
    fail('z')
    expect(reason()).toBeNull()
    reject('y')
    streaks.note(itemOf('b', { state: 'running' }), itemOf('b', { state: 'reviewing' }))
    expect(streaks.longest()).toBe(2)
    reject('y')
    expect(reason()).not.toBeNull()
    streaks.note(itemOf('b', { state: 'reviewing' }), itemOf('b', { state: 'approved' }))
    expect(streaks.longest()).toBe(0)
  })

  it('counts rejections in a row that share a complaint, whatever else the reviewers wrote', () => {
    const streaks = new FailureStreaks()
    const reject = (cause: string) =>
      streaks.note(itemOf('a', { state: 'reviewing' }), itemOf('a', { state: 'rejected', cause }))
    reject('rejected:甲\n乙')
    reject('rejected:乙\n丙')
    reject('rejected:乙')
    expect(streaks.longest()).toBe(3)
    reject('rejected:丙')
    expect(streaks.longest()).toBe(1)
  })
})
