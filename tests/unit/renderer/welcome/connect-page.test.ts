import { defaultSettings, type Settings } from '@shared/domain/settings'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import ConnectPage from '@/pages/welcome/connect/ConnectPage.vue'
import { useConnectMemory } from '@/pages/welcome/connect/connect-memory'
import { useSessionStore } from '@/stores/session'
import { infoOf, noTicket, practiceAccount, realAccount, ticketOfAge } from '../accounts/samples'
import { installDesk, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const key = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO+/'
const saved = realAccount({ ticket: noTicket })
const typed = { name: '茶饮', componentAppId: saved.componentAppId, secret: 'app-secret' }

async function opened(answers: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk({
    'app.info': () => ok(infoOf([practiceAccount()])),
    'settings.change': (change) => ok({ ...defaultSettings, ...(change as Partial<Settings>) }),
    'accounts.add': () => ok(saved),
    'accounts.diagnose': ({ accountId }) => ok({ accountId, startedAt: 0, finishedAt: 1, steps: [] }),
    'authorization.links': () => ok({ links: [], createdToday: 0, createLimit: 50 }),
    ...answers
  })
  await useSessionStore().load()
  const paths = ['/', '/today', '/merchants', '/accounts/:id']
  const routes = paths.map((path) => ({ path, component: { template: '<div />' } }))
  const pages = createRouter({ history: createMemoryHistory(), routes })
  const show = () => mount(ConnectPage, { global: { plugins: [pages, i18n] }, attachTo: document.body })
  return { desk, pages, show }
}

type Page = Awaited<ReturnType<typeof opened>>['show'] extends () => infer Shown ? Shown : never

async function press(page: Page, id: string): Promise<void> {
  await page.get(`[data-testid="${id}"]`).trigger('click')
  await flushPromises()
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    await page.get(`[data-testid="account-${name}"]`).setValue(text)
  }
}

async function toTicket(page: Page): Promise<void> {
  await press(page, 'connect-next')
  await fill(page, typed)
  await press(page, 'connect-next')
  await fill(page, { messageToken: 'token', messageKey: key })
  await press(page, 'connect-next')
}

const at = (page: Page, step: string): boolean => page.find(`[data-testid="connect-${step}"]`).exists()

describe('the guided connection', () => {
  it('says where each value stands, and goes on from a step only when it is filled in', async () => {
    const { show } = await opened()
    const page = show()
    expect(page.text()).toContain('开发配置 → 密钥管理')
    await press(page, 'connect-next')
    await press(page, 'connect-next')
    expect(at(page, 'application')).toBe(true)
    expect(page.get('[data-testid="connect-next"]').text()).toContain('请填写名称')
    await fill(page, typed)
    await press(page, 'connect-next')
    await fill(page, { messageToken: 'token', messageKey: key.slice(1) })
    expect(page.get('[data-testid="connect-next"]').text()).toContain('现在是 42 个')
    expect(page.get('[data-testid="connect-step-ticket"]').attributes('disabled')).toBeDefined()
  })

  it('explains the way that is chosen, saves with it, and works with that account', async () => {
    const { desk, show } = await opened()
    const page = show()
    await toTicket(page)
    expect(page.get('[data-testid="connect-way"]').text()).toContain('授权事件接收 URL')
    await page.get('[data-testid="account-source-paste"]').trigger('change')
    expect(page.get('[data-testid="connect-way"]').text()).toContain('粘贴')
    await press(page, 'connect-next')
    expect(desk.asked.find(({ name }) => name === 'accounts.add')?.input).toMatchObject({
      name: '茶饮',
      secret: 'app-secret',
      settings: { ticketSource: 'paste' }
    })
    expect(useSessionStore().account?.id).toBe('real')
    expect(page.find('[data-testid="ticket-text"]').exists()).toBe(true)
    expect(page.get('[data-testid="connect-next"]').text()).toBe('先去检查看看缺什么')
  })

  it('takes a refusal to the step of its field', async () => {
    const fields = { componentAppId: '这个应用已经添加过' }
    const { show } = await opened({ 'accounts.add': () => refused({ code: 'invalid_input', fields }) })
    const page = show()
    await toTicket(page)
    await press(page, 'connect-next')
    expect(at(page, 'application')).toBe(true)
    expect(page.text()).toContain('这个应用已经添加过')
  })

  it('shows another failure where it was saved, and forgets nothing', async () => {
    const { show } = await opened({ 'accounts.add': () => refused({ code: 'storage', message: '磁盘满了' }) })
    const page = show()
    await toTicket(page)
    await press(page, 'connect-next')
    expect(at(page, 'ticket')).toBe(true)
    expect(page.get('[data-testid="error-panel"]').text()).toContain('磁盘满了')
  })

  it('keeps what was typed while one is away, no secret anywhere, and comes back where one is missing', async () => {
    const { show } = await opened()
    const page = show()
    await toTicket(page)
    page.unmount()
    const kept = JSON.stringify([useConnectMemory().$state, { ...localStorage }])
    expect(kept).toContain('茶饮')
    for (const secret of ['app-secret', key, '"token"']) expect(kept).not.toContain(secret)
    const again = show()
    expect(again.find('[data-testid="connect-lost-secrets"]').exists()).toBe(true)
    expect(again.get<HTMLInputElement>('[data-testid="account-name"]').element.value).toBe('茶饮')
    expect(again.get<HTMLInputElement>('[data-testid="account-secret"]').element.value).toBe('')
  })

  it('comes back to a saved account at the step where one was, and checks again when a ticket comes', async () => {
    const { desk, show } = await opened()
    const page = show()
    await toTicket(page)
    await press(page, 'connect-next')
    await press(page, 'connect-next')
    expect(at(page, 'test')).toBe(true)
    page.unmount()
    const again = show()
    await flushPromises()
    expect(at(again, 'test')).toBe(true)
    const checks = () => desk.names().filter((name) => name === 'accounts.diagnose').length
    const before = checks()
    desk.send('account.changed', { account: { ...saved, ticket: ticketOfAge(0) } })
    await flushPromises()
    expect(checks()).toBe(before + 1)
  })

  it('begins anew where the account that was saved is gone', async () => {
    const { desk, show } = await opened()
    const page = show()
    await toTicket(page)
    await press(page, 'connect-next')
    page.unmount()
    desk.send('app.changed', { info: infoOf([practiceAccount()]) })
    expect(at(show(), 'needs')).toBe(true)
  })
})
