import type { MerchantRow } from '@shared/domain/merchant'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { i18n } from '@/i18n'
import CodesPage from '@/pages/codes/CodesPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { row, rows } from '../list/rows'
import { installDesk, ok, refused } from '../merchant/fake-desk'
import { savedCode, trialCode } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
  localStorage.clear()
})
afterEach(() => vi.restoreAllMocks())

const test = { version: '1.2.0', submitted: false }
const merchants = [
  row({ appId: 'tea', name: '山野茶事', test }),
  row({ appId: 'noodle', name: '老街牛肉面', tags: ['华东'], test }),
  row({ appId: 'wash', name: '阿强洗车' })
]

async function pageOf(
  answers: Parameters<typeof installDesk>[0] = {},
  { list = merchants, query = '' }: { list?: readonly MerchantRow[]; query?: string } = {}
) {
  const desk = installDesk({
    'app.info': () => ok(practiceInfo()),
    'merchants.page': () => ok({ rows: list, total: list.length, next: null }),
    'codes.trial': ({ stage, path }) => ok(trialCode({ stage, path, expiresAt: Date.now() + 23 * 60_000 + 500 })),
    'codes.saved': () => ok([savedCode({ appId: 'noodle' })]),
    ...answers
  })
  await useSessionStore().load()
  await useMerchantsStore().load('practice')
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/codes', component: CodesPage }] })
  await router.push(`/codes${query}`)
  mount(RouterView, { attachTo: document.body, global: { plugins: [router, i18n] } })
  await flushPromises()
  const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)]
  const text = (id: string, place = 0): string => all(id)[place]?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  const press = async (id: string, place = 0): Promise<void> => {
    all(id)[place]?.click()
    await flushPromises()
  }
  const key = async (name: string, target: EventTarget = all('wall-grid')[0] ?? window): Promise<void> => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
    await flushPromises()
  }
  const cards = (): string[] => all('wall-card').map((card) => card.dataset['appId'] ?? '')
  return { desk, all, text, press, key, cards }
}

/** A window that may fill the screen, for one test; the browser can take it back. */
function fillableScreen() {
  let filling: Element | null = null
  const turn = (element: Element | null) => {
    filling = element
    document.dispatchEvent(new Event('fullscreenchange'))
    return Promise.resolve()
  }
  const root = document.documentElement
  const parts: readonly (readonly [object, string, PropertyDescriptor])[] = [
    [document, 'fullscreenElement', { get: () => filling }],
    [document, 'fullScreen', { get: () => filling !== null }],
    [document, 'exitFullscreen', { value: () => turn(null) }],
    [root, 'requestFullscreen', { value: () => turn(root) }]
  ]
  for (const [owner, name, part] of parts) Object.defineProperty(owner, name, { configurable: true, ...part })
  onTestFinished(() => {
    for (const [owner, name] of parts) Reflect.deleteProperty(owner, name)
  })
  return { giveBack: () => void turn(null) }
}

