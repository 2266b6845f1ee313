import type { AuthorizationLink } from '@shared/domain/authorization'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import AuthorizationPage from '@/pages/authorization/AuthorizationPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { row } from '../list/rows'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { account, appInfo, hourMs, link } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const nobody = { template: '<div />' }

type Options = {
  readonly links?: readonly AuthorizationLink[]
  readonly createdToday?: number
  readonly info?: ReturnType<typeof appInfo>
  readonly path?: string
  readonly answers?: Parameters<typeof installDesk>[0]
}

async function pageWith(options: Options = {}) {
  const { links = [], createdToday = 0, info = appInfo(), path = '/authorization', answers = {} } = options
  const desk = installDesk({
    'app.info': () => ok(info),
    'merchants.page': () =>
      ok({ rows: [row({ accountId: 'a1', appId: 'tt7', name: '老街牛肉面' })], total: 1, next: null }),
    'merchants.refreshStatus': () => refused(),
    'authorization.links': () => ok({ links, createdToday, createLimit: 50 }),
    'authorization.link': ({ kind, appName, note }) => ok(link({ id: 'new', kind, appName, note })),
    ...answers
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/authorization', name: 'authorization', component: nobody },
      { path: '/accounts/:accountId', component: nobody },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: nobody }
    ]
  })
  await router.push(path)
  await useSessionStore().load()
  await useMerchantsStore().load('a1')
  const page = mount(AuthorizationPage, { attachTo: document.body, global: { plugins: [router, i18n] } })
  await flushPromises()
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const has = (id: string) => page.find(`[data-testid="${id}"]`).exists()
  const field = (id: string) => (get(id).element.matches('input') ? get(id) : get(id).get('input'))
  const press = async (id: string): Promise<void> => {
    await get(id).trigger('click')
    await flushPromises()
  }
  const inputs = (name: string) => desk.asked.filter((each) => each.name === name).map((each) => each.input)
  const choose = (kind: string) => field(`link-kind-${kind}`).setValue()
  return { desk, page, get, has, field, press, inputs, choose }
}

describe('a new link', () => {
  it('is asked for with its note and shown as a code, an address and a message', async () => {
    const { get, field, press, inputs } = await pageWith()
    await field('link-note').setValue(' 王老板 ')
    await press('make-link')
    expect(inputs('authorization.link')).toEqual([
      { accountId: 'a1', kind: 'authorize', appName: null, icon: null, note: '王老板' }
    ])
    expect(get('qr-picture').attributes('aria-label')).toContain('王老板')
    expect(get('link-message').text()).toContain(link().url)
    expect(get('link-remaining').text()).toMatch(/还有 2[34] 小时/)
  })

  it('is made once however often the button is pressed', async () => {
    const answer = later<CallResult<AuthorizationLink>>()
    const { get, inputs } = await pageWith({ answers: { 'authorization.link': () => answer.promise } })
    await get('make-link').trigger('click')
    await get('make-link').trigger('click')
    answer.give(ok(link()))
    await flushPromises()
    expect(inputs('authorization.link')).toHaveLength(1)
  })

  it('that creates wants a name, and tells how many more there may be today', async () => {
    const { get, field, press, inputs, choose } = await pageWith({ createdToday: 47 })
    await choose('create')
    expect(get('create-left').text()).toBe('今天还可以建 3 个')
    await press('make-link')
    expect(inputs('authorization.link')).toEqual([])
    await field('link-app-name').setValue('新店')
    await press('make-link')
    expect(inputs('authorization.link')).toMatchObject([{ kind: 'create', appName: '新店', icon: null }])
  })

  it('can not create where the day is used up, and the button says so', async () => {
    const { get, field, press, inputs, choose } = await pageWith({ createdToday: 50 })
    await choose('create')
    await field('link-app-name').setValue('新店')
    await press('make-link')
    expect(get('make-link').text()).toContain('今天的 50 个已经用完')
    expect(inputs('authorization.link')).toEqual([])
  })

  it('shows a refusal at the field it is about, and keeps what was typed', async () => {
    const answers = { 'authorization.link': () => refused({ fields: { appName: '名称已被占用' } }) }
    const { page, field, press, choose } = await pageWith({ answers })
    await choose('create')
    await field('link-app-name').setValue('新店')
    await press('make-link')
    await vi.waitFor(() => expect(page.get('.el-form-item__error').text()).toBe('名称已被占用'))
    expect(field('link-app-name').element).toHaveProperty('value', '新店')
  })

  it('is noted for the merchant that the operator came from', async () => {
    const { field } = await pageWith({ path: '/authorization?for=tt7' })
    expect(field('link-note').element).toHaveProperty('value', '老街牛肉面')
  })
})

