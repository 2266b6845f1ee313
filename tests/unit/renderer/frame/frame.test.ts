import type { DeskError } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import AppRail from '@/components/frame/AppRail.vue'
import NoticeStack from '@/components/frame/NoticeStack.vue'
import TopBar from '@/components/frame/TopBar.vue'
import { closeNotice, notices } from '@/components/frame/notices'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { row } from '../list/rows'
import { installDesk, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const nobody = { template: '<div />' }
const routes = ['/', '/merchants', '/settings'].map((path) => ({ path, component: nobody }))
const router = () => createRouter({ history: createMemoryHistory(), routes })

describe('the session', () => {
  it('follows what the main process tells of an account, and what it keeps of a setting', async () => {
    const info = practiceInfo({ state: 'untried' })
    const desk = installDesk({
      'app.info': () => ok(info),
      'settings.change': (change) => ok({ ...info.settings, theme: change.theme ?? 'system' })
    })
    const session = useSessionStore()
    await session.load()
    const [account] = info.accounts
    if (!account) throw new Error('no account')
    desk.send('account.changed', { account: { ...account, connection: { state: 'working', since: 5 } } })
    expect(session.account?.connection).toEqual({ state: 'working', since: 5 })
    await session.changeSettings({ theme: 'dark' })
    expect(session.settings?.theme).toBe('dark')
  })

  it('keeps the setting that stands where a change is refused', async () => {
    installDesk({ 'app.info': () => ok(practiceInfo()), 'settings.change': () => refused() })
    const session = useSessionStore()
    await session.load()
    expect((await session.changeSettings({ theme: 'dark' })).ok).toBe(false)
    expect(session.settings?.theme).toBe('system')
  })
})

describe('the rail', () => {
  it('counts what waits for the operator, and says what it is', async () => {
    const rejected = { version: '2', status: 'rejected', released: false, reason: '' } as const
    installDesk({
      'merchants.page': () => ok({ rows: [row({ audit: rejected })], total: 1, next: null }),
      'merchants.refreshStatus': () => refused()
    })
    const rail = mount(AppRail, { global: { plugins: [router()] } })
    expect(rail.find('.badge').exists()).toBe(false)
    await useMerchantsStore().load('practice')
    await flushPromises()
    expect(rail.get('.badge').text()).toContain('1 个审核未通过，0 个待发布')
  })
})

describe('the top bar', () => {
  const bar = (connection: Parameters<typeof practiceInfo>[0]) =>
    mount(TopBar, {
      props: { account: practiceInfo(connection).accounts[0] ?? null, progress: null },
      global: { plugins: [router()] }
    })

  it('hatches the practice environment and names it', () => {
    const top = bar({ state: 'working', since: 1 })
    expect(top.get('[data-testid="account-name"]').text()).toContain('演练环境')
    expect(top.findAll('.hatched').length).toBeGreaterThan(1)
  })

  it('says why the platform can not be reached', () => {
    const top = bar({ state: 'failing', since: 1, trouble: 'component_ticket 已过期' })
    expect(top.get('[data-testid="connection-state"]').text()).toContain('component_ticket 已过期')
  })

  it('shows a refresh with its progress while it runs', async () => {
    const top = bar({ state: 'working', since: 1 })
    expect(top.find('[role="progressbar"]').exists()).toBe(false)
    await top.setProps({ progress: { accountId: 'practice', total: 10, done: 4, failed: 1, running: true } })
    const ring = top.get('[role="progressbar"]')
    expect(ring.attributes('aria-valuenow')).toBe('4')
    expect(ring.attributes('aria-valuetext')).toBe('正在刷新商家：4 / 10，1 个失败')
  })
})

describe('notices', () => {
  afterEach(() => {
    for (const { key } of notices.value) closeNotice(key)
  })
  const error = (change: Partial<DeskError>): DeskError => ({
    code: 'credentials',
    message: '平台连不上',
    nextStep: '请检查',
    retryable: true,
    ...change
  })

  it('are never more than three, and the same one is there once', async () => {
    const desk = installDesk({})
    const stack = mount(NoticeStack)
    for (const message of ['一', '二', '三', '四', '四']) desk.send('notice', { error: error({ message }) })
    await flushPromises()
    expect(stack.findAll('[data-testid="notice"] h3').map((title) => title.text())).toEqual(['二', '三', '四'])
  })

  it('stay until they are closed', async () => {
    const desk = installDesk({})
    const stack = mount(NoticeStack)
    desk.send('notice', { error: error({ merchant: { appId: 'a', name: '甲' } }) })
    desk.send('notice', { error: error({ merchant: { appId: 'b', name: '乙' } }) })
    await flushPromises()
    await stack.get('[aria-label="关闭通知"]').trigger('click')
    expect(stack.findAll('[data-testid="notice"]').map((notice) => notice.text())).toEqual([
      expect.stringContaining('乙')
    ])
  })
})
