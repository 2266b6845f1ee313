import { describe, expect, it } from 'vitest'
import type { BatchItemState, BatchKind } from '@shared/domain/batch'
import { filesOfBatches } from '../../../../electron/services/batches/batch-service'
import { domains as domainFacts, refusal } from '../../store/setup-samples'
import { newStore, temporaryFolder } from '../../store/support'
import { january } from '../../support'
import { batchBench, introduction } from './batch-bench'

/** A batch that the program's end left behind, its merchant tt0 being in this state. */
function leftBehind(state: BatchItemState, kind: BatchKind = 'introduction') {
  const bench = batchBench()
  const { store } = bench
  const baseline = { id: 'b', name: '常用', domains: { ...domainFacts.server, webview: [] } }
  const request = kind === 'domains' ? { baseline, mode: 'add' } : { introduction }
  const items = ['tt0', 'tt1'].map((appId) => ({ appId, summary: '', request }))
  const batch = store.batches.add({ accountId: 'a', kind, title: '一批', createdAt: january, actor: '小王', items })
  const settingKind = kind === 'domains' ? 'server_domains' : 'introduction'
  const begin = () =>
    bench.ledger.begin(
      { ref: { accountId: 'a', appId: 'tt0' }, kind: settingKind, summary: '', request: {}, batchId: batch.id },
      null
    )
  const left = (changeId: string | null) =>
    store.batches.saveItem(batch.id, 'tt0', { state, error: null, finishedAt: null, changeId })
  /** The next start, on the same database. */
  const restart = () => {
    const next = batchBench(bench.folder)
    return { ...next, tt0: () => next.store.batches.items(batch.id)[0], id: { accountId: 'a', batchId: batch.id } }
  }
  return { ...bench, batch, begin, left, restart }
}

describe('batches at the next start', () => {
  it('are interrupted where they ran, and can be resumed', async () => {
    const { left, restart } = leftBehind('running')
    left(null)
    const { batches, id, tt0, idle, done } = restart()
    expect(batches.get(id).batch.state).toBe('interrupted')
    expect(tt0()?.state).toBe('waiting')
    expect(done).toEqual([])
    batches.resume(id)
    await idle()
    expect(done).toEqual(['tt0', 'tt1'])
    expect(batches.get(id).batch.state).toBe('finished')
  })

  it('do not send again what was begun: its change is to be settled first', async () => {
    const { begin, left, restart, ledger } = leftBehind('running')
    const change = begin()
    left(change.id)
    const { batches, id, tt0, idle, done } = restart()
    expect(tt0()).toMatchObject({ state: 'unknown', changeId: change.id })
    batches.resume(id)
    await idle()
    expect(done).toEqual(['tt1'])
    ledger.done(change, null)
  })

  it('find a change that the program had no time to note with its merchant', () => {
    const { begin, left, restart } = leftBehind('running')
    const change = begin()
    left(null)
    expect(restart().tt0()).toMatchObject({ state: 'unknown', changeId: change.id })
  })

  it.each(['running', 'unknown'] as const)('take over how the change of a merchant that was %s ended', (state) => {
    const accepted = leftBehind(state)
    const change = accepted.ledger.done(accepted.begin(), null)
    accepted.left(change.id)
    expect(accepted.restart().tt0()?.state).toBe('done')
    const denied = leftBehind(state)
    denied.left(denied.ledger.failed(denied.begin(), 'refused', refusal).id)
    expect(denied.restart().tt0()).toMatchObject({ state: 'failed', error: refusal })
  })

  it('compare domains once more, as a second change may have been due', () => {
    const { begin, left, restart, ledger } = leftBehind('running', 'domains')
    left(ledger.done(begin(), null).id)
    expect(restart().tt0()?.state).toBe('waiting')
  })

  it('hear of a settled change, and hold domains against what was read then', () => {
    for (const [facts, state] of [
      [domainFacts, 'done'],
      [{ ...domainFacts, server: null }, 'failed'],
      [{ ...domainFacts, server: { request: [], socket: [], upload: [], download: [] } }, 'failed']
    ] as const) {
      const { begin, left, restart } = leftBehind('unknown', 'domains')
      const change = begin()
      left(change.id)
      const next = restart()
      next.store.domains.save({ accountId: 'a', appId: 'tt0' }, facts, january)
      next.ledger.done(change, null)
      expect(next.tt0()?.state).toBe(state)
    }
  })
})

describe('the staged files of batches', () => {
  it('are needed until the batch is over', () => {
    const store = newStore(temporaryFolder())
    const items = ['f1', 'f2', 'f1'].map((fileId, index) => ({ appId: `tt${index}`, summary: '', request: { fileId } }))
    const icons = { accountId: 'a', kind: 'icon', title: '图标', createdAt: january, actor: '小王', items } as const
    const [first, second] = [store.batches.add(icons), store.batches.add({ ...icons, items: items.slice(1, 2) })]
    store.batches.saveState(first.id, 'finished', january)
    expect([...filesOfBatches(store)]).toEqual(['f2'])
    store.batches.saveState(first.id, 'paused', null)
    store.batches.saveState(second.id, 'stopped', january)
    expect([...filesOfBatches(store)].toSorted()).toEqual(['f1', 'f2'])
  })
})