describe('the icon of a mini program to be created', () => {
  const drop = async (file: File) => {
    const view = await pageWith()
    await view.choose('create')
    Object.defineProperty(view.get('icon-file').element, 'files', { value: [file], configurable: true })
    await view.get('icon-file').trigger('change')
    await new Promise((resolve) => setTimeout(resolve, 20))
    return view
  }

  it('is sent as a data address', async () => {
    const { field, press, inputs } = await drop(new File(['png'], 'a.png', { type: 'image/png' }))
    await field('link-app-name').setValue('新店')
    await press('make-link')
    expect(inputs('authorization.link')).toMatchObject([{ icon: `data:image/png;base64,${btoa('png')}` }])
  })

  it('is refused beyond 2 MB, and where it is no png or jpeg', async () => {
    const large = await drop(new File([new Uint8Array(2 * 1024 * 1024 + 1)], 'a.png', { type: 'image/png' }))
    expect(large.get('icon-problem').text()).toBe('图片 2.1 MB，超过平台的 2 MB')
    const other = await drop(new File(['gif'], 'a.gif', { type: 'image/gif' }))
    expect(other.get('icon-problem').text()).toContain('png 或 jpeg')
  })
})

describe('links that were made', () => {
  it('turn to who authorised as soon as that is told', async () => {
    const { desk, page, get } = await pageWith({ links: [link()] })
    await get('link-row').trigger('click')
    expect(get('link-plate').attributes('data-state')).toBe('waiting')
    desk.send('authorization.linkChanged', { link: link({ usedBy: { appId: 'tt9', name: '木子花艺', at: 1 } }) })
    await flushPromises()
    expect(get('link-used-by').attributes('href')).toBe('/merchants/a1/tt9')
    expect(get('link-row').attributes('data-state')).toBe('used')
    expect(page.text()).toContain('已授权：木子花艺')
  })

  it('of another account change nothing here', async () => {
    const { desk, page } = await pageWith({ links: [link()] })
    desk.send('authorization.linkChanged', { link: link({ id: 'other', accountId: 'a2' }) })
    await flushPromises()
    expect(page.findAll('[data-testid="link-row"]')).toHaveLength(1)
  })

  it('say that they expired, and lead to another one like them', async () => {
    const old = link({ createdAt: Date.now() - 25 * hourMs, expiresAt: Date.now() - hourMs })
    const { get, press, inputs } = await pageWith({ links: [old] })
    await get('link-row').trigger('click')
    await press('link-again')
    expect(inputs('authorization.link')).toMatchObject([{ kind: 'authorize', note: '云间民宿' }])
    expect(get('link-plate').attributes('data-state')).toBe('waiting')
  })

  it('that can not be read are told with a way to try again', async () => {
    const { page, desk } = await pageWith({ answers: { 'authorization.links': () => refused() } })
    await page.get('[data-testid="error-panel"] button').trigger('click')
    expect(desk.names().filter((name) => name === 'authorization.links')).toHaveLength(2)
  })
})

