import type { EventPage } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useEventsStore } from '@/stores/events'
import { useSessionStore } from '@/stores/session'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { event, eventKeeper } from './samples'

beforeEach(() => setActivePinia(createPinia()))

type Keeper = ReturnType<typeof eventKeeper>

async function start(keeper: Keeper, answers: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk({ ...keeper.answers, ...answers })
  const store = useEventsStore()
  await useSessionStore().load()
  await flushPromises()
  const ids = () => store.events.map(({ id }) => id)
  const pages = () => desk.asked.filter(({ name }) => name === 'events.page')
  return { desk, store, ids, pages }
}

const many = (count: number) => Array.from({ length: count }, (_, place) => event(String(count - place)))
const fresh = (id: string, change = {}) => event(id, { seen: false, ...change })

describe('the count of what is new', () => {
  it('is there before the page was ever opened, from one small question', async () => {
    const { store, pages } = await start(eventKeeper(fresh('2'), fresh('1')))
    expect(store.unseen).toBe(2)
    expect(store.events).toEqual([])
    expect(pages().map(({ input }) => input)).toMatchObject([{ limit: 1, filter: { kinds: null } }])
  })

  it('follows what the main process tells, for the shown account only', async () => {
    const { desk, store } = await start(eventKeeper())
    desk.send('platform.event', { event: fresh('1', { accountId: 'agency' }), unseen: 9 })
    expect(store.unseen).toBe(0)
    desk.send('platform.event', { event: fresh('2'), unseen: 4 })
    expect(store.unseen).toBe(4)
  })

  it('belongs to the account that is shown, however late an answer about another comes', async () => {
    const late = later<CallResult<EventPage>>()
    const page = (unseen: number): CallResult<EventPage> => ok({ events: [], next: null, unseen })
    const { store } = await start(eventKeeper(), {
      'events.page': ({ accountId }) => (accountId === 'practice' ? late.promise : page(3))
    })
    void useSessionStore().select('agency')
    await flushPromises()
    late.give(page(7))
    await flushPromises()
    expect(store.unseen).toBe(3)
  })
})

describe('the list', () => {
  it('leaves out what comes as a matter of routine, until it is asked for', async () => {
    const { store, ids } = await start(
      eventKeeper(event('3', { kind: 'ticket' }), event('2', { kind: 'code_retrieved' }), event('1'))
    )
    await store.open()
    expect(ids()).toEqual(['1'])
    await store.show({ kinds: ['ticket'] })
    expect(ids()).toEqual(['3'])
  })

  it('grows by pages to its end, and asks for no page twice at a time', async () => {
    const { store, ids, pages } = await start(eventKeeper(...many(120)))
    await store.open()
    expect(ids()).toHaveLength(50)
    const before = pages().length
    await Promise.all([store.more(), store.more()])
    expect(pages()).toHaveLength(before + 1)
    await store.more()
    expect(ids()).toHaveLength(120)
    expect(store.hasMore).toBe(false)
  })

  it('takes what arrives to the top and what changed in its place', async () => {
    const { desk, store, ids } = await start(eventKeeper(event('9', { handling: 'waiting' }), event('8')))
    await store.open()
    desk.send('platform.event', { event: fresh('10'), unseen: 1 })
    desk.send('platform.event', { event: event('9', { handling: 'done' }), unseen: 1 })
    expect(ids()).toEqual(['10', '9', '8'])
    expect(store.events[1]?.handling).toBe('done')
  })

  it('takes nothing that its filter hides, nor a change beyond its last page', async () => {
    const { desk, store, ids } = await start(eventKeeper(...many(60)))
    await store.open()
    const shown = ids()
    desk.send('platform.event', { event: event('61', { kind: 'ticket' }), unseen: 0 })
    desk.send('platform.event', { event: event('5', { copies: 2 }), unseen: 0 })
    expect(ids()).toEqual(shown)
  })

  it('drops an answer that a newer question has overtaken', async () => {
    const late = later<CallResult<EventPage>>()
    const keeper = eventKeeper(event('2', { kind: 'profile' }), event('1'))
    const { store, ids } = await start(keeper, {
      'events.page': (input) => (input.filter.appId === 'tt0001' ? late.promise : keeper.answers['events.page'](input))
    })
    await store.open()
    const slow = store.show({ appId: 'tt0001' })
    await store.show({ appId: null, kinds: ['profile'] })
    late.give(ok({ events: [event('1')], next: null, unseen: 0 }))
    await slow
    expect(ids()).toEqual(['2'])
  })

  it('begins anew with another account, without the merchant that it was narrowed to', async () => {
    const { store, ids } = await start(eventKeeper(event('2', { accountId: 'agency', merchant: null }), event('1')))
    await store.open()
    await store.show({ appId: 'tt0001' })
    void useSessionStore().select('agency')
    expect(ids()).toEqual([])
    await flushPromises()
    expect(ids()).toEqual(['2'])
    expect(store.filter.appId).toBe(null)
  })

  it('keeps what is listed when a further page can not be read, and nothing when the first can not', async () => {
    let isBroken = false
    const keeper = eventKeeper(...many(60))
    const { store, ids } = await start(keeper, {
      'events.page': (input) => (isBroken ? refused() : keeper.answers['events.page'](input))
    })
    await store.open()
    isBroken = true
    await store.more()
    expect([store.status, ids().length, store.error?.code]).toEqual(['ready', 50, 'platform_refused'])
    await store.load()
    expect([store.status, ids().length]).toEqual(['failed', 0])
  })
})

describe('what was seen', () => {
  it('reaches to the newest of all, also where that is hidden, and its marks stay for the visit', async () => {
    const { desk, store } = await start(eventKeeper(fresh('3', { kind: 'code_retrieved' }), fresh('2'), event('1')))
    await store.open()
    await store.markSeen()
    expect(desk.asked.at(-1)?.input).toEqual({ accountId: 'practice', upTo: '3' })
    expect(store.unseen).toBe(0)
    await store.load()
    expect(store.events.map(({ seen }) => seen)).toEqual([false, true])
    await store.open()
    expect(store.events.map(({ seen }) => seen)).toEqual([true, true])
  })

  it('can still be looked for by "only unseen" in the visit that marked it', async () => {
    const { store, ids } = await start(eventKeeper(fresh('3'), event('2')))
    await store.open()
    await store.markSeen()
    await store.show({ unseenOnly: true })
    expect(ids()).toEqual(['3'])
    await store.clearMarks()
    expect(ids()).toEqual([])
  })
})
