import type { KeeperEntry } from '@shared/domain/authorization'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { closeNotice, notices } from '@/components/frame/notices'
import { i18n } from '@/i18n'
import KeeperPage from '@/pages/authorization/KeeperPage.vue'
import { byDanger } from '@/pages/authorization/keeper/keeper-list'
import { remainingLife } from '@/pages/authorization/keeper/keeper-words'
import { useSessionStore } from '@/stores/session'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { account, appInfo, dayMs, entries, entry, hourMs } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
  for (const { key } of notices.value) closeNotice(key)
})

const nobody = { template: '<div />' }

const appIdOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'appId' in input ? input.appId : undefined

async function keeperOf(list: readonly KeeperEntry[], answers: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk({
    'app.info': () => ok(appInfo([account(), account({ id: 'a2', name: '另一个' })])),
    'authorization.keeper': ({ accountId }) => ok(accountId === 'a1' ? list : []),
    'authorization.rescue': ({ appId }) => ok(entry({ appId, name: `商家 ${appId}` })),
    ...answers
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/keeper', component: nobody },
      { path: '/authorization', name: 'authorization', component: nobody },
      { path: '/accounts/:accountId', component: nobody },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: nobody }
    ]
  })
  await router.push('/keeper')
  const session = useSessionStore()
  await session.load()
  const page = mount(KeeperPage, { attachTo: document.body, global: { plugins: [router, i18n] } })
  await flushPromises()
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const rows = () => page.findAll('[data-testid="keeper-row"]')
  const ids = () => rows().map((line) => line.attributes('data-app-id'))
  const line = (appId: string) => page.get(`[data-app-id="${appId}"]`)
  const search = (text: string) => page.get('input[type="search"]').setValue(text)
  const key = (name: string) => page.get('[role="grid"]').trigger('keydown', { key: name })
  const rescued = () =>
    desk.asked.filter(({ name }) => name === 'authorization.rescue').map(({ input }) => appIdOf(input))
  return { desk, router, session, page, get, rows, ids, line, search, key, rescued }
}

const troubled = [
  entry({ appId: 'fine', name: '安好' }),
  entry({ appId: 'soon', name: '将至', danger: 'soon', refreshExpiresAt: Date.now() + 3 * dayMs + hourMs }),
  entry({ appId: 'gone', name: '已去', danger: 'lost' }),
  entry({ appId: 'over', name: '已了', danger: 'ended', trouble: '刷新令牌已失效' })
]

describe('the list', () => {
  it('draws only what is in sight of 5,000', async () => {
    const { page, rows } = await keeperOf(entries(5000))
    expect(rows().length).toBeGreaterThan(10)
    expect(rows().length).toBeLessThan(60)
    expect(page.get('[role="grid"]').attributes('aria-rowcount')).toBe('5001')
  })

  it('has those in danger first, with the time that is left and what went wrong', async () => {
    const { ids, line, get } = await keeperOf(troubled)
    expect(ids()).toEqual(['gone', 'over', 'soon', 'fine'])
    expect(line('soon').text()).toContain('3 天')
    expect(line('over').get('[data-testid="keeper-trouble"]').text()).toBe('刷新令牌已失效')
    expect(get('danger-lost').text()).toBe('授权失效 1')
  })

  it('is narrowed by danger and by name or app id', async () => {
    const { get, ids, page, search } = await keeperOf(troubled)
    await get('danger-lost').trigger('click')
    await get('danger-soon').trigger('click')
    expect(ids()).toEqual(['gone', 'soon'])
    await search('已去')
    expect(ids()).toEqual(['gone'])
    await search('没有这个')
    await page.get('.empty-state button').trigger('click')
    expect(ids()).toHaveLength(4)
  })

  it('follows what changes, of this account alone', async () => {
    const { desk, ids } = await keeperOf(troubled)
    desk.send('authorization.changed', { entry: entry({ appId: 'fine', danger: 'lost', refreshExpiresAt: 1 }) })
    desk.send('authorization.changed', { entry: entry({ appId: 'foreign', accountId: 'a2', danger: 'lost' }) })
    await vi.waitFor(() => expect(ids()).toEqual(['fine', 'gone', 'over', 'soon']))
  })

  it('is read anew for another account', async () => {
    const { session, page } = await keeperOf(troubled)
    session.info = appInfo([account({ id: 'a2' })])
    await flushPromises()
    expect(page.text()).toContain('还没有商家授权')
  })

  it('shows skeletons before the first answer, and a failure with a way to try again', async () => {
    const answer = later<CallResult<readonly KeeperEntry[]>>()
    const { page } = await keeperOf([], { 'authorization.keeper': () => answer.promise })
    expect(page.find('.skeleton').exists()).toBe(true)
    answer.give(refused())
    await flushPromises()
    expect(page.find('.skeleton').exists()).toBe(false)
    expect(page.get('[data-testid="error-panel"]').text()).toContain('重试')
  })

  it('works by keyboard: arrows, R rescues, L sends a link, Enter opens', async () => {
    const { key, rescued, router } = await keeperOf(troubled)
    await key('ArrowDown')
    await key('ArrowDown')
    await key('r')
    await flushPromises()
    expect(rescued()).toEqual(['over'])
    await key('Home')
    await key('Enter')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/merchants/a1/gone?tab=authorization')
    await key('l')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/authorization?for=gone')
  })
})

