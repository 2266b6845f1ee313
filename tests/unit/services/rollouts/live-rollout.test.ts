import { describe, expect, it } from 'vitest'
import { changedItem, LiveRollout } from '../../../../electron/services/rollouts/live-rollout'
import { countsOf, itemOf, rolloutOf } from './samples'

const now = 1_000
const anyone = () => true

function liveOf(...items: ReturnType<typeof itemOf>[]): LiveRollout {
  return new LiveRollout(rolloutOf(items), items, now)
}

describe('a rollout in memory', () => {
  it('counts its merchants as they change', () => {
    const live = liveOf(itemOf('a'), itemOf('b'), itemOf('c', { wave: 1 }))
    live.put(itemOf('a', { state: 'done' }), now)
    live.put(itemOf('c', { wave: 1, state: 'skipped' }), now)
    const { counts, waves, total } = live.snapshot()
    expect([counts, total]).toEqual([countsOf({ done: 1, waiting: 1, skipped: 1 }), 3])
    expect(waves.map((wave) => wave.counts)).toEqual([countsOf({ done: 1, waiting: 1 }), countsOf({ skipped: 1 })])
    expect(live.sum('done', 'skipped')).toBe(2)
  })

  it('lets those furthest along go first, and those begun before newcomers', () => {
    const live = liveOf(
      itemOf('new'),
      itemOf('again', { attempts: 1 }),
      itemOf('upload', { step: 'upload' }),
      itemOf('submit', { step: 'submit' }),
      itemOf('release', { step: 'release' })
    )
    const order: string[] = []
    for (let item = live.next(anyone); item; item = live.next(anyone)) {
      order.push(item.appId)
      live.put({ ...item, state: 'running' }, now)
    }
    expect(order).toEqual(['release', 'submit', 'upload', 'again', 'new'])
  })

  it('leaves out merchants of later waves, those whose time has not come, and those that are not free', () => {
    const late = itemOf('late', { notBefore: now + 1 })
    const second = itemOf('second', { wave: 1 })
    const live = liveOf(late, second, itemOf('busy'))
    expect(live.next((appId) => appId !== 'busy')).toBeNull()
    live.place(late, now + 1)
    expect(live.next((appId) => appId !== 'busy')?.appId).toBe('late')
    live.changed({ ...live.snapshot(), wave: 1 }, now)
    expect(live.next((appId) => appId === 'second')?.appId).toBe('second')
  })

  it('does not hold against it what was forgiven', () => {
    const failed = ['a', 'b'].map((appId) => itemOf(appId, { state: 'failed' }))
    const live = liveOf(...failed, itemOf('c'), itemOf('d'))
    expect(live.fared()).toEqual({ ended: 2, failing: 2 })
    live.forgive()
    expect(live.fared()).toEqual({ ended: 0, failing: 0 })
    live.put(itemOf('c', { state: 'failed' }), now)
    expect(live.fared()).toEqual({ ended: 1, failing: 1 })
  })
})

describe('a changed merchant', () => {
  it('has the times that its state gives it', () => {
    const waiting = changedItem(itemOf('a'), { notBefore: 5 }, now)
    expect([waiting.notBefore, waiting.finishedAt, waiting.changedAt]).toEqual([5, null, now])
    const done = changedItem(waiting, { state: 'done' }, now)
    expect([done.notBefore, done.finishedAt]).toEqual([null, now])
    expect(changedItem(done, { state: 'waiting' }, now).finishedAt).toBeNull()
  })
})
