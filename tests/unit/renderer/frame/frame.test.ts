import type { AppInfo } from '@shared/contract'
import type { Account } from '@shared/domain/account'
import type { DeskError } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { useLeaveGuard } from '@/components/domains/use-leave-guard'
import AccountSwitcher from '@/components/frame/AccountSwitcher.vue'
import AppRail from '@/components/frame/AppRail.vue'
import NoticeStack from '@/components/frame/NoticeStack.vue'
import TopBar from '@/components/frame/TopBar.vue'
import { closeNotice, notices } from '@/components/frame/notices'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount, realAccount, ticketOfAge } from '../accounts/samples'
import { row } from '../list/rows'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const nobody = { template: '<div />' }
const paths = ['/', '/merchants', '/authorization', '/keeper', '/events', '/accounts', '/accounts/:id', '/settings']
const routes = paths.map((path) => ({ path, component: nobody }))
const router = () => createRouter({ history: createMemoryHistory(), routes })

describe('the session', () => {
  const info = infoOf([realAccount(), practiceAccount()])

  it('follows what the main process tells of an account, and what it keeps of a setting', async () => {
    const desk = installDesk({
      'app.info': () => ok(info),
      'settings.change': (change) => ok({ ...info.settings, theme: change.theme ?? 'system' })
    })
    const session = useSessionStore()
    await session.load()
    desk.send('account.changed', { account: realAccount({ connection: { state: 'working', since: 5 } }) })
    expect(session.account?.connection).toEqual({ state: 'working', since: 5 })
    await session.changeSettings({ theme: 'dark' })
    expect(session.settings?.theme).toBe('dark')
  })

  it('keeps the setting that stands where a change is refused', async () => {
    installDesk({ 'app.info': () => ok(info), 'settings.change': () => refused() })
    const session = useSessionStore()
    await session.load()
    expect((await session.changeSettings({ theme: 'dark' })).ok).toBe(false)
    expect(session.settings?.theme).toBe('system')
  })

  it('starts with the account of the last time, or the first where that is gone', async () => {
    const starting = async (currentAccountId: string | null) => {
      setActivePinia(createPinia())
      installDesk({ 'app.info': () => ok({ ...info, settings: { ...info.settings, currentAccountId } }) })
      await useSessionStore().load()
      return useSessionStore().account?.id
    }
    expect(await starting('practice')).toBe('practice')
    expect(await starting('gone')).toBe('real')
    expect(await starting(null)).toBe('real')
  })

  it('goes on with a chosen account before the choice is kept, and while others are kept late', async () => {
    const answers: (() => void)[] = []
    installDesk({
      'app.info': () => ok(info),
      'settings.change': ({ currentAccountId = null }) =>
        new Promise((resolve) => answers.push(() => resolve(ok({ ...info.settings, currentAccountId }))))
    })
    const session = useSessionStore()
    await session.load()
    void session.select('practice')
    expect(session.account?.id).toBe('practice')
    void session.select('real')
    for (const answer of answers.reverse()) answer()
    await flushPromises()
    expect(session.account?.id).toBe('real')
  })

  it('drops an answer that is older than what the main process told since', async () => {
    const answer = later<ReturnType<typeof ok<AppInfo>>>()
    const desk = installDesk({ 'app.info': () => answer.promise })
    const session = useSessionStore()
    const loaded = session.load()
    desk.send('app.changed', { info })
    answer.give(ok(infoOf([practiceAccount()])))
    await loaded
    expect(session.realAccounts.map(({ id }) => id)).toEqual(['real'])
  })

  it('does not bring an account back that was removed', async () => {
    const desk = installDesk({ 'app.info': () => ok(info) })
    const session = useSessionStore()
    await session.load()
    desk.send('app.changed', { info: infoOf([practiceAccount()]) })
    desk.send('account.changed', { account: realAccount() })
    expect(session.realAccounts).toEqual([])
    expect(session.account?.id).toBe('practice')
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

  it.each([
    ['/merchants', '商家', 'page'],
    ['/merchants/practice/tt01', '商家', 'true'],
    ['/drift', '发布', 'true'],
    ['/batches/new/icon', '发布', 'true'],
    ['/rollouts/practice/r1/report', '发布', 'true'],
    ['/accounts/real/diagnosis', '账号', 'true']
  ])('marks the section that a page belongs to: %s', async (path, text, current) => {
    installDesk({})
    const pages = router()
    pages.addRoute({ path: '/:rest(.*)*', component: nobody })
    const rail = mount(AppRail, { global: { plugins: [pages] } })
    await pages.push(path)
    expect(rail.findAll('[aria-current]').map((entry) => [entry.text(), entry.attributes('aria-current')])).toEqual([
      [text, current]
    ])
  })
})

describe('the top bar', () => {
  const bar = (account: Account) =>
    mount(TopBar, { props: { account, progress: null }, global: { plugins: [router()] }, attachTo: document.body })
  const state = (top: ReturnType<typeof bar>, name: string) => top.find(`[data-state="${name}"]`)

  it('hatches the practice environment and names it', () => {
    const top = bar(practiceAccount())
    expect(top.get('[data-testid="account-name"]').text()).toContain('演练环境')
    expect(top.findAll('.hatched').length).toBeGreaterThan(1)
  })

  it('says why the platform can not be reached, and leads to the account', () => {
    const top = bar(realAccount({ connection: { state: 'failing', since: 1, trouble: '网络不通' } }))
    const link = top.get('[data-testid="connection-state"]')
    expect(link.text()).toContain('网络不通')
    expect(link.attributes('href')).toBe('/accounts/real')
  })

  it('shows the age of the ticket, and warns where no new one came for an hour', async () => {
    const top = bar(realAccount())
    expect(state(top, 'ticket').text()).toContain('票据 12 分钟前')
    expect(state(top, 'ticket').classes()).toContain('is-success')
    await top.setProps({ account: realAccount({ ticket: ticketOfAge(61) }) })
    expect(state(top, 'ticket').classes()).toContain('is-warning')
    await top.setProps({ account: realAccount({ ticket: ticketOfAge(181) }) })
    expect(state(top, 'ticket').classes()).toContain('is-danger')
  })

  it('has a word for sharing only where others are at work', async () => {
    const top = bar(realAccount())
    expect(state(top, 'sharing').exists()).toBe(false)
    await top.setProps({ account: realAccount({ sharing: { role: 'reader', heldBy: '前台' } }) })
    expect(state(top, 'sharing').text()).toContain('共用中')
  })

  it('shows a refresh with its progress while it runs', async () => {
    const top = bar(realAccount())
    expect(top.find('[role="progressbar"]').exists()).toBe(false)
    await top.setProps({ progress: { accountId: 'real', total: 10, done: 4, failed: 1, running: true } })
    const ring = top.get('[role="progressbar"]')
    expect(ring.attributes('aria-valuenow')).toBe('4')
    expect(ring.attributes('aria-valuetext')).toBe('正在刷新商家：4 / 10，1 个失败')
  })
})

describe('the account switcher', () => {
  const choice = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
  async function opened() {
    const real = realAccount({ secrets: 'missing' })
    const desk = installDesk({
      'app.info': () => ok(infoOf([practiceAccount(), real])),
      'settings.change': () => refused({ message: '没有存下' })
    })
    await useSessionStore().load()
    const pages = router()
    const switcher = mount(AccountSwitcher, {
      props: { account: practiceAccount() },
      global: { plugins: [pages] },
      attachTo: document.body
    })
    await switcher.get('[data-testid="account-switcher"]').trigger('click')
    await flushPromises()
    await vi.waitFor(() => expect(choice('account-add')).not.toBeNull())
    return { desk, pages }
  }

  it('names every account, and marks the one in trouble', async () => {
    await opened()
    expect(choice('account-choice-real')?.textContent).toContain('tt5f9a0b1c2d3e4f50')
    expect(choice('account-choice-real')?.textContent).toContain('密钥不在这台电脑上')
    expect(choice('account-choice-practice')?.querySelector('.hatched')).not.toBeNull()
    expect(choice('account-choice-practice')?.textContent).toContain('现在的账号')
  })

  it('goes to the merchants of the chosen one at once, and tells where the choice was not kept', async () => {
    const { desk, pages } = await opened()
    choice('account-choice-real')?.click()
    await flushPromises()
    expect(useSessionStore().account?.id).toBe('real')
    expect(pages.currentRoute.value.path).toBe('/merchants')
    expect(desk.asked.at(-1)?.input).toEqual({ currentAccountId: 'real' })
    expect(notices.value.map(({ error }) => error.message)).toEqual(['没有存下'])
    for (const { key } of notices.value) closeNotice(key)
  })

  it('switches where the merchants are shown already', async () => {
    const { pages } = await opened()
    await pages.push('/merchants')
    choice('account-choice-real')?.click()
    await flushPromises()
    expect(useSessionStore().account?.id).toBe('real')
    for (const { key } of notices.value) closeNotice(key)
  })

  it('lets a page with something typed ask first, and stays with the account where it is kept', async () => {
    const { desk, pages } = await opened()
    const asks: (string | undefined)[] = []
    const typing = defineComponent(() => {
      const stay = () => Promise.resolve(asks.push(useSessionStore().account?.id) > 1)
      useLeaveGuard(() => true, stay)
      return () => h('div')
    })
    pages.addRoute({ path: '/typing', component: typing })
    mount(RouterView, { global: { plugins: [pages] } })
    await pages.push('/typing')
    choice('account-choice-real')?.click()
    await flushPromises()
    expect(useSessionStore().account?.id).toBe('practice')
    expect(pages.currentRoute.value.path).toBe('/typing')
    expect(desk.asked.map(({ name }) => name)).not.toContain('settings.change')

    choice('account-choice-real')?.click()
    await flushPromises()
    expect(asks).toEqual(['practice', 'practice'])
    expect(useSessionStore().account?.id).toBe('real')
    for (const { key } of notices.value) closeNotice(key)
  })

  it('leads to the guide that connects a new account', async () => {
    const { pages } = await opened()
    choice('account-add')?.click()
    await flushPromises()
    expect(pages.currentRoute.value.fullPath).toBe('/connect')
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
