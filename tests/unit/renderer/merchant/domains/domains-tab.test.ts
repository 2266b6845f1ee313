import type { DomainDetail } from '@shared/contract'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { i18n } from '@/i18n'
import DomainsTab from '@/pages/merchant/domains/DomainsTab.vue'
import { useMerchantStore } from '@/stores/merchant'
import { installDesk, later, ok, refused } from '../fake-desk'
import { merchant, merchantDetail } from '../samples'
import { domainChange, domainDetail, domainFacts, domainSet } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const nobody = { template: '<div />' }
const some = domainFacts({ request: ['api.shop.cn'], socket: ['ws.shop.cn'], webview: ['h5.shop.cn'] })

async function tabOf(detail: DomainDetail, answers: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk({
    'merchants.get': () => ok(merchantDetail({}, Date.now())),
    'domains.get': () => ok(detail),
    'domains.read': () => ok(detail),
    ...answers
  })
  await useMerchantStore().open(merchant)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/tab', component: DomainsTab, props: { merchant } },
      { path: '/baselines', component: nobody }
    ]
  })
  await router.push('/tab')
  const page = mount(RouterView, { attachTo: document.body, global: { plugins: [i18n, router] } })
  await flushPromises()
  const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)]
  const has = (id: string): boolean => all(id).length > 0
  const text = (id: string): string => all(id)[0]?.textContent ?? ''
  const press = async (id: string): Promise<void> => {
    all(id)[0]?.click()
    await flushPromises()
  }
  const type = (kind: string, value: string) => page.get(`[data-testid="domains-${kind}-text"]`).setValue(value)
  const typed = (kind: string) => page.get<HTMLTextAreaElement>(`[data-testid="domains-${kind}-text"]`).element.value
  const sent = () => desk.asked.filter(({ name }) => name === 'domains.change').map(({ input }) => input)
  return { desk, router, page, has, text, press, type, typed, sent, all }
}

describe('the domains of a merchant', () => {
  it('stand in their lists with how many fit', async () => {
    const { text } = await tabOf(domainDetail(some))
    expect(text('domain-list-request')).toMatch(/request 合法域名\s*1\/20.*api\.shop\.cn/)
    expect(text('domain-list-upload')).toContain('没有域名')
    expect(text('domain-list-webview')).toContain('h5.shop.cn')
  })

  it('are told to be for companies only where the merchant is a person', async () => {
    const { text, has } = await tabOf(domainDetail(domainFacts({}, false)))
    expect(text('group-unavailable')).toContain('只有企业主体')
    expect(has('change-webview')).toBe(false)
    expect(has('change-server')).toBe(true)
  })

  it('say quietly that the own list is empty, only where it is', async () => {
    const application = { server: ['shop.cn'], webview: [], changedAt: 1 }
    const { all } = await tabOf(domainDetail(some, { application }))
    expect(all('own-list-empty')).toHaveLength(1)
    expect(all('own-list-empty')[0]?.closest('[data-testid="group-webview"]')).not.toBeNull()
  })

  it('are read at once where they never were, and tell why that failed', async () => {
    const failure = { 'domains.read': () => refused({ message: '没有读到域名' }) }
    const { desk, has, text } = await tabOf(domainDetail(null), failure)
    expect(desk.names()).toContain('domains.read')
    expect(has('domains-unread')).toBe(true)
    expect(text('error-panel')).toContain('没有读到域名')
  })
})

