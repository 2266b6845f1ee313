import type { HomeItem } from '@shared/domain/home'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import HomePage from '@/pages/home/HomePage.vue'
import { useHomeStore } from '@/stores/home'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount, realAccount } from '../accounts/samples'
import { installDesk, ok, refused } from '../merchant/fake-desk'
import { drift, figures, matter, now, rollout } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))
afterEach(() => vi.useRealTimers())

const nobody = { template: '<div />' }
const named = {
  merchant: '/merchants/:accountId/:appId',
  rollout: '/rollouts/:accountId/:rolloutId',
  'new-rollout': '/rollouts/new',
  drift: '/drift',
  keeper: '/keeper',
  account: '/accounts/:accountId',
  authorization: '/authorization'
}
const routes = [
  { path: '/', component: nobody },
  ...Object.entries(named).map(([name, path]) => ({ name, path, component: nobody }))
]

async function pageOf(items: readonly HomeItem[], accounts = [realAccount(), practiceAccount()]) {
  let shown = items
  const desk = installDesk({
    'app.info': () => ok(infoOf(accounts)),
    'settings.change': ({ currentAccountId = null }) => ok({ ...infoOf(accounts).settings, currentAccountId }),
    'home.today': () => ok({ items: shown, at: now }),
    'home.figures': () => ok(figures)
  })
  await useSessionStore().load()
  const router = createRouter({ history: createMemoryHistory(), routes })
  const page = mount(HomePage, { global: { plugins: [router, i18n] } })
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  return {
    page,
    desk,
    router,
    lines: () => page.findAll('[data-testid="home-line"]'),
    act: async (place: number) => {
      await page.findAll('[data-testid="home-action"]')[place]?.trigger('click')
      await flushPromises()
    },
    become: (fresh: readonly HomeItem[]) => (shown = fresh)
  }
}

describe('what the operator finds today', () => {
  it('says so where there is nothing', async () => {
    const { page } = await pageOf([])
    expect(page.get('[data-testid="home-empty"]').text()).toContain('今天没有要处理的')
    expect(page.get('[data-testid="home-sum"]').text()).toBe('没有要处理的')
  })

  it('stands in groups, up to three merchants in lines of their own, more of them in one', async () => {
    const { page, lines } = await pageOf([
      matter('rejected', ['tt01', 'tt02', 'tt03']),
      matter('approved', ['tt04', 'tt05', 'tt06', 'tt07'], { group: 'release' }),
      drift
    ])
    expect(
      page
        .findAll('h2')
        .slice(0, 3)
        .map((title) => title.text())
    ).toEqual(['现在要处理 3', '可以发布 4', '知道就好 1'])
    expect(lines().map((line) => line.get('.title').text())).toEqual([
      '店 tt01',
      '店 tt02',
      '店 tt03',
      '4 个商家',
      '4 / 9 个商家不是最新版本'
    ])
    expect(page.get('[data-testid="home-sum"]').text()).toBe('7 件等你处理')
  })

  it('unfolds many merchants, each with the way to its page', async () => {
    const appIds = Array.from({ length: 120 }, (_, place) => `tt${place}`)
    const { page } = await pageOf([
      matter('rejected', appIds, { merchants: matter('rejected', appIds.slice(0, 100)).merchants })
    ])
    const unfold = page.get('[data-testid="home-unfold"]')
    expect(unfold.attributes('aria-expanded')).toBe('false')
    await unfold.trigger('click')
    expect(unfold.attributes('aria-expanded')).toBe('true')
    const merchants = page.get('[data-testid="home-merchants"]')
    expect(merchants.findAll('a')).toHaveLength(100)
    expect(merchants.get('a').attributes('href')).toBe('/merchants/real/tt0')
    expect(merchants.text()).toContain('另有 20 个')
    await page.get('[data-testid="home-action"]').trigger('click')
    expect(page.find('[data-testid="home-merchants"]').exists()).toBe(false)
  })

  it('shows a failure with the way to try again, and keeps what was read', async () => {
    const { page, desk } = await pageOf([drift])
    installDesk({ 'home.today': () => refused({ message: '数据库读不了' }), 'home.figures': () => refused() })
    await useHomeStore().load()
    await flushPromises()
    expect(page.get('[data-testid="error-panel"]').text()).toContain('数据库读不了')
    expect(page.findAll('[data-testid="home-line"]')).toHaveLength(1)
    expect(desk.names()).toContain('home.figures')
  })

  it('names the accounts where there are several', async () => {
    const { page } = await pageOf([drift])
    expect(page.get('.account-place').text()).toBe('茶饮模板')
    expect(page.find('.is-single').exists()).toBe(false)
    const single = await pageOf([drift], [realAccount()])
    expect(single.page.find('.is-single').exists()).toBe(true)
  })
})

