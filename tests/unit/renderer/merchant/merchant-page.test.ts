import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import MerchantPage from '@/pages/merchant/MerchantPage.vue'
import { installDesk, ok, refused } from './fake-desk'
import { merchant, merchantDetail } from './samples'

const unread = { reading: { value: null, readAt: null, error: null }, changes: [], running: null }

/** The page of a merchant that can not be read, at one of its tabs. */
async function pageAt(tab: string) {
  installDesk({
    'merchants.get': () => ok(merchantDetail({ versions: null }, null)),
    'merchants.read': () => refused({ code: 'authorization_lost', message: '读取商家没有成功' }),
    'profile.get': () => ok(unread),
    'profile.read': () => refused({ code: 'authorization_lost', message: '读取基本资料没有成功' }),
    'versions.timeline': () => ok({ entries: [], next: null })
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<div />' } }]
  })
  await router.push({ path: '/', query: { tab } })
  const page = mount(MerchantPage, { props: merchant, global: { plugins: [createPinia(), router, i18n] } })
  // The tab's part of the program is loaded when it is first shown.
  await vi.waitFor(() => expect(page.find('[data-testid="error-panel"]').exists()).toBe(true), { timeout: 4_000 })
  await flushPromises()
  return page
}

describe('the page of a merchant', () => {
  it.each([
    { tab: 'versions', message: '读取商家没有成功', refresh: 'merchant-refresh' },
    { tab: 'profile', message: '读取基本资料没有成功', refresh: 'facet-refresh' }
  ])('says once what could not be read, and offers one refresh: $tab', async ({ tab, message, refresh }) => {
    const page = await pageAt(tab)
    const panels = page.findAll('[data-testid="error-panel"]')
    expect(panels.map((panel) => panel.text().includes(message))).toEqual([true])
    const buttons = page.findAll('[data-testid="merchant-refresh"], [data-testid="facet-refresh"]')
    expect(buttons.map((button) => button.attributes('data-testid'))).toEqual([refresh])
  })
})
