import { describe, expect, it } from 'vitest'
import type { EventFilter } from '@shared/domain/platform-event'
import { DeskFailure } from '@shared/errors'
import { eventQueries } from '../../../electron/store/events'
import type { NewEvent, Store } from '../../../electron/store/repositories'
import { storeWithAccounts } from '../services/events/support'
import { january } from '../support'
import { planOf, temporaryFolder } from './support'

const everything: EventFilter = { kinds: null, appId: null, unseenOnly: false }

function newEvent(digest: string, more: Partial<NewEvent> = {}): NewEvent {
  return {
    accountId: 'a',
    digest,
    appId: 'tt01',
    kind: 'audit',
    event: 'PACKAGE_AUDIT',
    title: '审核未通过：抖音',
    detail: '抖音：页面打不开',
    tone: 'bad',
    happenedAt: january,
    receivedAt: january + 1000,
    source: 'receiver',
    handling: 'waiting',
    raw: '{\n  "Event": "PACKAGE_AUDIT"\n}',
    ...more
  }
}

let serial = 0

/** Adds one for each of these and returns their ids. */
function add(store: Store, ...each: Partial<NewEvent>[]): string[] {
  return each.map((more) => store.events.add(newEvent(`digest ${(serial += 1)}`, more)).event.id)
}

const idsOf = (store: Store, filter: Partial<EventFilter>, limit = 50): string[] =>
  store.events.page('a', { ...everything, ...filter }, null, limit).events.map(({ id }) => id)

describe('pushed messages in the database', () => {
  it('come back as they were added, named by the merchant as soon as it is known', () => {
    const store = storeWithAccounts()
    const { event, isNew } = store.events.add(newEvent('d1'))
    const merchant = { appId: 'tt01', name: 'tt01' }
    const facts = { id: event.id, merchant, copies: 1, seen: false, trouble: null }
    expect(isNew).toBe(true)
    expect({ ...event, digest: 'd1', appId: 'tt01' }).toEqual({ ...newEvent('d1'), ...facts })

    store.merchants.discover('a', [{ appId: 'tt01', authorizedAt: null }])
    store.merchants.saveProfile(
      { accountId: 'a', appId: 'tt01' },
      { name: '湘里人家', introduction: '', appState: null, subjectName: null, subjectType: null }
    )
    expect(store.events.get('a', event.id)?.merchant).toEqual({ appId: 'tt01', name: '湘里人家' })
    expect(store.events.get('b', event.id)).toBeNull()
  })

  it('are kept once per account, however often they come, also after the program was started again', () => {
    const folder = temporaryFolder()
    const first = storeWithAccounts(folder)
    first.events.add(newEvent('d1'))
    first.close()
    const store = storeWithAccounts(folder)
    const again = store.events.add(newEvent('d1', { source: 'relay' }))
    expect(again).toMatchObject({ isNew: false, event: { copies: 2, source: 'receiver' } })
    expect(store.events.add(newEvent('d1', { accountId: 'b' })).isNew).toBe(true)
    expect(store.events.page('a', everything, null, 10).events).toHaveLength(1)
  })

  it('are listed newest first, page by page, without gap or repetition', () => {
    const store = storeWithAccounts()
    const kinds = ['audit', 'ticket', 'authorized', 'other'] as const
    const added = add(store, ...Array.from({ length: 23 }, (_, index) => ({ kind: kinds[index % 4] ?? 'other' })))
    add(store, { accountId: 'b' })
    const found: string[] = []
    let cursor: string | null = null
    do {
      const page = store.events.page('a', everything, cursor, 5)
      found.push(...page.events.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    expect(found).toEqual(added.toReversed())
  })

  it('are narrowed to kinds, to a merchant, and to what was not seen', () => {
    const store = storeWithAccounts()
    const [audit = '', ticket = '', profile = '', other = ''] = add(
      store,
      { kind: 'audit' },
      { kind: 'ticket', appId: null, handling: 'nothing' },
      { kind: 'profile', appId: 'tt02' },
      { kind: 'audit', appId: 'tt02' }
    )
    expect(idsOf(store, { kinds: ['audit', 'ticket'] })).toEqual([other, ticket, audit])
    expect(idsOf(store, { kinds: ['audit', 'audit'] })).toEqual([other, audit])
    expect(idsOf(store, { appId: 'tt02' })).toEqual([other, profile])
    expect(idsOf(store, { appId: 'tt02', kinds: ['profile'] })).toEqual([profile])
    expect(idsOf(store, { unseenOnly: true })).toEqual([other, profile, audit])
    store.events.markSeen('a', profile)
    expect(idsOf(store, { unseenOnly: true })).toEqual([other])
    expect(idsOf(store, { unseenOnly: true, kinds: ['profile'] })).toEqual([])
    expect(idsOf(store, { unseenOnly: true, appId: 'tt02' })).toEqual([other])
  })

  it('count as unseen until they were seen, except tickets', () => {
    const store = storeWithAccounts()
    const [first = ''] = add(store, {}, { kind: 'ticket' }, {})
    add(store, { accountId: 'b' })
    expect(store.events.unseen('a')).toBe(2)
    store.events.markSeen('a', first)
    expect(store.events.unseen('a')).toBe(1)
    expect(store.events.unseen('b')).toBe(1)
    expect(store.events.get('a', first)?.seen).toBe(true)
  })

  it('wait to be handled, oldest first, until it is noted how that ended', () => {
    const store = storeWithAccounts()
    const [first = '', , third = ''] = add(store, {}, { handling: 'nothing' }, {})
    expect(store.events.waiting('a').map(({ id }) => id)).toEqual([first, third])
    expect(store.events.handled('a', first, 'failed', '没有连接')).toMatchObject({
      handling: 'failed',
      trouble: '没有连接'
    })
    expect(store.events.handled('a', third, 'done', null)).toMatchObject({ handling: 'done', trouble: null })
    expect(store.events.waiting('a')).toEqual([])
    expect(() => store.events.handled('b', first, 'done', null)).toThrow(DeskFailure)
  })

  it('lose the oldest tickets, and nothing else', () => {
    const store = storeWithAccounts()
    const [audit = '', , second = '', third = ''] = add(
      store,
      { kind: 'audit' },
      { kind: 'ticket' },
      { kind: 'ticket' },
      { kind: 'ticket' }
    )
    store.events.pruneTickets('a', 2)
    expect(idsOf(store, {})).toEqual([third, second, audit])
    store.events.pruneTickets('a', 2)
    expect(idsOf(store, {})).toHaveLength(3)
  })

  it('refuse a cursor that is none', () => {
    const store = storeWithAccounts()
    expect(() => store.events.page('a', everything, 'x', 5)).toThrow(DeskFailure)
  })
})

describe('every query over many messages', () => {
  it.each(Object.entries(eventQueries))('%s searches by an index and sorts nothing', (_name, sql) => {
    const plan = planOf(sql)
    expect(plan.some((line) => /SEARCH (e|events) USING (COVERING )?INDEX events_/.test(line))).toBe(true)
    expect(plan.filter((line) => line.startsWith('SCAN') && !line.includes('json_each'))).toEqual([])
    expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
  })
})
