import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '@shared/domain/operation'
import type { DeskError } from '@shared/errors'
import type { Intent } from '../../../electron/store/repositories'
import { january, testVersion, versionList } from '../support'
import { discover, newStore, sampleAccount } from './support'

const ref = { accountId: 'a', appId: 'tt01' }
const intent: Intent = {
  ...ref,
  kind: 'upload',
  version: '1.4.0',
  actor: '小王',
  startedAt: january,
  rolloutId: null,
  request: { templateId: '9133504853504535288' },
  before: versionList(january, { latest: testVersion('1.3.0', january) })
}
const error: DeskError = {
  code: 'platform_refused',
  message: '上传代码没有成功',
  reason: '模板不存在',
  nextStep: '请选择另一个模板',
  retryable: false,
  platformCode: '40029',
  logId: 'log-1',
  merchant: { appId: 'tt01', name: '店' },
  fields: { templateId: '不存在' }
}

describe('the journal of operations', () => {
  it('keeps an intent with all that is needed to settle it, ids beyond 2^53 included', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const { id } = store.operations.begin(intent)
    expect(store.operations.get(id)).toEqual({
      operation: {
        ...ref,
        id,
        kind: 'upload',
        version: '1.4.0',
        state: 'intended',
        startedAt: january,
        finishedAt: null,
        actor: '小王',
        logId: null,
        error: null,
        rolloutId: null
      },
      request: intent.request,
      before: intent.before
    })
  })

  it('shows an operation as unsettled until its outcome is certain, in the list row too', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const { id } = store.operations.begin(intent)
    expect(store.operations.unsettled(ref)).toMatchObject({ id, state: 'intended' })
    expect(store.merchants.row(ref)?.unsettled).toBe('upload')
    store.operations.finish(id, { state: 'unknown', finishedAt: january + 1, logId: null, error })
    expect(store.operations.unsettled(ref)).toMatchObject({ id, state: 'unknown', error })
    expect(store.operations.allUnsettled().map((each) => each.id)).toEqual([id])
    store.operations.finish(id, { state: 'done', finishedAt: january + 2, logId: 'log-2', error: null })
    expect(store.operations.unsettled(ref)).toBeNull()
    expect(store.operations.allUnsettled()).toEqual([])
    expect(store.merchants.row(ref)?.unsettled).toBeNull()
  })

  it('knows the newest accepted operation of a kind, and what was sent', () => {
    const store = newStore()
    discover(store, ['tt01'])
    for (const [startedAt, state] of [
      [1, 'done'],
      [3, 'done'],
      [5, 'refused']
    ] as const) {
      const { id } = store.operations.begin({ ...intent, startedAt, request: { startedAt } })
      store.operations.finish(id, { state, finishedAt: startedAt + 1, logId: null, error: null })
    }
    expect(store.operations.lastDoneAt(ref, ['upload', 'submit'])).toBe(4)
    expect(store.operations.lastRequest(ref, 'upload')).toEqual({ startedAt: 3 })
    expect(store.operations.lastDoneAt(ref, ['rollback'])).toBeNull()
    expect(store.operations.lastRequest(ref, 'submit')).toBeNull()
  })

  it('tells what was uploaded: of each merchant the newest accepted uploads, so many at most', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    discover(store, ['tt01', 'tt02', 'tt03'])
    discover(store, ['tt01'], 'b')
    const act = (change: Partial<Intent>, state: 'done' | 'refused' = 'done'): void => {
      const { id } = store.operations.begin({ ...intent, ...change, request: { at: change.startedAt } })
      store.operations.finish(id, { state, finishedAt: january, logId: null, error: null })
    }
    for (const startedAt of [20, 10, 30]) act({ startedAt, version: `v${startedAt}` })
    act({ startedAt: 40 }, 'refused')
    act({ startedAt: 50, kind: 'submit' })
    act({ startedAt: 15, appId: 'tt02', version: null })
    act({ startedAt: 60, accountId: 'b' })
    store.operations.begin({ ...intent, appId: 'tt03' })
    const uploads = store.operations.uploads('a', 2)
    expect(uploads.filter(({ appId }) => appId === 'tt01')).toEqual([
      { appId: 'tt01', version: 'v30', request: { at: 30 } },
      { appId: 'tt01', version: 'v20', request: { at: 20 } }
    ])
    expect(uploads.filter(({ appId }) => appId !== 'tt01')).toEqual([
      { appId: 'tt02', version: null, request: { at: 15 } }
    ])
    expect(store.operations.uploads('b', 9)).toHaveLength(1)
  })

  it('tells what a merchant was sent as one version, newest first, so many at most', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02'])
    const act = (change: Partial<Intent>, state: 'done' | 'refused' = 'done'): void => {
      const { id } = store.operations.begin({ ...intent, ...change, request: { at: change.startedAt } })
      store.operations.finish(id, { state, finishedAt: january, logId: null, error: null })
    }
    for (const startedAt of [20, 10, 30]) act({ startedAt })
    act({ startedAt: 40 }, 'refused')
    act({ startedAt: 50, kind: 'submit' })
    act({ startedAt: 60, version: '1.5.0' })
    act({ startedAt: 70, appId: 'tt02' })
    expect(store.operations.uploadsOf(ref, '1.4.0', 2)).toEqual([{ at: 30 }, { at: 20 }])
    expect(store.operations.uploadsOf(ref, '1.3.0', 2)).toEqual([])
  })

  it('undoes everything of a transaction that fails, nested ones included', () => {
    const store = newStore()
    discover(store, ['tt01'])
    expect(() =>
      store.transaction(() => {
        store.transaction(() => store.operations.begin(intent))
        throw new Error('power cut')
      })
    ).toThrow('power cut')
    expect(store.operations.allUnsettled()).toEqual([])
  })
})

describe('the timeline', () => {
  const entry: Omit<TimelineEntry, 'id'> = {
    at: january,
    kind: 'refused',
    source: 'desk',
    version: '1.4.0',
    summary: null,
    hosts: ['douyin'],
    reasons: [{ host: '抖音', reasons: ['页面打不开'], attachmentUrl: null }],
    actor: '小王',
    logId: 'log-1',
    operation: 'submit',
    error
  }

  it('comes newest first, page by page, entries of the same moment in the order they were written', () => {
    const store = newStore()
    discover(store, ['tt01'])
    for (const at of [5, 5, 1, 9]) store.timeline.add(ref, { ...entry, at, version: `v${at}` })
    const first = store.timeline.page(ref, null, 3)
    expect(first.entries.map(({ at, id }) => [at, id])).toEqual([
      [9, '4'],
      [5, '2'],
      [5, '1']
    ])
    const second = store.timeline.page(ref, first.next, 3)
    expect(second.entries.map(({ at }) => at)).toEqual([1])
    expect(second.next).toBeNull()
  })

  it('gives back an entry as it was added', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const added = store.timeline.add(ref, entry)
    expect(store.timeline.page(ref, null, 10).entries).toEqual([{ ...entry, id: added.id }])
  })
})