describe('an account that can not ask the platform', () => {
  const without = (change: Parameters<typeof account>[0]) => pageWith({ info: appInfo([account(change)]) })
  const ticket = { receivedAt: null, expiresAt: null, from: null, source: { state: 'waiting' } } as const

  it('is told before anything is sent', async () => {
    const { get, press, inputs } = await without({ ticket })
    expect(get('account-notice').text()).toContain('还没有收到 component_ticket')
    expect(get('account-notice').get('a').attributes('href')).toBe('/accounts/a1')
    await press('make-link')
    expect(inputs('authorization.link')).toEqual([])
  })

  it('for want of its secrets is told that', async () => {
    const { get } = await without({ secrets: 'missing' })
    expect(get('account-notice').text()).toContain('没有读到这个账号的密钥')
  })

  it('is no reader: that one takes its tokens from the writer', async () => {
    const { has } = await without({ ticket, sharing: { role: 'reader', heldBy: '前台' } })
    expect(has('account-notice')).toBe(false)
  })
})

describe('an authorisation that did not appear', () => {
  const accepted = { accountId: 'a1', appId: 'tt9', name: '木子花艺', isNew: true }

  it('is taken from what was pasted, and names the sets that are missing', async () => {
    const permissions = [{ id: 1, name: '开发管理权限' }]
    const answers = { 'authorization.accept': () => ok({ ...accepted, permissions }) }
    const { get, field, press, inputs } = await pageWith({ answers })
    await field('accept-text').setValue(' https://example.com/back?authorization_code=abc ')
    await press('accept-send')
    expect(inputs('authorization.accept')).toEqual([
      { accountId: 'a1', text: 'https://example.com/back?authorization_code=abc' }
    ])
    expect(get('accept-outcome').get('a').text()).toBe('木子花艺')
    expect(get('accept-outcome').text()).toContain('缺少 基本信息设置权限、运营管理权限')
    expect(field('accept-text').element).toHaveProperty('value', '')
  })

  it('is told at the field where the text has no code in it', async () => {
    const answers = { 'authorization.accept': () => refused({ fields: { text: '里面没有授权码' } }) }
    const { page, field, press } = await pageWith({ answers })
    await field('accept-text').setValue('abc')
    await press('accept-send')
    await vi.waitFor(() => expect(page.get('.accept-form .el-form-item__error').text()).toBe('里面没有授权码'))
    expect(field('accept-text').element).toHaveProperty('value', 'abc')
  })

  it('can be imported with all others, with progress', async () => {
    const begun = { accountId: 'a1', total: 0, done: 0, failed: 0, running: true }
    const { desk, get, press } = await pageWith({ answers: { 'merchants.import': () => ok(begun) } })
    await press('import-all')
    expect(get('import-progress').text()).toBe('正在读取授权列表')
    desk.send('refresh.progress', { ...begun, total: 12, done: 5, failed: 1 })
    await flushPromises()
    expect(get('import-progress').text()).toBe('5 / 12 个商家，1 个失败')
    expect(get('import-all').attributes('aria-disabled')).toBe('true')
    desk.send('refresh.progress', { ...begun, total: 12, done: 12, failed: 1, running: false })
    await flushPromises()
    expect(get('import-progress').text()).toBe('导入完成：12 / 12 个商家，1 个失败')
  })
  it('says so where an import brought nothing new', async () => {
    const nothing = { accountId: 'a1', total: 0, done: 0, failed: 0, running: false }
    const { get, press } = await pageWith({ answers: { 'merchants.import': () => ok(nothing) } })
    await press('import-all')
    expect(get('import-progress').text()).toBe('导入完成：没有新的商家')
  })

  it('is not told as an import where somebody else read merchants', async () => {
    const read = { accountId: 'a1', total: 1, done: 0, failed: 0, running: true }
    const { desk, page } = await pageWith()
    desk.send('refresh.progress', read)
    await flushPromises()
    desk.send('refresh.progress', { ...read, done: 1, running: false })
    await flushPromises()
    expect(page.find('[data-testid="import-progress"]').exists()).toBe(false)
  })
})
