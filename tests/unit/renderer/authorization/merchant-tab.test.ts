import type { AuthorizationDetail } from '@shared/domain/authorization'
import type { PermissionSet } from '@shared/domain/merchant'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import MerchantPage from '@/pages/merchant/MerchantPage.vue'
import { useSessionStore } from '@/stores/session'
import { installDesk, ok, refused } from '../merchant/fake-desk'
import { merchantDetail, versionList } from '../merchant/samples'
import { account, appInfo, detail, entry } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const nobody = { template: '<div />' }
const some: readonly PermissionSet[] = [{ id: 1, name: '开发管理权限' }]

type Options = {
  readonly shown?: AuthorizationDetail
  readonly granted?: readonly PermissionSet[]
  readonly state?: 'authorized' | 'lost'
  readonly current?: string
  readonly query?: string
  readonly answers?: Parameters<typeof installDesk>[0]
}

async function merchantPage(options: Options = {}) {
  const {
    shown = detail(),
    granted = detail().permissions,
    state = 'authorized',
    current = 'a1',
    answers = {}
  } = options
  const base = merchantDetail({ versions: versionList() }, Date.now())
  const authorization = { state, authorizedAt: 1, permissions: granted }
  const known = { ...base, profile: { ...base.profile, accountId: 'a1', authorization } }
  const desk = installDesk({
    'app.info': () => ({ ...ok({ ...appInfo([account(), account({ id: 'a2' })]), currentAccountId: current }) }),
    'merchants.get': () => ok(known),
    'versions.timeline': () => ok({ entries: [], next: null }),
    'authorization.detail': () => ok(shown),
    'authorization.rescue': () => ok(entry()),
    ...answers
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/merchants', component: nobody },
      { path: '/authorization', name: 'authorization', component: nobody },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: nobody }
    ]
  })
  await router.push(`/merchants/a1/tt0001${options.query ?? ''}`)
  await useSessionStore().load()
  const page = mount(MerchantPage, {
    attachTo: document.body,
    props: { accountId: 'a1', appId: 'tt0001' },
    global: { plugins: [router, i18n] }
  })
  await flushPromises()
  const has = (id: string) => page.find(`[data-testid="${id}"]`).exists()
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const openTab = async (): Promise<void> => {
    await get('tab-authorization').trigger('click')
    await vi.waitFor(() => expect(has('token-facts')).toBe(true))
  }
  return { desk, router, page, has, get, openTab }
}

describe('the tabs of a merchant', () => {
  it('start with the versions and lead to the authorisation, which the address remembers', async () => {
    const { has, router, openTab, get } = await merchantPage()
    expect(has('timeline')).toBe(true)
    await openTab()
    expect(router.currentRoute.value.fullPath).toBe('/merchants/a1/tt0001?tab=authorization')
    expect(has('timeline')).toBe(false)
    expect(get('tab-authorization').attributes('aria-current')).toBe('page')
  })

  it('open at the authorisation where the address says so', async () => {
    const { has } = await merchantPage({ query: '?tab=authorization' })
    await vi.waitFor(() => expect(has('token-facts')).toBe(true))
  })
})

describe("a merchant's head", () => {
  it('tells which needed sets are missing, and leads to the tab', async () => {
    const { get } = await merchantPage({ granted: some })
    expect(get('missing-permissions').text()).toBe('缺 2 个权限集')
    expect(get('missing-permissions').attributes('data-hint')).toBe('缺少：基本信息设置权限、运营管理权限')
    expect(get('missing-permissions').attributes('href')).toContain('tab=authorization')
  })

  it('tells of no missing sets where all are there, none was read, or the authorisation is lost', async () => {
    expect((await merchantPage()).has('missing-permissions')).toBe(false)
    expect((await merchantPage({ granted: [] })).has('missing-permissions')).toBe(false)
    const lost = await merchantPage({ granted: some, state: 'lost' })
    expect(lost.has('missing-permissions')).toBe(false)
    expect(lost.get('authorization-state').text()).toBe('授权失效')
  })
})

describe('the authorisation of a merchant', () => {
  it('names what was granted, and what does not work for want of a set', async () => {
    const { get, page, openTab } = await merchantPage({
      shown: detail({ permissions: [...some, { id: 99, name: '新权限' }] })
    })
    await openTab()
    const missing = page.findAll('[data-testid="missing-permission"]').map((each) => each.text())
    expect(missing).toHaveLength(2)
    expect(missing[0]).toContain('没有它不能用：基本资料')
    expect(page.findAll('[data-testid="granted-permission"]').map((each) => each.get('strong').text())).toEqual([
      '开发管理权限',
      '新权限'
    ])
    expect(get('authorization-tab').text()).toContain('权限只能增加，收回需解除授权后重新授权')
  })

  it('tells its history in words', async () => {
    const record = { at: 1, added: [], removed: [], actor: null }
    const history = [
      { ...record, id: '2', change: 'permissions', by: 'event', added: [{ id: 4, name: '数据分析权限' }] },
      { ...record, id: '1', change: 'rescued', by: 'operator', actor: '小林' }
    ] as const
    const { page, openTab } = await merchantPage({ shown: detail({ history }) })
    await openTab()
    const lines = page.findAll('[data-testid="authorization-record"]').map((each) => each.text())
    expect(lines[0]).toMatch(/权限集变更.*平台推送.*增加：数据分析权限/)
    expect(lines[1]).toMatch(/找回授权.*操作员 · 小林/)
  })

  it('is read again when it changed, for this merchant alone', async () => {
    const { desk, openTab } = await merchantPage()
    await openTab()
    const readings = () => desk.names().filter((name) => name === 'authorization.detail').length
    desk.send('authorization.changed', { entry: entry({ appId: 'other' }) })
    expect(readings()).toBe(1)
    desk.send('authorization.changed', { entry: entry() })
    expect(readings()).toBe(2)
  })

  it('is rescued by a button, which tells why it could not be', async () => {
    const answers = { 'authorization.rescue': () => refused({ message: '没有找回授权' }) }
    const { desk, get, openTab } = await merchantPage({ answers })
    await openTab()
    await get('rescue').trigger('click')
    await flushPromises()
    expect(desk.asked.find(({ name }) => name === 'authorization.rescue')?.input).toEqual({
      accountId: 'a1',
      appId: 'tt0001'
    })
    expect(get('error-panel').text()).toContain('没有找回授权')
  })

  it('leads to a new link for this merchant', async () => {
    const own = await merchantPage()
    await own.openTab()
    await own.get('send-link').trigger('click')
    await flushPromises()
    expect(own.router.currentRoute.value.fullPath).toBe('/authorization?for=tt0001')
  })

  it('says why there is no new link while another account is shown', async () => {
    const foreign = await merchantPage({ current: 'a2' })
    await foreign.openTab()
    await foreign.get('send-link').trigger('click')
    await flushPromises()
    expect(foreign.router.currentRoute.value.path).toBe('/merchants/a1/tt0001')
    expect(foreign.get('send-link').text()).toContain('请先在顶部切换到账号')
  })
})
