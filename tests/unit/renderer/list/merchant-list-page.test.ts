import type { MerchantRow } from '@shared/domain/merchant'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import MerchantListPage from '@/pages/merchants/MerchantListPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { requestSearch } from '@/composables/search-focus'
import { installDesk, ok, refused } from '../merchant/fake-desk'
import { practiceInfo } from '../common/app-info'
import { row, rows } from './rows'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const nobody = { template: '<div />' }

async function listOf(list: readonly MerchantRow[], info = practiceInfo()) {
  const desk = installDesk({
    'app.info': () => ok(info),
    'merchants.page': () => ok({ rows: list, total: list.length, next: null }),
    'merchants.refreshStatus': () => ok({ accountId: 'practice', total: 0, done: 0, failed: 0, running: false }),
    'merchants.read': () => refused({ code: 'timeout', message: '没有读到' })
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/merchants', component: nobody },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: nobody }
    ]
  })
  await router.push('/merchants')
  await useSessionStore().load()
  await useMerchantsStore().load('practice')
  const page = mount(MerchantListPage, { attachTo: document.body, global: { plugins: [router] } })
  await flushPromises()
  const lines = () => page.findAll('[data-testid="merchant-row"]')
  const search = async (query: string): Promise<void> => {
    const field = page.get('[data-testid="merchant-search"]')
    await (field.element.matches('input') ? field : field.get('input')).setValue(query)
  }
  const press = (key: string, more = {}) => page.get('[role="grid"]').trigger('keydown', { key, ...more })
  const active = () => page.get('[role="grid"]').attributes('aria-activedescendant')
  return { desk, router, page, lines, search, press, active }
}

it('draws only what is in sight, and tells how many rows there are', async () => {
  const { page, lines } = await listOf(rows(5_000))
  expect(lines().length).toBeGreaterThan(10)
  expect(lines().length).toBeLessThan(60)
  expect(page.get('[role="grid"]').attributes('aria-rowcount')).toBe('5001')
  expect(lines()[0]?.attributes('aria-rowindex')).toBe('2')
  expect(page.get('[data-testid="merchant-count"]').text()).toBe('5,000 个商家')
})

it('filters while typing and offers the way back where nothing is found', async () => {
  const { page, lines, search } = await listOf(rows(300))
  await search('00123')
  expect(lines().map((line) => line.attributes('data-app-id'))).toEqual(['tt00123'])
  expect(page.get('[data-testid="merchant-count"]').text()).toBe('1 / 300 个商家')
  await search('没有这个')
  expect(lines()).toHaveLength(0)
  expect(page.text()).toContain('没有符合的商家')
  await page.get('.empty-state button').trigger('click')
  expect(lines().length).toBeGreaterThan(10)
})

it('goes through the rows by keyboard and opens one with Enter', async () => {
  const { router, press, active } = await listOf(rows(300))
  await press('ArrowDown')
  expect(active()).toContain('tt00000')
  await press('ArrowDown')
  expect(active()).toContain('tt00001')
  await press('ArrowUp')
  await press('ArrowUp')
  expect(active()).toContain('tt00000')
  await press('End')
  expect(active()).toContain('tt00299')
  await press('PageUp')
  expect(active()).not.toContain('tt00299')
  await press('Home')
  await press('Enter')
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/merchants/practice/tt00000')
})

it('ticks rows with the space bar and all of them with Ctrl+A, and shows what can be done with them', async () => {
  const { page, press } = await listOf(rows(300))
  await press('ArrowDown')
  await press(' ')
  expect(page.get('[data-testid="selection-bar"]').text()).toContain('已选 1 个')
  await press('a', { ctrlKey: true })
  expect(page.get('[data-testid="selection-bar"]').text()).toContain('已选 300 个')
  await press('Escape')
  expect(page.find('[data-testid="selection-bar"]').exists()).toBe(false)
})

it('keeps the active row when the order changes', async () => {
  const { page, press, active } = await listOf(rows(20))
  await press('ArrowDown')
  const name = page.findAll('[role="columnheader"]')[1]
  await name?.get('button').trigger('click')
  await name?.get('button').trigger('click')
  expect(name?.attributes('aria-sort')).toBe('descending')
  expect(active()).toContain('tt00000')
})

it('shows skeletons and not an empty list as long as the platform was never asked', async () => {
  const { page } = await listOf([], practiceInfo({ state: 'untried' }))
  expect(page.find('.skeleton').exists()).toBe(true)
  expect(page.find('.empty-state').exists()).toBe(false)
  expect(page.get('[data-testid="merchant-count"]').text()).toBe('正在读取…')
})

it('says that there is nobody where the platform was asked', async () => {
  const { page } = await listOf([], practiceInfo({ state: 'working', since: 1 }))
  expect(page.text()).toContain('还没有商家')
})

it('says why there is nobody where the platform can not be reached', async () => {
  const { page } = await listOf([], practiceInfo({ state: 'failing', since: 1, trouble: 'component_ticket 已过期' }))
  expect(page.text()).toContain('component_ticket 已过期')
})

it('tells how a refresh of many ended, and finds those that failed', async () => {
  const { desk, page, lines } = await listOf([...rows(3), row({ appId: 'broken', name: '坏', readError: '超时' })])
  const progress = { accountId: 'practice', total: 4, failed: 1 }
  desk.send('refresh.progress', { ...progress, done: 2, running: true })
  await flushPromises()
  expect(page.get('[data-testid="refresh-outcome"]').text()).toBe('已刷新 2 / 4，1 个失败')
  expect(page.get('[data-testid="refresh-all"]').attributes('aria-disabled')).toBe('true')
  desk.send('refresh.progress', { ...progress, done: 4, running: false })
  await flushPromises()
  expect(page.get('[data-testid="refresh-outcome"]').text()).toContain('刷新完成：3 个成功，1 个失败')
  await page.get('[data-testid="refresh-outcome"] button').trigger('click')
  expect(lines().map((line) => line.attributes('data-app-id'))).toEqual(['broken'])
})

it('puts the focus into the search when it is asked for elsewhere', async () => {
  await listOf(rows(3))
  requestSearch()
  await vi.waitFor(() => expect(document.activeElement?.matches('input[type="search"]')).toBe(true))
})
