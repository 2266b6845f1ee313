import { describe, expect, it } from 'vitest'
import type { Rollout, RolloutCounts, RolloutHold, RolloutItem } from '@shared/domain/rollout'
import type { Intent, Store } from '../../../electron/store/repositories'
import { january, versionList } from '../support'
import { keptItem, newItem, newRollout } from './rollout-samples'
import { refusal } from './setup-samples'
import { codeOf, discover, newStore, sampleAccount, temporaryFolder } from './support'

const none: RolloutCounts = {
  ...{ waiting: 0, running: 0, reviewing: 0, approved: 0, done: 0, unchanged: 0 },
  ...{ blocked: 0, rejected: 0, failed: 0, unknown: 0, skipped: 0 }
}

const statesOf = (store: Store, id: string): string[] => store.rollouts.items(id).map(({ state }) => state)

function itemOf(store: Store, id: string, appId: string): RolloutItem {
  const item = store.rollouts.item(id, appId)
  if (!item) throw new Error(`no ${appId}`)
  return item
}

function save(store: Store, id: string, appId: string, change: Partial<RolloutItem>): void {
  store.rollouts.saveItem(id, { ...itemOf(store, id, appId), ...change })
}

describe('a rollout', () => {
  it('is there after the program’s end as it was made, its merchants in the order of their turns', () => {
    const folder = temporaryFolder()
    const store = newStore(folder)
    const made = newRollout()
    const { waveNames, items, ...rest } = made
    const added = store.rollouts.add(made)
    const expected: Rollout = {
      ...rest,
      id: added.id,
      hold: null,
      wave: 0,
      waves: waveNames.map((name, wave) => ({ name, total: wave + 1, counts: { ...none, waiting: wave + 1 } })),
      counts: { ...none, waiting: 3 },
      total: 3,
      finishedAt: null
    }
    expect(added).toEqual(expected)
    store.close()
    const again = newStore(folder)
    expect(again.rollouts.get('a', added.id)).toEqual(expected)
    expect(again.rollouts.get('b', added.id)).toBeNull()
    expect(again.rollouts.items(added.id)).toEqual(items.map((item) => keptItem(item, january)))
    expect(again.rollouts.item(added.id, 'tt04')).toBeNull()
  })

  it('counts an item that is over from the start as finished', () => {
    const store = newStore()
    const items = [newItem('tt01', { state: 'unchanged' }), newItem('tt02')]
    const { id, counts } = store.rollouts.add(newRollout({ items }))
    expect(counts).toEqual({ ...none, unchanged: 1, waiting: 1 })
    expect(store.rollouts.items(id).map(({ finishedAt }) => finishedAt)).toEqual([january, null])
  })

  it('is written whole or not at all', () => {
    const store = newStore()
    expect(() => store.rollouts.add(newRollout({ items: [newItem('tt01'), newItem('tt01')] }))).toThrow('UNIQUE')
    expect(store.rollouts.list('a', 9)).toEqual([])
  })

  it('keeps all that is told of a merchant, and counts it by wave', () => {
    const store = newStore()
    const { id } = store.rollouts.add(newRollout())
    const item: RolloutItem = {
      ...itemOf(store, id, 'tt01'),
      ...{ step: 'review', state: 'rejected', fromVersion: null, toVersion: '1.2.0', cause: 'rejected:页面打不开' },
      ...{ error: refusal, attempts: 2, notBefore: 7, reviewSince: 8, changedAt: 9, finishedAt: 10 }
    }
    store.rollouts.saveItem(id, item)
    expect(store.rollouts.item(id, 'tt01')).toEqual(item)
    const waves = store.rollouts.get('a', id)?.waves.map(({ counts }) => counts)
    expect(waves).toEqual([
      { ...none, waiting: 1 },
      { ...none, waiting: 1, rejected: 1 }
    ])
  })

  it.each<RolloutHold>([
    { by: 'gate', wave: 0, opensAt: 7 },
    { by: 'gate', wave: 1, opensAt: null },
    { by: 'train', approved: 3 },
    { by: 'operator' },
    { by: 'stop_rule', text: '20 % 失败' },
    { by: 'account', error: refusal },
    { by: 'quota', error: refusal }
  ])('keeps why it does not go on: %o', (hold) => {
    const store = newStore()
    const { id } = store.rollouts.add(newRollout())
    expect(store.rollouts.change(id, { hold }).hold).toEqual(hold)
    expect(store.rollouts.get('a', id)?.hold).toEqual(hold)
  })

  it('changes in what is named only, and can be emptied of its hold', () => {
    const store = newStore()
    const { id } = store.rollouts.add(newRollout({ state: 'planned', startedAt: null }))
    store.rollouts.change(id, { state: 'deciding', hold: { by: 'operator' }, startedAt: 5 })
    expect(store.rollouts.change(id, { wave: 1 })).toMatchObject({
      ...{ state: 'deciding', hold: { by: 'operator' }, wave: 1, startedAt: 5, finishedAt: null }
    })
    const ended = store.rollouts.change(id, { state: 'finished', hold: null, finishedAt: 9 })
    expect(ended).toMatchObject({ state: 'finished', hold: null, wave: 1, startedAt: 5, finishedAt: 9 })
  })

  it('turns its items from some states into another, and tells how many; others’ stay as they are', () => {
    const store = newStore()
    const [one, other] = [store.rollouts.add(newRollout()), store.rollouts.add(newRollout())]
    save(store, one.id, 'tt01', { state: 'done', finishedAt: 5 })
    save(store, one.id, 'tt02', { state: 'approved', notBefore: 6 })
    expect(store.rollouts.turn(one.id, ['waiting', 'approved'], 'skipped', 9)).toBe(2)
    expect(statesOf(store, one.id)).toEqual(['skipped', 'done', 'skipped'])
    expect(itemOf(store, one.id, 'tt02')).toMatchObject({ notBefore: null, changedAt: 9, finishedAt: 9 })
    expect(itemOf(store, one.id, 'tt01')).toMatchObject({ changedAt: january, finishedAt: 5 })
    expect(statesOf(store, other.id)).toEqual(['waiting', 'waiting', 'waiting'])
    store.rollouts.turn(one.id, ['skipped'], 'waiting', 10)
    expect(itemOf(store, one.id, 'tt02')).toMatchObject({ state: 'waiting', finishedAt: null })
  })

  it('keeps a log, of which the newest lines come oldest first', () => {
    const store = newStore()
    const [one, other] = [store.rollouts.add(newRollout()), store.rollouts.add(newRollout())]
    const line = (at: number) => ({ at, tone: 'info', text: `第 ${at} 行` }) as const
    const added = [1, 2, 3].map((at) => store.rollouts.log(one.id, line(at)))
    store.rollouts.log(other.id, line(4))
    expect(added[0]).toMatchObject(line(1))
    expect(store.rollouts.logEntries(one.id, 9)).toEqual(added)
    expect(store.rollouts.logEntries(one.id, 2)).toEqual(added.slice(1))
  })

  it('knows the operations that were done for it, oldest first', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02'])
    const { id } = store.rollouts.add(newRollout())
    const begin = (change: Partial<Intent>) =>
      store.operations.begin({
        ...{ accountId: 'a', appId: 'tt01', kind: 'upload', version: '1.1.0', actor: '小王', startedAt: 5 },
        ...{ rolloutId: id, request: {}, before: versionList(1), ...change }
      })
    const late = begin({ kind: 'submit', startedAt: 9 })
    const early = begin({ appId: 'tt02' })
    begin({ rolloutId: null })
    expect(early.rolloutId).toBe(id)
    expect(store.rollouts.operations(id)).toEqual([early, late])
  })
})

