import type { MerchantRow } from '@shared/domain/merchant'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import TopBar from '@/components/frame/TopBar.vue'
import { closeNotice, notices } from '@/components/frame/notices'
import { loadPinyin } from '@/components/palette/pinyin'
import { remember } from '@/components/palette/recent'
import { searchRequests } from '@/composables/search-focus'
import { i18n } from '@/i18n'
import { useMerchantStore } from '@/stores/merchant'
import { useMerchantsStore } from '@/stores/merchants'
import { useRolloutsStore } from '@/stores/rollouts'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount, realAccount } from '../accounts/samples'
import { row } from '../list/rows'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { merchant, merchantDetail } from '../merchant/samples'
import { rolloutOf } from '../rollouts/list-samples'

const info = infoOf([practiceAccount(), realAccount()])
const merchants = [
  row({ appId: 'tt01', name: '云间民宿', tags: ['华东'] }),
  row({ appId: 'tt02', name: '老街牛肉面', tags: ['餐饮'] }),
  row({ appId: 'tt03', name: '重庆小面' })
]

enableAutoUnmount(afterEach)
beforeEach(async () => {
  setActivePinia(createPinia())
  localStorage.clear()
  document.body.replaceChildren()
  // What earlier tests used is forgotten by being pushed out.
  for (let place = 0; place < 50; place += 1) remember(`nothing:${place}`)
  await loadPinyin()
})
afterEach(() => {
  for (const { key } of notices.value) closeNotice(key)
})

function pages(): Router {
  const page = { template: '<div />' }
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/merchants', component: page },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: page },
      { path: '/rollouts/:accountId/:rolloutId', name: 'rollout', component: page },
      { path: '/:rest(.*)*', component: page }
    ]
  })
}

/** The top bar over a desk whose list stands, before anything was opened. */
async function desk(rows: readonly MerchantRow[] = merchants, answers: Parameters<typeof installDesk>[0] = {}) {
  const asked = installDesk({
    'app.info': () => ok(info),
    'merchants.page': () => ok({ rows, total: rows.length, next: null }),
    'merchants.refreshStatus': () => refused(),
    'rollouts.list': () => ok([rolloutOf([], { id: 'r1' })]),
    ...answers
  })
  await useSessionStore().load()
  await useMerchantsStore().load('practice')
  await useRolloutsStore().load('practice')
  const router = pages()
  await router.push('/merchants')
  const bar = mount(TopBar, {
    props: { account: practiceAccount(), progress: null },
    global: { plugins: [router, i18n] },
    attachTo: document.body
  })
  return { asked, router, bar }
}

const press = (key: string, change: KeyboardEventInit = {}): boolean =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...change })
  )
const palette = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-testid="palette"]')
const input = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>('[data-testid="palette-query"]')
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-testid="palette-row"]')]
const ids = (): (string | undefined)[] => rows().map((each) => each.dataset['entry'])
const active = (): string | undefined =>
  rows().find((each) => each.getAttribute('aria-selected') === 'true')?.dataset['entry']
const rowOf = (id: string): HTMLElement | undefined => rows().find((each) => each.dataset['entry'] === id)

async function opened(): Promise<void> {
  press('k', { ctrlKey: true })
  await vi.waitFor(() => expect(input()).not.toBeNull())
}

async function type(text: string): Promise<void> {
  const field = input()
  if (field) field.value = text
  field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
  await nextTick()
}

async function enter(): Promise<void> {
  press('Enter')
  await flushPromises()
}

describe('the palette', () => {
  it('opens over any page by its keys or its button, takes the focus at once, and closes with Escape', async () => {
    const { bar } = await desk()
    await opened()
    expect(document.activeElement).toBe(input())
    press('Escape')
    await nextTick()
    expect(palette()).toBeNull()
    await bar.get('[data-testid="open-palette"]').trigger('click')
    expect(palette()).not.toBeNull()
  })

  it('closes with the keys that opened it, and with a press beside it', async () => {
    await desk()
    await opened()
    press('k', { ctrlKey: true })
    await nextTick()
    expect(palette()).toBeNull()
    await opened()
    palette()?.click()
    await nextTick()
    expect(palette()).toBeNull()
  })

  it('does not open over a dialog, which may hold something typed', async () => {
    await desk()
    const dialog = document.createElement('div')
    dialog.setAttribute('aria-modal', 'true')
    document.body.append(dialog)
    press('k', { ctrlKey: true })
    await flushPromises()
    expect(palette()).toBeNull()
    dialog.remove()
    await opened()
  })

  it('finds a merchant by its initials, opens it with Enter, and offers it first the next time from elsewhere', async () => {
    const { router } = await desk()
    await opened()
    await type('ljnr')
    expect(ids()).toEqual(['merchant:practice/tt02'])
    expect([...(rows()[0]?.querySelectorAll('mark') ?? [])].map((each) => each.textContent)).toEqual(['老街牛肉'])
    await enter()
    expect(router.currentRoute.value.fullPath).toBe('/merchants/practice/tt02')
    expect(palette()).toBeNull()
    await router.push('/settings')
    await opened()
    expect(ids()[0]).toBe('merchant:practice/tt02')
  })

  it('remembers a merchant that was opened from the list', async () => {
    const { router } = await desk()
    await router.push('/merchants/practice/tt03')
    await router.push('/settings')
    await opened()
    expect(active()).toBe('merchant:practice/tt03')
  })

  it('moves with the arrows and goes round, and starts again with every key', async () => {
    await desk()
    await opened()
    await type('tt0')
    expect(active()).toBe('merchant:practice/tt01')
    press('ArrowUp')
    await nextTick()
    expect(active()).toBe('merchant:practice/tt02')
    press('ArrowDown')
    press('ArrowDown')
    await nextTick()
    expect(active()).toBe('merchant:practice/tt03')
    expect(input()?.getAttribute('aria-activedescendant')).toBe(rowOf('merchant:practice/tt03')?.id)
    press('PageDown')
    await nextTick()
    expect(active()).toBe('merchant:practice/tt02')
    await type('tt01')
    expect(active()).toBe('merchant:practice/tt01')
    expect(press('Tab')).toBe(false)
  })

  it('leaves the keys to an input method that is in the middle of a word, and searches by what it holds', async () => {
    const { router } = await desk()
    await opened()
    await type("qing'xiao'm")
    expect(ids()).toEqual(['merchant:practice/tt03'])
    press('Enter', { isComposing: true })
    press('Escape', { isComposing: true })
    await flushPromises()
    expect(palette()).not.toBeNull()
    expect(router.currentRoute.value.path).toBe('/merchants')
  })

  it('says what can be found where nothing is', async () => {
    await desk()
    await opened()
    await type('qqqq')
    expect(document.querySelector('[data-testid="palette-nothing"]')?.textContent).toContain('没有找到「qqqq」')
    expect(input()?.getAttribute('aria-activedescendant')).toBeNull()
    await enter()
    expect(palette()).not.toBeNull()
  })

  it('copies an app id and stays open', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await desk()
    await opened()
    await type('云间')
    press('Enter', { ctrlKey: true })
    await flushPromises()
    expect(writeText).toHaveBeenCalledWith('tt01')
    expect(palette()?.querySelector('[role="status"]')?.textContent).toBe('已复制 AppID')
    writeText.mockRestore()
  })

  it('follows the pointer, and runs what is pressed', async () => {
    const { router } = await desk()
    await opened()
    const drift = rowOf('page:/drift')
    drift?.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }))
    await nextTick()
    expect(active()).toBe('page:/drift')
    drift?.click()
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/drift')
  })
})

