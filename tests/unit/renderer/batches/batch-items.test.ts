import type { DeskError } from '@shared/errors'
import { describe, expect, it } from 'vitest'
import { actionReason, shownActions } from '@/pages/batches/progress/batch-actions'
import { causesOf, remainingMs, shownItems } from '@/pages/batches/progress/batch-items'
import { laidOver } from '@/pages/batches/progress/use-batch'
import { batchOf, failure, item } from './samples'

const noFilter = { states: new Set<never>(), cause: null }

describe('the items', () => {
  it('stand with failures first and otherwise in the order in which they are done', () => {
    const items = [
      item('a', 'done'),
      item('b', 'waiting'),
      item('c', 'failed'),
      item('d', 'done'),
      item('e', 'unknown')
    ]
    expect(shownItems(items, noFilter).map(({ appId }) => appId)).toEqual(['c', 'e', 'b', 'a', 'd'])
  })

  it('are narrowed by state and by cause together', () => {
    const other = failure({ platformCode: '20105', reason: '次数用完' })
    const items = [item('a', 'failed'), item('b', 'failed', { error: other }), item('c', 'done')]
    expect(shownItems(items, { states: new Set(['failed']), cause: '20105' }).map(({ appId }) => appId)).toEqual(['b'])
  })
})

describe('the causes', () => {
  it('join failures of the same code, and without a code those of the same words', () => {
    const withoutCode: DeskError = {
      code: 'timeout',
      message: '简介没有修改',
      reason: '没有等到回答',
      nextStep: '请重试',
      retryable: true
    }
    const items = [
      item('a', 'failed', { error: withoutCode }),
      item('b', 'failed'),
      item('c', 'failed', { error: failure({ reason: '另一句话' }) }),
      item('d', 'done')
    ]
    const causes = causesOf(items)
    expect(causes.map(({ count, platformCode }) => [count, platformCode])).toEqual([
      [2, '21203'],
      [1, null]
    ])
    expect(causes[1]?.text).toBe('没有等到回答')
  })
})

describe('the remaining time', () => {
  const items = [1_000, 3_000, 5_000].map((finishedAt, place) => item(`d${place}`, 'done', { finishedAt }))
  const waiting = [item('w1', 'waiting'), item('w2', 'waiting')]

  it('follows the pace of what was done', () => {
    const { batch } = batchOf([...items, ...waiting])
    expect(remainingMs(batch, items)).toBe(4_000)
  })

  it('is not told while the batch stands still or has hardly begun', () => {
    expect(remainingMs(batchOf([...items, ...waiting], { state: 'paused' }).batch, items)).toBeNull()
    expect(remainingMs(batchOf([...items.slice(0, 1), ...waiting]).batch, items.slice(0, 1))).toBeNull()
  })
})

describe('the actions', () => {
  it('fit what the batch is at', () => {
    const at = (state: Parameters<typeof batchOf>[1]) => shownActions(batchOf([item('a', 'failed')], state).batch)
    expect(at({ state: 'running' })).toEqual(['pause', 'stop', 'retry'])
    expect(at({ state: 'interrupted' })).toEqual(['resume', 'stop', 'retry'])
    expect(at({ state: 'finished' })).toEqual(['retry'])
  })

  it('say why they can not be done', () => {
    const { batch } = batchOf([item('a', 'done')], { state: 'finished' })
    expect(actionReason(batch, 'retry')).toBe('没有失败的商家')
    expect(actionReason(batch, 'resume')).toBe('这个任务已经结束')
    expect(actionReason(batchOf([item('a', 'failed')]).batch, 'retry')).toBeNull()
  })
})

it('lays what was told over what is known, item by item', () => {
  const known = batchOf([item('a', 'waiting'), item('b', 'waiting')])
  const told = batchOf([item('b', 'done')])
  expect(laidOver(known, told).items.map(({ appId, state }) => [appId, state])).toEqual([
    ['a', 'waiting'],
    ['b', 'done']
  ])
})
