import { describe, expect, it } from 'vitest'
import type { Batch } from '@shared/domain/batch'
import type { NewBatch, Store } from '../../../electron/store/repositories'
import { january } from '../support'
import { domainSet, refusal } from './setup-samples'
import { codeOf, discover, newStore, sampleAccount, temporaryFolder } from './support'

const appIds = ['tt03', 'tt01', 'tt02']
const noCounts = { waiting: 0, running: 0, done: 0, unchanged: 0, failed: 0, unknown: 0, skipped: 0 }

function newBatch(more: Partial<NewBatch> = {}): NewBatch {
  return {
    accountId: 'a',
    kind: 'introduction',
    title: '修改 3 个商家的简介',
    createdAt: january,
    actor: '小王',
    items: appIds.map((appId) => ({ appId, summary: `简介 ${appId}`, request: { introduction: appId } })),
    ...more
  }
}

const ended = (finishedAt: number) => ({ error: null, finishedAt })
const statesOf = (store: Store, id: string): string[] => store.batches.items(id).map(({ state }) => state)

describe('a batch', () => {
  it('begins with all of its items waiting, in the order in which they were given', () => {
    const folder = temporaryFolder()
    const store = newStore(folder)
    discover(store, ['tt01', 'tt02'])
    const facts = { introduction: '', appState: null, subjectName: null, subjectType: null }
    store.merchants.saveProfile({ accountId: 'a', appId: 'tt01' }, { ...facts, name: '湘里人家' })
    const batch = store.batches.add(newBatch())
    const { items, ...rest } = newBatch()
    const expected: Batch = {
      ...rest,
      id: batch.id,
      state: 'running',
      counts: { ...noCounts, waiting: 3 },
      total: 3,
      finishedAt: null
    }
    expect(batch).toEqual(expected)
    store.close()
    const again = newStore(folder)
    expect(again.batches.get('a', batch.id)).toEqual(expected)
    expect(again.batches.get('b', batch.id)).toBeNull()
    const waiting = { state: 'waiting', error: null, finishedAt: null, changeId: null }
    const names = ['tt03', '湘里人家', 'tt02']
    expect(again.batches.items(batch.id)).toEqual(
      items.map((item, index) => ({ ...item, ...waiting, name: names[index] }))
    )
  })

  it('goes from one item to the next that waits, and counts how each ended', () => {
    const store = newStore()
    discover(store, appIds)
    const { id } = store.batches.add(newBatch())
    expect(store.batches.next(id)?.appId).toBe('tt03')
    store.batches.saveItem(id, 'tt03', { state: 'running', error: null, finishedAt: null, changeId: 'c1' })
    const done = store.batches.saveItem(id, 'tt03', { ...ended(5), state: 'done' })
    expect(done).toMatchObject({ state: 'done', finishedAt: 5, changeId: 'c1', request: { introduction: 'tt03' } })
    expect(store.batches.next(id)?.appId).toBe('tt01')
    expect(store.batches.saveItem(id, 'tt01', { state: 'failed', error: refusal, finishedAt: 6 })).toMatchObject({
      error: refusal,
      changeId: null
    })
    store.batches.saveItem(id, 'tt02', { ...ended(7), state: 'unchanged' })
    expect(store.batches.next(id)).toBeNull()
    const finished = store.batches.saveState(id, 'finished', 8)
    expect(finished).toMatchObject({ state: 'finished', finishedAt: 8, total: 3 })
    expect(finished.counts).toEqual({ ...noCounts, done: 1, failed: 1, unchanged: 1 })
    expect(store.batches.saveItem(id, 'tt03', { ...ended(9), state: 'done', changeId: null }).changeId).toBeNull()
  })

  it('turns its items from one state into another, and leaves other batches and its own state alone', () => {
    const store = newStore()
    const [one, other] = [store.batches.add(newBatch()), store.batches.add(newBatch())]
    store.batches.saveItem(one.id, 'tt01', { ...ended(5), state: 'done' })
    store.batches.turn(one.id, 'waiting', 'skipped')
    expect(statesOf(store, one.id)).toEqual(['skipped', 'done', 'skipped'])
    expect(statesOf(store, other.id)).toEqual(['waiting', 'waiting', 'waiting'])
    expect(store.batches.get('a', one.id)?.state).toBe('running')
  })

  it('is written whole or not at all', () => {
    const store = newStore()
    const twice = { appId: 'tt01', summary: '', request: null }
    expect(() => store.batches.add(newBatch({ items: [twice, twice] }))).toThrow('UNIQUE')
    expect(store.batches.list('a', 9)).toEqual([])
  })

  it('keeps the journal’s entries of its changes when it goes', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    discover(store, ['tt01'], 'b')
    const batch = store.batches.add(newBatch())
    const made = { kind: 'introduction', summary: '', actor: '', startedAt: 1, request: null, before: null } as const
    const change = store.settingChanges.begin({ ...made, accountId: 'b', appId: 'tt01', batchId: batch.id })
    expect(change.batchId).toBe(batch.id)
    store.accounts.empty('a')
    expect(store.settingChanges.get(change.id)?.change.batchId).toBeNull()
  })
})

describe('batches', () => {
  it('come newest first, of one account', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    const ids = [5, 5, 9].map((createdAt) => store.batches.add(newBatch({ createdAt })).id)
    store.batches.add(newBatch({ accountId: 'b' }))
    expect(store.batches.list('a', 9).map(({ id }) => id)).toEqual(ids.toReversed())
    expect(store.batches.list('a', 1).map(({ counts }) => counts)).toEqual([{ ...noCounts, waiting: 3 }])
  })

  it('are found by their states over all accounts, oldest first', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    const [late, early, finished] = [
      store.batches.add(newBatch({ createdAt: 9 })).id,
      store.batches.add(newBatch({ createdAt: 5, accountId: 'b' })).id,
      store.batches.add(newBatch({ createdAt: 7 })).id
    ]
    store.batches.saveState(early ?? '', 'paused', null)
    store.batches.saveState(finished ?? '', 'finished', 8)
    expect(store.batches.inState(['running', 'paused', 'running']).map(({ id }) => id)).toEqual([early, late])
    expect(store.batches.inState(['interrupted'])).toEqual([])
  })

  it('go with all that belongs to the account when it is cleared, baselines and its domains too', () => {
    const store = newStore()
    const { id } = store.batches.add(newBatch())
    store.baselines.save({ accountId: 'a', id: null, name: 'A', domains: domainSet, changedAt: 1 })
    store.applicationDomains.save('a', { server: ['https://a.example.com'], webview: [], changedAt: 1 })
    store.accounts.empty('a')
    expect(store.batches.list('a', 9)).toEqual([])
    expect(store.batches.items(id)).toEqual([])
    expect(store.baselines.list('a')).toEqual([])
    expect(store.applicationDomains.read('a').changedAt).toBeNull()
    expect(codeOf(() => store.batches.saveItem(id, 'tt01', { ...ended(1), state: 'done' }))).toBe('not_found')
    expect(codeOf(() => store.batches.saveState(id, 'finished', 1))).toBe('not_found')
  })
})
