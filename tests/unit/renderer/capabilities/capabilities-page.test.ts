import type { CapabilityRow, CapabilityState } from '@shared/domain/capability'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import CapabilitiesPage from '@/pages/capabilities/CapabilitiesPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { routerToPlan } from '../batches/samples'
import { practiceInfo } from '../common/app-info'
import { row } from '../list/rows'
import { ok, refused } from '../merchant/fake-desk'
import { installFileDesk } from '../upload/files'
import { capability, detail, matrixRow } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => document.body.replaceChildren())

const columns = [
  { key: 'live', name: '直播自主挂载', way: 'general' },
  { key: 'phone_number', name: '获取手机号', way: 'automatic' }
] as const
const live = (state: CapabilityState | null, reason = '') => ({ live: { state, reason } })

/** 甲 may apply, 乙 has it, 丙 was refused, 丁 was never read, 戊 is lost and never read. */
const merchants = ['1 甲', '2 乙', '3 丙', '4 丁', '5 戊'].map((name, place) =>
  row({ appId: `tt0${place}`, name, authorization: name === '5 戊' ? 'lost' : 'authorized' })
)
const some: readonly CapabilityRow[] = [
  matrixRow('tt00', live('can_apply')),
  matrixRow('tt01', { ...live('granted'), phone_number: { state: 'granted', reason: '' } }),
  matrixRow('tt02', live('rejected', '截图不清楚')),
  matrixRow('tt03', null),
  matrixRow('tt04', null)
]
const readOnce = [...some.slice(0, 4), matrixRow('tt04', live('can_apply'))]

async function pageOf(answers: Parameters<typeof installFileDesk>[0] = {}, list = merchants, rows = some) {
  setActivePinia(createPinia())
  const desk = installFileDesk({
    'app.info': () => ok(practiceInfo()),
    'merchants.page': () => ok({ rows: list, total: list.length, next: null }),
    'merchants.refreshStatus': () => ok({ accountId: 'practice', total: 0, done: 0, failed: 0, running: false }),
    'capabilities.matrix': () => ok({ capabilities: columns, rows }),
    'capabilities.refresh': ({ appIds }) => ok({ asked: appIds.length }),
    'capabilities.get': () => ok(detail([capability('live', { name: '直播自主挂载' })])),
    ...answers
  })
  const router = routerToPlan()
  await useSessionStore().load()
  await useMerchantsStore().load('practice')
  const page = mount(CapabilitiesPage, { attachTo: document.body, global: { plugins: [router] } })
  await flushPromises()
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const all = (id: string) => page.findAll(`[data-testid="${id}"]`)
  const press = async (id: string) => {
    await get(id).trigger('click')
    await flushPromises()
  }
  const lineOf = (appId: string) => page.get(`[data-testid="matrix-row"][data-app-id="${appId}"]`)
  const shown = () => all('matrix-row').map((line) => line.attributes('data-app-id'))
  const tick = async (appId: string, shiftKey = false) => {
    await lineOf(appId).get('[data-testid="matrix-tick"]').trigger('click', { shiftKey })
  }
  const key = (name: string, more = {}) => get('matrix-grid').trigger('keydown', { key: name, ...more })
  return { desk, page, router, get, all, press, lineOf, shown, tick, key }
}

