import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ActivityEntry, ActivityFilter } from '@shared/domain/activity'
import { canonicalJson } from '../../../electron/store/activity-chain'
import { activityQueries } from '../../../electron/store/activity-queries'
import type { NewActivity, Store } from '../../../electron/store/repositories'
import { january } from '../support'
import { discover, newStore, planOf, sampleAccount, temporaryFolder } from './support'

const everything: ActivityFilter = {
  ...{ accountId: null, appId: null, actions: null, outcomes: null, origins: null, actor: null },
  ...{ from: null, to: null, text: '' }
}
const act: NewActivity = {
  at: january,
  actor: '小王',
  origin: 'operator',
  accountId: 'a',
  appId: 'tt01',
  action: 'release',
  outcome: 'done',
  before: { onlineVersion: '1.0.0' },
  after: { onlineVersion: '1.1.0', hosts: ['douyin'] },
  logId: 'log-7'
}

/** The SHA-256 of the fields as docs/activity-journal.md describes them, written apart from the program. */
function described(value: unknown): string {
  const sorted = JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each
  )
  return createHash('sha256').update(sorted).digest('hex')
}

function headerHash({ content, hash, ...header }: ActivityEntry): string {
  void content
  void hash
  return described(header)
}

function all(store: Store, filter: Partial<ActivityFilter> = {}): readonly ActivityEntry[] {
  return store.activity.page({ ...everything, ...filter }, null, 500).entries
}

/** Runs SQL on the open database of a store in `folder`. */
function run(folder: string, sql: string): void {
  const database = new Database(join(folder, 'desk.sqlite'))
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
}

describe('an entry of the activity journal', () => {
  it('keeps the names as they were, and is bound to the one before by hashes that anybody can calculate', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const first = store.activity.add(act)
    const second = store.activity.add({ ...act, action: 'rollback', at: january + 5 })
    expect(first.content).toMatchObject({ accountName: '演练环境', merchantName: 'tt01', logId: 'log-7' })
    expect(first).toMatchObject({ sequence: 1, previousHash: '0'.repeat(64) })
    expect(second).toMatchObject({ sequence: 2, previousHash: first.hash })
    for (const entry of [first, second]) {
      expect(described(entry.content)).toBe(entry.contentHash)
      expect(headerHash(entry)).toBe(entry.hash)
    }
  })

  it('reads back as it was written, and two with the same content have other hashes', () => {
    const store = newStore()
    const [one, other] = [store.activity.add(act), store.activity.add(act)]
    expect(all(store)).toEqual([other, one])
    expect(one.contentHash).not.toBe(other.contentHash)
  })

  it('cuts long texts and lists, and says how much more there was', () => {
    const store = newStore()
    const hosts = Array.from({ length: 100 }, (_, place) => `tt${place}`)
    const { content } = store.activity.add({ ...act, after: { merchants: hosts, note: '长'.repeat(900) } })
    expect(content?.after['merchants']).toHaveLength(61)
    expect(content?.after['merchants']?.at(-1)).toBe('… +40')
    expect(content?.after['note']).toHaveLength(501)
  })

  it('is gone with the transaction that it was written in', () => {
    const store = newStore()
    const undone = () =>
      store.transaction(() => {
        store.activity.add(act)
        throw new Error('undone')
      })
    expect(undone).toThrow('undone')
    store.activity.add(act)
    expect(all(store).map(({ sequence }) => sequence)).toEqual([1])
  })
})

