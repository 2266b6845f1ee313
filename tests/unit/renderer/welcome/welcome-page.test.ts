import type { Account } from '@shared/domain/account'
import { defaultSettings, type Settings } from '@shared/domain/settings'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { closeNotice, notices } from '@/components/frame/notices'
import { useFirstStart } from '@/pages/welcome/first-start'
import WelcomePage from '@/pages/welcome/WelcomePage.vue'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount, realAccount } from '../accounts/samples'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))
afterEach(() => {
  for (const { key } of notices.value) closeNotice(key)
})

const nobody = { template: '<div />' }
const router = () =>
  createRouter({
    history: createMemoryHistory(),
    routes: ['/', '/today', '/welcome', '/connect', '/merchants'].map((path) => ({ path, component: nobody }))
  })

async function opened(accounts: readonly Account[], change: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk({
    'app.info': () => ok(infoOf(accounts)),
    'settings.change': (settings) => ok({ ...defaultSettings, ...(settings as Partial<Settings>) }),
    ...change
  })
  await useSessionStore().load()
  const pages = router()
  const page = mount(WelcomePage, { global: { plugins: [pages] } })
  const press = async (door: string): Promise<void> => {
    await page.get(`[data-testid="welcome-${door}"]`).trigger('click')
    await flushPromises()
  }
  return { desk, page, pages, press }
}

describe('the start page', () => {
  it('leads to practice, with its account, and remembers that a door was passed', async () => {
    const { desk, pages, press } = await opened([realAccount(), practiceAccount()])
    await press('practise')
    expect(useSessionStore().account?.id).toBe('practice')
    expect(desk.asked.at(-1)).toEqual({ name: 'settings.change', input: { welcomed: true } })
    expect(pages.currentRoute.value.path).toBe('/today')
  })

  it('leads to the guided connection, and passes a door once however often it is pressed', async () => {
    const answer = later<ReturnType<typeof ok<Settings>>>()
    const { desk, pages, press } = await opened([practiceAccount()], { 'settings.change': () => answer.promise })
    await press('connect')
    await press('connect')
    expect(desk.names().filter((name) => name === 'settings.change')).toHaveLength(1)
    answer.give(ok(defaultSettings))
    await flushPromises()
    expect(pages.currentRoute.value.path).toBe('/connect')
  })

  it('lets one in though the choice was not kept, and says so', async () => {
    const { pages, press } = await opened([practiceAccount()], { 'settings.change': () => refused() })
    await press('practise')
    expect(pages.currentRoute.value.path).toBe('/today')
    expect(notices.value).toHaveLength(1)
  })

  it('says why there is nothing to practise with', async () => {
    const { page, pages, press } = await opened([realAccount()])
    const door = page.get('[data-testid="welcome-practise"]')
    expect(door.attributes('aria-disabled')).toBe('true')
    expect(door.text()).toContain('没有打开演练环境')
    await press('practise')
    expect(pages.currentRoute.value.path).toBe('/')
  })
})

describe('the first start', () => {
  async function started(path: string, accounts: readonly Account[], welcomed = false) {
    const settings = { ...defaultSettings, welcomed }
    installDesk({ 'app.info': () => ok(infoOf(accounts, { settings })) })
    const pages = router()
    await pages.push(path)
    let start: ReturnType<typeof useFirstStart> | null = null
    const frame = defineComponent(() => {
      start = useFirstStart()
      const { isHeld } = start
      return () => h('i', isHeld.value ? 'held' : 'drawn')
    })
    const shown = mount(frame, { global: { plugins: [pages] } })
    const before = shown.text()
    await useSessionStore().load()
    await (start as ReturnType<typeof useFirstStart> | null)?.decide()
    return { before, after: shown.text(), path: pages.currentRoute.value.path }
  }

  it('draws nothing until it is known, then leads to the doors', async () => {
    expect(await started('/today', [practiceAccount()])).toMatchObject({ before: 'held', path: '/welcome' })
  })

  it('is over once a door was passed', async () => {
    const { after, path } = await started('/today', [practiceAccount()], true)
    expect([after, path]).toEqual(['drawn', '/today'])
  })

  it('is none for whoever has an account, or comes by an address of a page', async () => {
    expect((await started('/today', [realAccount(), practiceAccount()])).path).toBe('/today')
    setActivePinia(createPinia())
    expect(await started('/merchants', [practiceAccount()])).toMatchObject({ before: 'drawn', path: '/merchants' })
  })
})
