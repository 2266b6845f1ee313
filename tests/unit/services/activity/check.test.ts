import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ActivityJournal } from '../../../../electron/services/activity/activity-journal'
import { ActivityService } from '../../../../electron/services/activity/activity-service'
import { january } from '../../support'
import { fixedClock, newStore, temporaryFolder } from '../../store/support'

const clock = fixedClock(january)
const dayMs = 24 * 3600_000

/** A journal of some entries, and a hand that gets past the table's own guards as a stranger with the file would. */
function journalOf(count: number) {
  const folder = temporaryFolder()
  const store = newStore(folder)
  const journal = new ActivityJournal({ store, clock, actor: '小王' })
  store.transaction(() => {
    for (let place = 1; place <= count; place += 1)
      journal.record({ action: 'tags_change', accountId: 'a', appId: 'tt01', after: { tags: [`第 ${place} 个`] } })
  })
  return {
    store,
    service: new ActivityService({ store, journal, clock }),
    tamper: (sql: string): void => {
      const database = new Database(join(folder, 'desk.sqlite'))
      const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
      for (const name of triggers) database.exec(`DROP TRIGGER ${String(name)}`)
      database.exec(sql)
      database.close()
    }
  }
}

describe('the check of the activity journal', () => {
  it('finds an empty one whole', async () => {
    const check = await journalOf(0).service.check()
    expect(check).toEqual({ checkedAt: january, checked: 0, lastHash: '0'.repeat(64), emptied: 0, broken: null })
  })

  it('goes through all entries, in several turns, and tells the last hash', async () => {
    const { service, store } = journalOf(2_345)
    const check = await service.check()
    expect(check).toMatchObject({ checked: 2_345, broken: null })
    const [newest] = service.page({ filter: nobody, cursor: null, limit: 1 }).entries
    expect(check.lastHash).toBe(newest?.hash)
    expect(store.activity.links(2_344, 9)).toHaveLength(1)
  })

  it('holds after the content was removed with the data of its account', async () => {
    const { service, store } = journalOf(3)
    store.activity.removeContents({ accountId: 'a', at: january, actor: '小王' })
    expect(await service.check()).toMatchObject({ checked: 4, emptied: 3, broken: null })
  })

  it.each([
    ['who it was', "UPDATE activity SET actor = '别人' WHERE sequence = 2", 'altered'],
    ['when it was', 'UPDATE activity SET at = at - 1 WHERE sequence = 2', 'altered'],
    ['a word into an unknown one', "UPDATE activity SET action = 'nothing' WHERE sequence = 2", 'altered'],
    ['what was done', "UPDATE activity SET content = replace(content, '2', '3') WHERE sequence = 2", 'altered'],
    ['whose merchant it was', "UPDATE activity SET app_id = 'tt99' WHERE sequence = 2", 'altered'],
    ['the content away', 'UPDATE activity SET content = NULL, app_id = NULL WHERE sequence = 2', 'removed'],
    ['the entry away', 'DELETE FROM activity WHERE sequence = 2', 'gap'],
    ['the chain to another', `UPDATE activity SET previous_hash = printf('%064d', 1) WHERE sequence = 2`, 'link']
  ])('finds the entry where somebody changed %s', async (_what, sql, what) => {
    const { service, tamper } = journalOf(4)
    tamper(sql)
    const sequence = what === 'gap' ? 3 : 2
    expect(await service.check()).toMatchObject({ checked: 1, broken: { sequence, what } })
  })

  it.each([
    ['an unknown word', "UPDATE activity SET action = 'nothing' WHERE sequence = 2"],
    ['no JSON', "UPDATE activity SET content = '{' WHERE sequence = 2"],
    ['other facts', "UPDATE activity SET content = '{}' WHERE sequence = 2"]
  ])('leaves the list readable where somebody put %s in', (_what, sql) => {
    const { service, tamper } = journalOf(3)
    tamper(sql)
    const { entries } = service.page({ filter: nobody, cursor: null, limit: 9 })
    expect(entries.map(({ sequence, action }) => [sequence, action])).toEqual([
      [3, 'tags_change'],
      [2, 'unreadable'],
      [1, 'tags_change']
    ])
    expect(entries[1]).toMatchObject({ outcome: 'unreadable', origin: 'unreadable', content: null })
  })

  it.each([
    ['what was done', "UPDATE activity SET content = replace(content, '2', '3') WHERE sequence = 2"],
    ['the time itself', `UPDATE activity SET at = ${january - 5 * dayMs} WHERE sequence = 2`]
  ])('tells the time by which the entry is found in the list, where somebody changed %s', async (_what, sql) => {
    const { service, tamper } = journalOf(4)
    tamper(sql)
    const { broken } = await service.check()
    const from = broken?.at ?? NaN
    const filter = { ...nobody, from, to: from + 1 }
    const { entries } = service.page({ filter, cursor: null, limit: 9 })
    expect(entries.map(({ sequence }) => sequence)).toContain(broken?.sequence)
    expect(broken?.sequence).toBe(2)
  })

  it('does not take a removal that came later for one of other accounts', async () => {
    const { service, store, tamper } = journalOf(2)
    store.activity.removeContents({ accountId: 'b', at: january, actor: '小王' })
    tamper('UPDATE activity SET content = NULL, app_id = NULL WHERE sequence = 1')
    expect(await service.check()).toMatchObject({ broken: { sequence: 1, what: 'removed' } })
  })
})

describe('handing the journal out', () => {
  it('is an entry of its own, with the last hash as it was then', () => {
    const { service } = journalOf(1)
    const entry = service.noteExport({ accountId: null, format: 'jsonl', entries: 1, lastHash: 'f'.repeat(64) })
    expect(entry).toMatchObject({ action: 'journal_export', sequence: 2, actor: '小王' })
    expect(entry.content?.after).toEqual({ format: 'jsonl', entries: '1', lastHash: 'f'.repeat(64) })
  })
})

const nobody = {
  ...{ accountId: null, appId: null, actions: null, outcomes: null, origins: null, actor: null },
  ...{ from: null, to: null, text: '' }
}