describe('the table of the activity journal', () => {
  const attempts = [
    ['a change', "UPDATE activity SET actor = '别人' WHERE sequence = 1"],
    ['a removed content', 'UPDATE activity SET content = NULL, app_id = NULL WHERE sequence = 1'],
    ['a deletion', 'DELETE FROM activity WHERE sequence = 2'],
    [
      'a replacement',
      `REPLACE INTO activity SELECT sequence, at, '别人', origin, account_id, app_id, action, outcome, content,
        content_hash, previous_hash, hash FROM activity WHERE sequence = 1`
    ],
    [
      'an entry out of turn',
      `INSERT INTO activity SELECT 9, at, actor, origin, account_id, app_id, action, outcome, content, content_hash,
        previous_hash, hash FROM activity WHERE sequence = 1`
    ]
  ] as const

  it.each(attempts)('refuses %s', (_what, sql) => {
    const folder = temporaryFolder()
    const store = newStore(folder)
    store.activity.add(act)
    store.activity.add(act)
    const before = all(store)
    expect(() => run(folder, sql)).toThrow('activity journal')
    expect(all(store)).toEqual(before)
  })

  it('lets the content of an account go with its data, and keeps the hashes', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b', { name: '乙' }))
    const [own, others] = [store.activity.add(act), store.activity.add({ ...act, accountId: 'b' })]
    const removal = store.activity.removeContents({ accountId: 'a', at: january, actor: '小王' })
    expect(removal).toMatchObject({ action: 'data_remove', sequence: 3, content: { accountName: '演练环境' } })
    expect(all(store)).toEqual([removal, others, { ...own, content: null }])
    expect(all(store, { accountId: 'a', appId: 'tt01' })).toEqual([])
    expect([...store.activity.removals()]).toEqual([['a', 3]])
  })
})

describe('the pages of the activity journal', () => {
  function filled(): Store {
    const store = newStore()
    store.accounts.save(sampleAccount('b', { name: '乙' }))
    store.activity.add(act)
    store.activity.add({ ...act, appId: 'tt02', merchantName: '100%_湘里人家', action: 'upload', outcome: 'refused' })
    store.activity.add({ ...act, accountId: 'b', actor: '小李', origin: 'program', at: january + 100 })
    store.activity.add({ ...act, accountId: null, appId: null, action: 'settings_change', at: january + 200 })
    return store
  }
  const cases: readonly (readonly [string, Partial<ActivityFilter>, readonly number[]])[] = [
    ['an account', { accountId: 'a' }, [2, 1]],
    ['a merchant', { accountId: 'a', appId: 'tt02' }, [2]],
    ['kinds', { actions: ['upload', 'settings_change'] }, [4, 2]],
    ['outcomes', { outcomes: ['refused'] }, [2]],
    ['who', { actor: '小李' }, [3]],
    ['whose doing', { origins: ['program'] }, [3]],
    ['a time, its end left out', { from: january + 100, to: january + 200 }, [3]],
    ['a text, signs taken as they are', { text: '100%_湘里' }, [2]],
    ['a log_id', { text: 'LOG-7' }, [4, 3, 2, 1]],
    ['nothing that fits', { text: '湘里%人家' }, []]
  ]

  it.each(cases)('are narrowed by %s', (_what, filter, sequences) => {
    const store = filled()
    expect(all(store, filter).map(({ sequence }) => sequence)).toEqual(sequences)
    expect(store.activity.count({ ...everything, ...filter })).toBe(sequences.length)
  })

  it('follow each other from the newest on', () => {
    const store = filled()
    const first = store.activity.page(everything, null, 3)
    const second = store.activity.page(everything, first.next, 3)
    expect([first, second].map(({ entries }) => entries.map(({ sequence }) => sequence))).toEqual([[4, 3, 2], [1]])
    expect(second.next).toBeNull()
  })

  it('offer the people and the accounts that they tell of, removed ones too', () => {
    const store = filled()
    store.accounts.delete('b')
    expect(store.activity.choices()).toEqual({
      actors: ['小李', '小王'],
      accounts: [
        { id: 'a', name: '演练环境' },
        { id: 'b', name: 'b' }
      ]
    })
  })
})

describe('the queries of the activity journal', () => {
  const { pages, counts, ...others } = activityQueries
  it.each([...pages, ...counts, ...Object.values(others)])('%s uses an index and sorts nothing', (sql) => {
    const plan = planOf(sql).join('\n')
    const scanned = /^SCAN (?!e\b|\(subquery)(?!.*USING (COVERING )?INDEX)(?!json_each|value)/m
    expect(plan).not.toMatch(scanned)
    expect(plan).not.toContain('TEMP B-TREE')
  })
})

describe('canonical JSON', () => {
  it('sorts names, leaves spaces and absent fields out, and escapes as JSON does', () => {
    const value = { b: [1, null, { z: true, a: '"\n' }], a: undefined, '': '湘' }
    expect(canonicalJson(value)).toBe('{"":"湘","b":[1,null,{"a":"\\"\\n","z":true}]}')
  })
})
