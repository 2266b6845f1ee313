import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Intent } from '../../../electron/store/repositories'
import { january, versionList } from '../support'
import { codeOf, discover, newStore, temporaryFolder } from './support'

const ref = { accountId: 'a', appId: 'tt01' }
const intent: Intent = {
  ...ref,
  kind: 'release',
  version: '1.0.0',
  actor: '小王',
  startedAt: january,
  rolloutId: null,
  request: {},
  before: versionList(january)
}
const outcome = { finishedAt: january + 1, logId: null, error: null }

describe('a merchant that was forgotten while it was being read', () => {
  it('refuses an intent, a line in the timeline and an icon, as something not found', () => {
    const store = newStore()
    const icon = { key: 'k', contentType: 'image/png', bytes: Buffer.of(1) }
    const line = {
      at: january,
      kind: 'uploaded',
      source: 'platform',
      version: '1',
      summary: null,
      hosts: [],
      reasons: [],
      actor: null,
      logId: null,
      operation: null,
      error: null
    } as const
    expect(codeOf(() => store.operations.begin(intent))).toBe('not_found')
    expect(codeOf(() => store.timeline.add(ref, line))).toBe('not_found')
    expect(codeOf(() => store.icons.save(ref, icon, 'https://example.com/i'))).toBe('not_found')
  })

  it('has no operation any more that could be ended', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const { id } = store.operations.begin(intent)
    store.accounts.empty('a')
    expect(codeOf(() => store.operations.finish(id, { ...outcome, state: 'done' }))).toBe('not_found')
  })
})

describe('an outcome', () => {
  it('that is certain is final', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const { id } = store.operations.begin(intent)
    store.operations.finish(id, { ...outcome, state: 'done' })
    expect(() => store.operations.finish(id, { ...outcome, state: 'not_carried_out' })).toThrow('certain outcome')
    expect(store.operations.get(id)?.operation.state).toBe('done')
  })

  it('that is missing is listed oldest first, whichever merchant it belongs to', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02'])
    store.operations.begin({ ...intent, startedAt: 20 })
    store.operations.begin({ ...intent, appId: 'tt02', startedAt: 10 })
    expect(store.operations.allUnsettled().map(({ startedAt }) => startedAt)).toEqual([10, 20])
  })
})

describe('a transaction', () => {
  it('takes the lock at its begin, so that it can not fail half way for another process', () => {
    const folder = temporaryFolder()
    const store = newStore(folder)
    const other = new Database(join(folder, 'desk.sqlite'), { timeout: 0 })
    store.transaction(() => {
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked')
    })
    other.close()
  })
})