describe('the matrix', () => {
  it('shows each capability of each merchant by its state, with the reason and the age on hover', async () => {
    const { lineOf } = await pageOf()
    const cells = (appId: string) => lineOf(appId).findAll('[data-testid="matrix-cell"]')
    expect(cells('tt01').map((cell) => cell.text())).toEqual(['已开通', '已开通'])
    expect(cells('tt02').map((cell) => cell.text())).toEqual(['未通过', '没有这项'])
    expect(cells('tt03').map((cell) => cell.text())).toEqual(['未读取', '未读取'])
    expect(cells('tt02')[0]?.attributes('data-hint')).toMatch(
      /3 丙 · 直播自主挂载：未通过\n原因：截图不清楚\n.*1970.*读取/
    )
  })

  it('is filtered by search and by the state of a chosen capability', async () => {
    const { page, get, shown } = await pageOf()
    await get('matrix-search').setValue('tt02')
    expect(shown()).toEqual(['tt02'])
    expect(get('matrix-count').text()).toBe('1 / 5 个商家')
    await get('matrix-search').setValue('')
    await get('matrix-capability').setValue('live')
    await page.findAll('.filter-chip .open')[1]?.trigger('click')
    for (const state of ['granted', 'unread']) {
      document.querySelector<HTMLInputElement>(`.choices input[value="${state}"]`)?.click()
      await flushPromises()
    }
    expect(shown()).toEqual(['tt01', 'tt03', 'tt04'])
  })

  it('has those read that never were, except those whose authorisation is lost, and follows as they come', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    let read = some
    const { desk, get, all, press, lineOf } = await pageOf({
      'capabilities.matrix': () => ok({ capabilities: columns, rows: read })
    })
    expect(get('matrix-read-unread').text()).toBe('读取 1 个商家')
    await press('matrix-read-unread')
    expect(desk.inputs('capabilities.refresh')).toEqual([{ accountId: 'practice', appIds: ['tt03'] }])
    expect(get('matrix-pending').text()).toBe('正在读取，还剩 1 个')
    read = some.map((each) => (each.appId === 'tt03' ? matrixRow('tt03', live('can_apply')) : each))
    desk.send('merchants.changed', { accountId: 'practice', rows: merchants.slice(3, 4) })
    await vi.advanceTimersByTimeAsync(1000)
    await flushPromises()
    expect(all('matrix-pending')).toEqual([])
    expect(lineOf('tt03').text()).toContain('可申请')
    vi.useRealTimers()
  })

  it('picks those of the listed merchants that may apply for the chosen capability', async () => {
    const { get, press } = await pageOf()
    expect(get('matrix-pick').attributes('data-hint')).toBe('请先选一项能力')
    await press('matrix-column-live')
    await press('matrix-pick')
    expect(get('matrix-bar').text()).toContain('已选 1 个')
  })

  it('leaves out those whose authorisation is lost, whatever was read of them before', async () => {
    const { desk, get, press, tick } = await pageOf({}, merchants, readOnce)
    await press('matrix-column-live')
    expect(get('matrix-pick').text()).toBe('选出可申请的 1 个')
    for (const appId of ['tt01', 'tt04']) await tick(appId)
    await press('matrix-read-selected')
    expect(desk.inputs('capabilities.refresh')).toEqual([{ accountId: 'practice', appIds: ['tt01'] }])
  })

  it('goes from cell to cell by arrows, ticks with space, and opens the tab with Enter', async () => {
    const { key, page, router, get, shown } = await pageOf()
    const active = () => page.find('.is-active').attributes()
    for (const name of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await key(name)
    expect(active()).toMatchObject({ 'data-capability': 'phone_number', 'data-state': 'granted' })
    expect(get('matrix-grid').attributes('aria-activedescendant')).toBe(active()['id'])
    await key(' ')
    expect(get('matrix-bar').text()).toContain('已选 1 个')
    await key('ArrowDown')
    await key('ArrowDown')
    await key(' ', { shiftKey: true })
    expect(get('matrix-bar').text()).toContain('已选 3 个')
    await key('Escape')
    await key('ArrowUp')
    await key('Enter')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/merchants/practice/tt02?tab=capabilities')
    expect(shown()).toHaveLength(5)
  })

  it('draws what is in sight alone of five thousand merchants', async () => {
    const many = Array.from({ length: 5000 }, (_, place) => row({ appId: `m${place}`, name: `商家 ${place}` }))
    const { all, get } = await pageOf({}, many, [])
    expect(get('matrix-count').text()).toBe('5,000 个商家')
    expect(all('matrix-row').length).toBeLessThan(60)
  })

  it('says what failed, and reads again', async () => {
    let tries = 0
    const { get, shown } = await pageOf({
      'capabilities.matrix': () =>
        ++tries === 1 ? refused({ message: '没有读到能力' }) : ok({ capabilities: columns, rows: some })
    })
    expect(get('error-panel').text()).toContain('没有读到能力')
    await get('error-panel').get('.retry').trigger('click')
    await flushPromises()
    expect(shown()).toHaveLength(5)
  })
})

describe('a bulk application', () => {
  async function openedFor(appIds: readonly string[], answers: Parameters<typeof pageOf>[0] = {}) {
    const page = await pageOf(answers)
    for (const appId of appIds) await page.tick(appId)
    await page.press('matrix-apply')
    await page.get('bulk-capability').setValue('live')
    await flushPromises()
    return page
  }

  it('previews for how many it is, and what becomes of the others', async () => {
    const { get } = await openedFor(['tt00', 'tt01', 'tt02', 'tt03', 'tt04'])
    expect(get('bulk-apply-count').text()).toBe('2 个会申请')
    expect(get('bulk-there').text()).toContain('1 个已开通或申请中')
    expect(get('bulk-cannot').text()).toContain('1 个现在不能申请')
    expect(get('bulk-unread').text()).toContain('另外 1 个没有读取过')
    await get('bulk-with-unread').setValue(true)
    expect(get('change-submit').text()).toContain('为 3 个商家申请')
  })

  it('hands one form for those that may apply to the plan page', async () => {
    const { get, press, router } = await openedFor(['tt00', 'tt01'])
    expect(get('change-submit').attributes('data-hint')).toBe('申请理由：请填写申请理由')
    await get('application-reason').setValue('门店直播')
    await get('answer-scene').setValue('每晚开播')
    await press('change-submit')
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/rollouts/new'))
    const answers = [{ key: 'scene', texts: ['每晚开播'], files: [] }]
    expect(useRolloutDraft().take('practice')).toEqual({
      ...{ accountId: 'practice', appIds: ['tt00'], staged: [] },
      work: { kind: 'capability', key: 'live', name: '直播自主挂载', reason: '门店直播', answers }
    })
  })

  it('offers none that nobody has to apply for, and goes no further for merchants that have it', async () => {
    const { get } = await openedFor(['tt01'])
    expect(get('bulk-capability').text()).not.toContain('获取手机号')
    expect(get('change-submit').attributes('data-hint')).toBe('选中的商家里没有可以申请的')
  })
})