describe('the one action of a line', () => {
  it('leads to the merchant’s page, at the tab where it is dealt with', async () => {
    const { router, act } = await pageOf([matter('rejected', ['tt01']), matter('category_rejected', ['tt02'])])
    await act(0)
    expect(router.currentRoute.value.fullPath).toBe('/merchants/real/tt01')
    await act(1)
    expect(router.currentRoute.value.fullPath).toBe('/merchants/real/tt02?tab=categories')
  })

  it('makes the account the one at work where the page there is the account’s', async () => {
    const { router, act, desk } = await pageOf([{ ...drift, accountId: 'practice' }])
    await act(0)
    expect(useSessionStore().account?.id).toBe('practice')
    expect(desk.asked).toContainEqual({ name: 'settings.change', input: { currentAccountId: 'practice' } })
    expect(router.currentRoute.value.path).toBe('/drift')
  })

  it('hands all merchants that can be released to the plan page', async () => {
    const appIds = ['tt01', 'tt02', 'tt03', 'tt04']
    const { router, act } = await pageOf([matter('approved', appIds, { group: 'release' }), rollout])
    await act(0)
    expect(router.currentRoute.value.path).toBe('/rollouts/new')
    expect(useRolloutDraft().draft).toEqual({ accountId: 'real', appIds, kind: 'release' })
    await act(1)
    expect(router.currentRoute.value.path).toBe('/rollouts/real/r1')
  })
})

describe('what is new', () => {
  it('is read once for many events, a second after the last reading', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { desk, become, lines } = await pageOf([drift])
    const asked = (): number => desk.names().filter((name) => name === 'home.today').length
    const before = asked()
    become([drift, rollout])
    for (let count = 0; count < 5; count += 1) desk.send('merchants.replaced', { accountId: 'real' })
    await vi.advanceTimersByTimeAsync(900)
    expect(asked()).toBe(before)
    await vi.advanceTimersByTimeAsync(200)
    expect(asked()).toBe(before + 1)
    expect(lines()).toHaveLength(2)
  })

  it('is read more rarely where only the rail shows it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { page, desk } = await pageOf([drift])
    page.unmount()
    const before = desk.names().length
    desk.send('home.changed', { accountId: 'real' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(desk.names().length).toBe(before)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(desk.names().length).toBe(before + 1)
  })
})

describe('the charts', () => {
  it('are those of the account at work, or of the one that is chosen', async () => {
    const { page, desk } = await pageOf([])
    const inputs = () => desk.asked.filter(({ name }) => name === 'home.figures').map(({ input }) => input)
    expect(inputs()).toEqual([{ accountId: 'real' }])
    await page.findAll('.toggle-chip')[1]?.trigger('click')
    expect(inputs()).toEqual([{ accountId: 'real' }, { accountId: 'practice' }])
  })

  it('say in words what they show', async () => {
    const { page } = await pageOf([])
    expect(page.get('[data-testid="figure-versions"] svg').attributes('aria-label')).toBe('在用版本，今天：2.4.0 3 个')
    expect(page.get('[data-testid="figure-versions"]').text()).toContain('另有 2 个商家没有线上版本')
    expect(page.get('[data-testid="figure-audits"]').text()).toContain('2 天：通过 3，未通过 1，5 个在审')
    expect(page.get('[data-testid="figure-durations"]').text()).toContain('一半在 5 小时内有结果')
    expect(page.get('[data-testid="figure-credit"]').text()).toContain('最低 72 分，4 个没有分数')
  })
})
