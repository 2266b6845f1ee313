import type { PlatformEvent } from '@shared/domain/platform-event'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import EventsPage from '@/pages/events/EventsPage.vue'
import { meantAppId, merchantSuggestions } from '@/pages/events/merchant-suggestions'
import { useEventsStore } from '@/stores/events'
import { useSessionStore } from '@/stores/session'
import { row, rows } from '../list/rows'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { event, eventKeeper } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

async function open(events: PlatformEvent[], answers: Parameters<typeof installDesk>[0] = {}) {
  const keeper = eventKeeper(...events)
  const desk = installDesk({ ...keeper.answers, ...answers })
  await useSessionStore().load()
  const nobody = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: nobody }]
  })
  const page = mount(EventsPage, { attachTo: document.body, global: { plugins: [router, i18n] } })
  await flushPromises()
  const titles = () => page.findAll('[data-testid="event-row"] strong').map((title) => title.text())
  const chip = (name: string) => page.get(`[data-testid="${name}"]`)
  const press = async (name: string): Promise<void> => {
    await chip(name).trigger('click')
    await flushPromises()
  }
  const pressed = () => page.findAll('.toggle-chip[aria-pressed="true"]').map((each) => each.text())
  return { keeper, desk, router, page, titles, chip, press, pressed }
}

const audit = event('3', { title: '审核未通过：抖音', tone: 'bad', detail: '首页打不开' })
const category = event('2', { kind: 'category', title: '类目已通过', tone: 'good' })
const ticket = event('1', { kind: 'ticket', title: '收到票据', merchant: null })

describe('a row', () => {
  it('tells what happened, to whom, why, and where it came from', async () => {
    const { page } = await open([{ ...audit, copies: 3, source: 'relay' }])
    const text = page.get('[data-testid="event-row"]').text()
    for (const part of ['审核', '审核未通过：抖音', '云间民宿', '首页打不开', '中继', '×3'])
      expect(text).toContain(part)
    expect(page.get('.tone').classes()).toContain('is-danger')
    expect(page.get('a.merchant').attributes('href')).toBe('/merchants/practice/tt0001')
  })

  it('says when it was received where that was long after it happened', async () => {
    const { page } = await open([{ ...audit, receivedAt: 3_600_000 }, category])
    const [late, prompt] = page.findAll('[data-testid="event-row"]').map((each) => each.text())
    expect(late).toContain('收到')
    expect(prompt).not.toContain('收到')
  })

  it('unfolds to the raw message with its long numbers as they came', async () => {
    const raw = '{"Event":"PACKAGE_AUDIT","id":7301234567890123456}'
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const { page, press } = await open([{ ...audit, raw }])
    expect(page.find('[data-testid="event-raw"]').exists()).toBe(false)
    await press('event-unfold')
    const shown = page.get('[data-testid="event-raw"]').element.textContent
    expect(shown).toBe('{\n  "Event": "PACKAGE_AUDIT",\n  "id": 7301234567890123456\n}')
    await press('event-copy-raw')
    expect(writeText).toHaveBeenCalledWith(shown)
    await press('event-unfold')
    expect(page.find('[data-testid="event-raw"]').exists()).toBe(false)
  })

  it('whose handling failed says why and can be tried again, once at a time', async () => {
    const failed = { ...audit, handling: 'failed', trouble: '读不到版本列表' } as const
    const answer = later<CallResult<PlatformEvent>>()
    const { desk, page, press } = await open([failed], { 'events.retry': () => answer.promise })
    expect(page.get('[data-testid="event-row"]').text()).toContain('处理失败：读不到版本列表')
    await press('event-retry')
    await press('event-retry')
    expect(desk.names().filter((name) => name === 'events.retry')).toHaveLength(1)
    answer.give(ok({ ...failed, handling: 'done', trouble: null }))
    await flushPromises()
    expect(page.get('[data-testid="event-row"]').text()).toContain('已处理')
    expect(page.find('[data-testid="event-retry"]').exists()).toBe(false)
  })

  it('shows at its place why trying again failed', async () => {
    const { page, press } = await open([{ ...audit, handling: 'failed' }], {
      'events.retry': () => refused({ message: '没有连上平台' })
    })
    await press('event-retry')
    expect(page.get('[data-testid="event-row"] [data-testid="error-panel"]').text()).toContain('没有连上平台')
  })
})