describe('pages and deeds', () => {
  it.each([
    ['版本差距', '/drift'],
    ['lianjiezhenduan', '/accounts/practice/diagnosis'],
    ['lingp', '/keeper'],
    ['sz', '/settings'],
    ['theme', '/settings?section=appearance'],
    ['免打扰', '/settings?section=notifications'],
    ['票据', '/accounts/practice'],
    ['ext', '/templates?tab=ext'],
    ['xjplfb', '/rollouts/new'],
    ['上传 1.4.0', '/rollouts/practice/r1']
  ])('%s leads to %s', async (query, path) => {
    const { router } = await desk()
    await opened()
    await type(query)
    await enter()
    expect(router.currentRoute.value.fullPath).toBe(path)
  })

  it('goes on with another account', async () => {
    await desk(merchants, { 'settings.change': () => ok({ ...info.settings, currentAccountId: 'real' }) })
    await opened()
    await type('qhzh')
    expect(ids()).toEqual(['account:real'])
    await enter()
    expect(useSessionStore().account?.id).toBe('real')
  })

  it('changes the colours, and tells where that was not kept', async () => {
    const { asked } = await desk(merchants, { 'settings.change': () => refused({ message: '没有存下' }) })
    await opened()
    await type('深色')
    await enter()
    expect(asked.asked.at(-1)).toEqual({ name: 'settings.change', input: { theme: 'dark' } })
    expect(notices.value.map(({ error }) => error.message)).toEqual(['没有存下'])
  })

  it('does not begin what can not be done now, and says why', async () => {
    const answer = later<ReturnType<typeof refused>>()
    const { asked } = await desk([], { 'merchants.import': () => answer.promise })
    await opened()
    await type('刷新全部')
    expect(rowOf('action:refresh-all')?.getAttribute('aria-disabled')).toBe('true')
    expect(rowOf('action:refresh-all')?.textContent).toContain('还没有商家')
    await enter()
    expect(palette()).not.toBeNull()
    expect(asked.names()).not.toContain('merchants.refresh')
    await type('导入授权')
    await enter()
    expect(asked.names()).toContain('merchants.import')
  })

  it('leads to the search of the list, where a slash leads as well', async () => {
    const { router } = await desk()
    const before = searchRequests.value
    await router.push('/settings')
    press('/')
    expect(searchRequests.value).toBe(before)
    await opened()
    await type('在商家列表')
    await enter()
    expect(router.currentRoute.value.path).toBe('/merchants')
    expect(searchRequests.value).toBe(before + 1)
    press('/')
    expect(searchRequests.value).toBe(before + 2)
  })
})

describe('the open merchant', () => {
  it('has its deeds first, with why one can not be done, and the parts of its page', async () => {
    const { router } = await desk(merchants, { 'merchants.get': () => ok(merchantDetail({}, Date.now())) })
    await useMerchantStore().open(merchant)
    await opened()
    expect(ids().slice(0, 2)).toEqual(['here:upload', 'here:submit'])
    await type('资料')
    await enter()
    expect(router.currentRoute.value.fullPath).toBe('/merchants/practice/tt0001?tab=profile')
  })

  it('is asked for an upload by the address of its page, from whatever part of it is shown', async () => {
    const { router } = await desk(merchants, { 'merchants.get': () => ok(merchantDetail({}, Date.now())) })
    await useMerchantStore().open(merchant)
    await router.push('/merchants/practice/tt0001?tab=domains')
    await opened()
    await type('上传代码')
    await enter()
    expect(router.currentRoute.value.fullPath).toBe('/merchants/practice/tt0001?ask=upload')
  })

  it('has no deeds while none is open', async () => {
    await desk()
    await opened()
    expect(ids().filter((id) => id?.startsWith('here:'))).toEqual([])
  })
})