describe('the editor of a group', () => {
  it('adds without asking, and sends what was seen', async () => {
    const after = domainDetail(domainFacts({ request: ['api.shop.cn', 'b.shop.cn'], socket: ['ws.shop.cn'] }))
    const { press, type, text, sent, has } = await tabOf(domainDetail(some), { 'domains.change': () => ok(after) })
    await press('change-server')
    expect(text('send-server')).toContain('没有要提交的')
    await type('request', 'api.shop.cn\nB.shop.cn')
    expect(text('domain-difference')).toContain('b.shop.cn')
    expect(text('edit-server')).toContain('只增加')
    expect(text('send-server')).toContain('增加 1 个域名')
    await press('send-server')
    expect(sent()).toEqual([
      {
        ...merchant,
        group: 'server',
        target: { request: ['api.shop.cn', 'B.shop.cn'], socket: ['ws.shop.cn'], upload: [], download: [] },
        seen: { request: ['api.shop.cn'], socket: ['ws.shop.cn'], upload: [], download: [] }
      }
    ])
    expect(has('edit-server')).toBe(false)
    expect(text('domain-list-request')).toContain('b.shop.cn')
  })

  it('asks before it replaces, naming the merchant and the domains', async () => {
    const { press, type, text, sent } = await tabOf(domainDetail(some), {
      'domains.change': () => ok(domainDetail(some))
    })
    await press('change-webview')
    await type('webview', 'new.shop.cn')
    expect(text('send-webview')).toContain('整体替换：增加 1 个，删除 1 个')
    await press('send-webview')
    expect(sent()).toHaveLength(0)
    expect(text('confirm-domains')).toContain('山野茶事：修改业务域名')
    expect(text('confirm-domains')).toMatch(/new\.shop\.cn.*h5\.shop\.cn/)
    await press('confirm-domains-button')
    expect(sent()).toHaveLength(1)
  })

  it('asks before it deletes', async () => {
    const { press, type, text, has, sent } = await tabOf(domainDetail(some))
    await press('change-server')
    await type('socket', '')
    expect(text('send-server')).toContain('删除 1 个域名')
    await press('send-server')
    expect(has('confirm-domains')).toBe(true)
    expect(sent()).toHaveLength(0)
  })

  it('sends nothing with a wrong line, and puts it right by a press', async () => {
    const { press, type, typed, text, has, sent } = await tabOf(domainDetail(some))
    await press('change-server')
    await type('request', 'api.shop.cn\nhttps://b.shop.cn/v1')
    expect(has('domain-difference')).toBe(false)
    expect(text('line-problem')).toContain('不要带协议')
    expect(text('send-server')).toContain('有 1 行要先改正')
    await press('send-server')
    expect(sent()).toHaveLength(0)
    await press('line-fix')
    expect(typed('request')).toBe('api.shop.cn\nb.shop.cn')
    expect(text('send-server')).not.toContain('要先改正')
  })

  it('puts pasted domains one a line, and leaves what is typed as it is', async () => {
    const { page, press, type, typed } = await tabOf(domainDetail(some))
    await press('change-server')
    await type('request', 'a.shop.cn, b.shop.cn')
    expect(typed('request')).toBe('a.shop.cn, b.shop.cn')
    const field = page.get('[data-testid="domains-request-text"]')
    field.element.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }))
    await flushPromises()
    expect(typed('request')).toBe('a.shop.cn\nb.shop.cn')
  })

  it('puts all lines of all lists right at once', async () => {
    const { press, type, typed, has } = await tabOf(domainDetail(some))
    await press('change-server')
    await type('request', 'https://b.shop.cn')
    await type('socket', 'wss://ws.shop.cn/socket\nws.shop.cn')
    await press('domains-fix-all')
    expect([typed('request'), typed('socket')]).toEqual(['b.shop.cn', 'ws.shop.cn'])
    expect(has('domains-fix-all')).toBe(false)
  })

  it('gives all four kinds the first list', async () => {
    const { press, typed } = await tabOf(domainDetail(some))
    await press('change-server')
    await press('domains-alike')
    expect(['socket', 'upload', 'download'].map(typed)).toEqual(['api.shop.cn', 'api.shop.cn', 'api.shop.cn'])
  })

  it('judges what is there already only when everything is replaced', async () => {
    const application = { server: ['agency.cn'], webview: [], changedAt: 1 }
    const { press, type, text, has } = await tabOf(domainDetail(some, { application }))
    await press('change-server')
    await type('request', 'api.shop.cn\napi.agency.cn')
    expect(has('line-problem')).toBe(false)
    await type('socket', 'ws.agency.cn')
    expect(text('line-problem')).toContain('第三方应用自己的域名列表')
  })

  it('keeps what was typed and shows what the platform has meanwhile', async () => {
    const now = domainDetail(domainFacts({ request: ['api.shop.cn', 'other.shop.cn'], socket: ['ws.shop.cn'] }))
    let shown = domainDetail(some)
    const { press, type, typed, text, has } = await tabOf(shown, {
      'domains.get': () => ok(shown),
      'domains.change': () => {
        shown = now
        return refused({ code: 'changed_meanwhile', message: '修改服务器域名没有开始' })
      }
    })
    await press('change-server')
    await type('request', 'api.shop.cn\nmine.shop.cn')
    await press('send-server')
    expect(text('edit-server')).toContain('修改服务器域名没有开始')
    expect(text('changed-meanwhile')).toContain('other.shop.cn')
    expect(typed('request')).toBe('api.shop.cn\nmine.shop.cn')
    expect(text('send-server')).toContain('整体替换')
    await press('merge-meanwhile')
    expect(typed('request')).toBe('api.shop.cn\nmine.shop.cn\nother.shop.cn')
    expect(has('changed-meanwhile')).toBe(false)
    expect(text('send-server')).toContain('增加 1 个域名')
  })

  it('shows a refusal at the line that it is about', async () => {
    const { press, type, text, has } = await tabOf(domainDetail(some), {
      'domains.change': () => refused({ code: 'invalid_input', fields: { 'request.1': '不在列表里' } })
    })
    await press('change-server')
    await type('request', 'api.shop.cn\nb.shop.cn')
    await press('send-server')
    expect(text('line-problem')).toBe('不在列表里')
    expect(has('error-panel')).toBe(false)
    await type('request', 'api.shop.cn\nc.shop.cn')
    expect(has('line-problem')).toBe(false)
  })

  it('sends once, however often it is pressed', async () => {
    const answer = later<ReturnType<typeof ok<DomainDetail>>>()
    const { press, type, sent } = await tabOf(domainDetail(some), { 'domains.change': () => answer.promise })
    await press('change-server')
    await type('request', 'api.shop.cn\nb.shop.cn')
    await press('send-server')
    await press('send-server')
    expect(sent()).toHaveLength(1)
  })

  it('can not be opened while the ending of a change is not known', async () => {
    const { press, text, has } = await tabOf(domainDetail(some, { changes: [domainChange({ state: 'unknown' })] }))
    await press('change-server')
    expect(has('edit-server')).toBe(false)
    expect(text('change-server')).toContain('还没有确认')
  })

  it('asks before another page takes what was typed', async () => {
    const { router, press, type } = await tabOf(domainDetail(some))
    await press('change-server')
    await type('request', 'b.shop.cn')
    void router.push('/baselines')
    await flushPromises()
    expect(document.querySelector('.el-message-box')?.textContent).toContain('放弃修改')
    expect(router.currentRoute.value.path).toBe('/tab')
  })
})