describe('the code wall', () => {
  it('shows each merchant’s code with its validity, and says where there is none', async () => {
    const { all, text, cards, desk } = await pageOf()
    expect(cards()).toEqual(['tea', 'noodle', 'wash'])
    expect(all('card-image')).toHaveLength(2)
    expect(text('card-validity')).toBe('还有 23 分钟有效')
    expect(text('card-missing')).toBe('还没有测试版本')
    expect(desk.names().filter((name) => name === 'codes.trial')).toHaveLength(2)
  })

  it('reads only what is near the screen', async () => {
    const list = rows(500).map((each) => ({ ...each, test }))
    const { desk, text, cards } = await pageOf({}, { list })
    expect(text('wall-count')).toBe('500 个码')
    expect(cards().length).toBeLessThan(60)
    expect(desk.names().filter((name) => name === 'codes.trial')).toHaveLength(cards().length)
  })

  it('says on the card why the platform refused, and reads it again', async () => {
    let refuses = true
    const { all, text, press } = await pageOf({
      'codes.trial': () => (refuses ? refused({ message: '没有读到码', reason: '平台忙' }) : ok(trialCode()))
    })
    expect(text('card-problem')).toContain('平台忙')
    refuses = false
    await press('card-retry')
    expect(all('card-problem')).toHaveLength(1)
    expect(all('card-image')).toHaveLength(1)
    expect(all('code-show')).toHaveLength(0)
  })

  it('shows only the merchants that the address names, until the others are asked for', async () => {
    const { cards, press } = await pageOf({}, { query: '?merchants=noodle,gone' })
    expect(cards()).toEqual(['noodle'])
    await press('wall-only')
    expect(cards()).toEqual(['tea', 'noodle', 'wash'])
  })

  it('shows the saved mini-program codes instead', async () => {
    const { all, cards, text } = await pageOf()
    all('wall-source-saved')[0]?.querySelector('input')?.click()
    await flushPromises()
    expect(cards()).toEqual(['noodle'])
    expect(text('wall-card')).toContain('桌号 1')
    expect(text('card-validity')).toBe('长期有效')
  })

  it('goes by the keyboard: arrows move, Enter enlarges, arrows and space go on, round and round', async () => {
    const { key, text, all } = await pageOf()
    await key('ArrowRight')
    await key('Enter')
    expect(text('code-show-title')).toBe('山野茶事')
    expect(text('code-show-place')).toBe('1 / 3')
    const dialog = document.querySelector('[role=dialog]') ?? expect.fail()
    await key('ArrowRight', dialog)
    expect(text('code-show-title')).toBe('老街牛肉面')
    await key(' ', dialog)
    expect(text('code-show-missing')).toBe('还没有测试版本')
    await key('ArrowRight', dialog)
    expect(text('code-show-place')).toBe('1 / 3')
    expect(all('wall-grid')[0]?.getAttribute('aria-activedescendant')).toBe('wall-card-0')
  })

  it('is presented over the screen by F', async () => {
    const { key, text, all } = await pageOf()
    await key('f', window)
    expect(all('code-show')).toHaveLength(1)
    expect(text('code-show-full')).toContain('还原')
  })

  it('is left by one Escape where it began on the wall', async () => {
    const { key, all } = await pageOf()
    await key('f', window)
    await key('Escape', document.querySelector('[role=dialog]') ?? expect.fail())
    expect(all('code-show')).toHaveLength(0)
  })

  it('is left when the browser gives the screen back, which takes the Escape for itself', async () => {
    const screen = fillableScreen()
    const { key, all } = await pageOf()
    await key('f', window)
    expect(document.fullscreenElement).not.toBeNull()
    screen.giveBack()
    await flushPromises()
    expect(all('code-show')).toHaveLength(0)
  })

  it('goes back to the enlarged code where it began there', async () => {
    const { key, all, text } = await pageOf()
    await key('ArrowRight')
    await key('Enter')
    const dialog = () => document.querySelector('[role=dialog]') ?? expect.fail()
    await key('f', dialog())
    expect(text('code-show-full')).toContain('还原')
    await key('Escape', dialog())
    expect(text('code-show-full')).toContain('全屏')
    await key('Escape', dialog())
    expect(all('code-show')).toHaveLength(0)
  })

  it('presents those that have a code, and passes the others', async () => {
    const { key, text } = await pageOf()
    await key('f', window)
    const dialog = document.querySelector('[role=dialog]') ?? expect.fail()
    await key('ArrowRight', dialog)
    expect(text('code-show-place')).toBe('2 / 3')
    await key('ArrowRight', dialog)
    expect(text('code-show-place')).toBe('1 / 3')
    await key('ArrowLeft', dialog)
    expect(text('code-show-place')).toBe('2 / 3')
  })

  it('takes the search’s slash key', async () => {
    const { key, all } = await pageOf()
    await key('/', window)
    expect(all('wall-search')[0]).toBe(document.activeElement)
  })
})