describe('the chips', () => {
  it('narrow to the kinds that are pressed, and to none when the last one is taken back', async () => {
    const { titles, press, pressed } = await open([audit, category, ticket])
    expect(titles()).toEqual([audit.title, category.title])
    expect(pressed()).toEqual([])
    await press('events-kind-category')
    expect(titles()).toEqual([category.title])
    await press('events-kind-audit')
    expect(pressed()).toEqual(['审核', '类目'])
    await press('events-kind-category')
    await press('events-kind-audit')
    expect(titles()).toEqual([audit.title, category.title])
    expect(pressed()).toEqual([])
  })

  it('add the tickets to whatever is shown', async () => {
    const { titles, press, pressed } = await open([audit, category, ticket])
    await press('events-kind-ticket')
    expect(titles()).toEqual([audit.title, category.title, ticket.title])
    await press('events-kind-audit')
    expect(titles()).toEqual([audit.title, ticket.title])
    expect(pressed()).toEqual(['审核', '票据'])
    await press('events-kind-ticket')
    expect(titles()).toEqual([audit.title])
  })
})

describe('what is shown', () => {
  it('is marked as seen, also what arrives while the page is open, and its marks stay', async () => {
    const { keeper, desk, page } = await open([{ ...audit, seen: false }])
    expect(useEventsStore().unseen).toBe(0)
    expect(page.find('.new').exists()).toBe(true)
    const arrived = event('4', { seen: false })
    keeper.add(arrived)
    desk.send('platform.event', { event: arrived, unseen: 1 })
    await flushPromises()
    expect(keeper.unseen()).toBe(0)
    expect(page.findAll('.new')).toHaveLength(2)
  })

  it('is not taken for all there is while the filter hides something; a button marks the rest', async () => {
    const { keeper, desk, page, press } = await open([audit])
    await press('events-kind-category')
    const arrived = event('4', { seen: false })
    keeper.add(arrived)
    desk.send('platform.event', { event: arrived, unseen: 1 })
    await flushPromises()
    expect(page.get('[data-testid="events-unseen"]').text()).toBe('1 条未读')
    expect(keeper.unseen()).toBe(1)
    await press('events-mark-seen')
    expect(keeper.unseen()).toBe(0)
    expect(page.find('[data-testid="events-unseen"]').exists()).toBe(false)
  })
})

describe('an empty list', () => {
  it('says which events come and leads to where they are set up, before any came', async () => {
    const { router, page, press } = await open([])
    expect(page.text()).toContain('还没有收到事件')
    await press('events-to-account')
    expect(router.currentRoute.value.path).toBe('/accounts/practice')
  })

  it('says that only tickets came so far', async () => {
    const { page } = await open([ticket])
    expect(page.text()).toContain('还没有要看的事件')
  })

  it('offers to drop a filter that nothing fits', async () => {
    const { page, titles, press } = await open([audit])
    await press('events-kind-profile')
    expect(page.text()).toContain('没有符合的事件')
    await page.get('.empty-state button').trigger('click')
    await flushPromises()
    expect(titles()).toEqual([audit.title])
  })
})

it('shows why the events could not be read, and reads again', async () => {
  let isBroken = true
  const keeper = eventKeeper(audit)
  const { page, titles } = await open([], {
    'events.page': (input) => (isBroken ? refused({ message: '没有读到事件' }) : keeper.answers['events.page'](input))
  })
  expect(page.get('[data-testid="error-panel"]').text()).toContain('没有读到事件')
  isBroken = false
  await page.get('[data-testid="error-panel"] .retry').trigger('click')
  await flushPromises()
  expect(titles()).toEqual([audit.title])
})

describe('a merchant that is typed', () => {
  const known = [row({ appId: 'tt01', name: '云间' }), row({ appId: 'tt02', name: '云间民宿' })]

  it('is searched by name and app id, with no more suggestions than can be read', () => {
    expect(merchantSuggestions(known, ' TT02').map(({ name }) => name)).toEqual(['云间民宿'])
    expect(merchantSuggestions(rows(100), '')).toHaveLength(20)
  })

  it.each([
    ['云间', 'tt01'],
    ['民宿', 'tt02'],
    ['tt02 ', 'tt02'],
    ['tt99gone', 'tt99gone'],
    ['tt0', null],
    ['没有这家', null]
  ])('%j means %j', (typed, meant) => {
    expect(meantAppId(known, typed)).toBe(meant)
  })

  it('narrows the list on Enter, and asks again when it fits none', async () => {
    const other = event('5', { merchant: { appId: 'tt77', name: '别家' }, title: '别家的审核' })
    const { page, titles } = await open([other, audit])
    const field = page.get('[data-testid="events-merchant"] input, input[data-testid="events-merchant"]')
    await field.setValue('没有这家')
    await field.trigger('keydown', { key: 'Enter', code: 'Enter' })
    await flushPromises()
    expect(page.get('.problem').text()).toContain('请从列表里选一个商家')
    expect(titles()).toHaveLength(2)
    await field.setValue('tt77')
    await field.trigger('keydown', { key: 'Enter', code: 'Enter' })
    await flushPromises()
    expect(titles()).toEqual(['别家的审核'])
  })
})