describe('the baseline of a merchant', () => {
  const drift = { baselineId: 'b1', baselineName: '茶饮', missing: 1, extra: 1 }
  const domains = domainSet({
    request: ['api.shop.cn', 'cdn.shop.cn'],
    socket: ['ws.shop.cn'],
    webview: ['h5.shop.cn']
  })
  const baseline = { id: 'b1', accountId: 'practice', name: '茶饮', domains, merchants: 1, changedAt: 1 }

  it('shows how far it is, and fills the editors of what differs', async () => {
    const { press, typed, text, has } = await tabOf(domainDetail(some, { drift }), {
      'baselines.list': () => ok([baseline])
    })
    expect(text('baseline-line')).toContain('缺 1 个，多 1 个')
    await press('adopt-baseline')
    expect(typed('request')).toBe('api.shop.cn\ncdn.shop.cn')
    expect(has('edit-webview')).toBe(false)
    expect(text('send-server')).toContain('增加 1 个域名')
    expect(text('adopt-baseline')).toContain('请先结束正在进行的编辑')
  })

  it('has nothing to change where the merchant is as it should be', async () => {
    const { press, text, desk } = await tabOf(domainDetail(some, { drift: { ...drift, missing: 0, extra: 0 } }))
    await press('adopt-baseline')
    expect(text('baseline-line')).toContain('和基线一致')
    expect(desk.names()).not.toContain('baselines.list')
  })
})