describe('rescuing one', () => {
  it('is done once however often it is pressed, and the line changes with the answer', async () => {
    const answer = later<CallResult<KeeperEntry>>()
    const { line, rescued } = await keeperOf(troubled, { 'authorization.rescue': () => answer.promise })
    await line('over').get('[data-testid="keeper-rescue"]').trigger('click')
    await line('over').get('[data-testid="keeper-rescue"]').trigger('click')
    answer.give(ok(entry({ appId: 'over', name: '已了' })))
    await vi.waitFor(() => expect(line('over').attributes('data-danger')).toBe('none'))
    expect(rescued()).toEqual(['over'])
  })

  it('tells in the corner and in the line why it failed', async () => {
    const answers = { 'authorization.rescue': () => refused({ reason: '商家已解除授权' }) }
    const { line } = await keeperOf(troubled, answers)
    await line('gone').get('[data-testid="keeper-rescue"]').trigger('click')
    await flushPromises()
    expect(line('gone').get('[data-testid="keeper-trouble"]').text()).toBe('商家已解除授权')
    expect(notices.value).toHaveLength(1)
  })
})

describe('rescuing all that ended', () => {
  const ended = ['e1', 'e2', 'e3'].map((appId) => entry({ appId, name: appId, danger: 'ended' }))

  it('goes one after the other and counts', async () => {
    const answers = {
      'authorization.rescue': ({ appId }: { appId: string }) => (appId === 'e2' ? refused() : ok(entry({ appId })))
    }
    const { get, rescued } = await keeperOf([...ended, entry()], answers)
    expect(get('rescue-all').text()).toContain('3 个令牌失效')
    await get('rescue-all').trigger('click')
    await flushPromises()
    expect(rescued()).toEqual(['e1', 'e2', 'e3'])
    expect(get('rescue-progress').text()).toBe('完成：找回 2 个，1 个失败')
  })

  it("stops after the present one at the operator's wish", async () => {
    const answer = later<CallResult<KeeperEntry>>()
    const { get, rescued } = await keeperOf(ended, { 'authorization.rescue': () => answer.promise })
    await get('rescue-all').trigger('click')
    await get('rescue-stop').trigger('click')
    expect(get('rescue-stop').text()).toBe('正在停止')
    answer.give(ok(entry({ appId: 'e1' })))
    await flushPromises()
    expect(rescued()).toEqual(['e1'])
    expect(get('rescue-progress').text()).toContain('还有 2 个没有找回')
  })

  it('stops where the next one would fail as well, and says why', async () => {
    const answers = { 'authorization.rescue': () => refused({ code: 'credentials', message: '账号不能使用' }) }
    const { get, rescued } = await keeperOf(ended, answers)
    await get('rescue-all').trigger('click')
    await flushPromises()
    expect(rescued()).toEqual(['e1'])
    expect(get('error-panel').text()).toContain('账号不能使用')
  })

  it('ends when the page is left', async () => {
    const answer = later<CallResult<KeeperEntry>>()
    const { get, page, rescued } = await keeperOf(ended, { 'authorization.rescue': () => answer.promise })
    await get('rescue-all').trigger('click')
    page.unmount()
    answer.give(ok(entry({ appId: 'e1' })))
    await flushPromises()
    expect(rescued()).toEqual(['e1'])
  })
})

it('sorts by danger and then by what ends first, and keeps the rest as it was', () => {
  const list = [
    entry({ appId: 'b', refreshExpiresAt: 20 }),
    entry({ appId: 'never', refreshExpiresAt: null }),
    entry({ appId: 'a', refreshExpiresAt: 10 }),
    entry({ appId: 'lost', danger: 'lost', refreshExpiresAt: null })
  ]
  expect(byDanger(list).map(({ appId }) => appId)).toEqual(['lost', 'a', 'b', 'never'])
})

it('tells a remaining life in days, and in its last day in hours', () => {
  expect(remainingLife(30 * dayMs, 0)).toBe('30 天')
  expect(remainingLife(dayMs - 1, 0)).toBe('23 小时')
  expect(remainingLife(hourMs - 1, 0)).toBe('不到 1 小时')
  expect(remainingLife(5, 5)).toBe('已到期')
  expect(remainingLife(null, 0)).toBe('—')
})
