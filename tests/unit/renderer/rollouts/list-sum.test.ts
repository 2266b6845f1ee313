import type { Rollout, RolloutHold } from '@shared/domain/rollout'
import { describe, expect, it } from 'vitest'
import { overCount, overPercent } from '@/pages/rollouts/list/rollout-counts'
import { rolloutSum } from '@/pages/rollouts/list/rollout-sum'
import { countsOf, item, plan, refusal, rolloutOf } from './list-samples'

const items = [item('a', 'done'), item('b', 'unchanged'), item('c', 'reviewing'), item('d', 'rejected', { wave: 1 })]
const sum = (change: Partial<Rollout>) => rolloutSum(rolloutOf(items, change), 0)
const paused = (hold: RolloutHold) => sum({ state: 'paused', hold })

describe('a rollout in one sentence', () => {
  it('says when it begins', () => {
    const startAt = Date.parse('2026-11-25T01:30:00Z')
    expect(sum({ state: 'planned', plan: plan({ startAt }) })).toBe('2026-11-25 09:30 开始，4 个商家')
  })

  it('names the wave that is at work where there are several', () => {
    expect(sum({ wave: 1 })).toBe(
      '第 2 波（共 2 波），3 / 4 个结束。1 个审核未通过，1 个审核中，1 个完成，1 个无需处理'
    )
  })

  it('says what it waits for', () => {
    expect(sum({ state: 'deciding', hold: { by: 'gate', wave: 0, opensAt: null } })).toContain('等你决定')
    expect(paused({ by: 'stop_rule', text: '失败到 20%' })).toMatch(/^失败到 20%。1 个审核未通过/)
    expect(paused({ by: 'quota', error: refusal() })).toMatch(/^平台的次数用完了。/)
  })

  it('says how it ended', () => {
    expect(sum({ state: 'finished' })).toBe('1 个审核未通过，1 个审核中，1 个完成，1 个无需处理')
  })
})

describe('how far a rollout is', () => {
  it('counts all that is over, whatever came of it', () => {
    const counts = countsOf([
      item('a', 'done'),
      item('b', 'blocked'),
      item('c', 'skipped'),
      item('d', 'approved'),
      item('e', 'unknown')
    ])
    expect(overCount(counts)).toBe(3)
  })

  it('is not at a hundred percent before the last one is over, and at none without merchants', () => {
    const many = [...Array.from({ length: 999 }, (_, place) => item(`m${place}`, 'done')), item('last', 'running')]
    expect(overPercent(countsOf(many), 1_000)).toBe(99)
    expect(overPercent(countsOf([]), 0)).toBe(0)
  })
})