describe('rollouts', () => {
  it('come newest first, of one account', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    const ids = [5, 5, 9].map((createdAt) => store.rollouts.add(newRollout({ createdAt })).id)
    store.rollouts.add(newRollout({ accountId: 'b' }))
    expect(store.rollouts.list('a', 9).map(({ id }) => id)).toEqual(ids.toReversed())
    expect(store.rollouts.list('a', 1).map(({ counts }) => counts)).toEqual([{ ...none, waiting: 3 }])
  })

  it('are found by their states over all accounts, oldest first', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    const late = store.rollouts.add(newRollout({ createdAt: 9 })).id
    const early = store.rollouts.add(newRollout({ createdAt: 5, accountId: 'b', state: 'planned' })).id
    const finished = store.rollouts.add(newRollout({ createdAt: 7 })).id
    store.rollouts.change(finished, { state: 'finished' })
    expect(store.rollouts.inState(['running', 'planned', 'running']).map(({ id }) => id)).toEqual([early, late])
    expect(store.rollouts.inState(['paused'])).toEqual([])
  })

  it('tell which other one a merchant is in, while neither of both is over', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    const { id, plan } = store.rollouts.add(newRollout())
    const busy = (appId = 'tt01', accountId = 'a') => store.rollouts.busy(accountId, ['ship', 'submit']).get(appId)
    expect(busy()).toEqual({ rolloutId: id, title: plan.title })
    expect([busy('tt01', 'b'), busy('tt04')]).toEqual([undefined, undefined])
    expect(store.rollouts.busy('a', ['domains']).size).toBe(0)
    for (const state of ['unknown', 'approved', 'reviewing'] as const) {
      save(store, id, 'tt01', { state })
      expect(busy()?.rolloutId).toBe(id)
    }
    for (const state of ['done', 'unchanged', 'blocked', 'rejected', 'failed', 'skipped'] as const) {
      save(store, id, 'tt01', { state })
      expect(busy()).toBeUndefined()
    }
    save(store, id, 'tt01', { state: 'waiting' })
    store.rollouts.change(id, { state: 'stopped' })
    expect(busy()).toBeUndefined()
  })

  it('go with all that belongs to the account when it is cleared, learned rules too', () => {
    const store = newStore()
    const { id } = store.rollouts.add(newRollout())
    const item = itemOf(store, id, 'tt01')
    store.rollouts.log(id, { at: 1, tone: 'info', text: '开始' })
    store.learnedRules.save('a', { rule: 'submit', width: 'application', learnedAt: 1 })
    store.accounts.empty('a')
    expect(store.rollouts.list('a', 9)).toEqual([])
    expect(store.rollouts.items(id)).toEqual([])
    expect(store.rollouts.logEntries(id, 9)).toEqual([])
    expect(store.learnedRules.list('a')).toEqual([])
    expect(codeOf(() => store.rollouts.saveItem(id, item))).toBe('not_found')
    expect(codeOf(() => store.rollouts.change(id, { wave: 1 }))).toBe('not_found')
    expect(codeOf(() => store.rollouts.log(id, { at: 1, tone: 'info', text: '开始' }))).toBe('not_found')
  })
})

describe('learned rules', () => {
  it('are kept per account, the newest finding of each', () => {
    const folder = temporaryFolder()
    const store = newStore(folder)
    store.accounts.save(sampleAccount('b'))
    store.learnedRules.save('a', { rule: 'submit', width: 'merchant', learnedAt: 1 })
    store.learnedRules.save('a', { rule: 'rollback', width: 'merchant', learnedAt: 2 })
    store.learnedRules.save('a', { rule: 'submit', width: 'application', learnedAt: 3 })
    store.close()
    const again = newStore(folder)
    expect(again.learnedRules.list('a')).toEqual([
      { rule: 'rollback', width: 'merchant', learnedAt: 2 },
      { rule: 'submit', width: 'application', learnedAt: 3 }
    ])
    expect(again.learnedRules.list('b')).toEqual([])
  })
})
