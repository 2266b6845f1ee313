import type { DeskError } from '@shared/errors'
import { errorActors, waysOut } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ErrorPanel from '@/components/common/ErrorPanel.vue'
import ErrorRemedy from '@/components/errors/ErrorRemedy.vue'
import { actorTexts } from '@/components/errors/actors'
import { placeOf, wayOutTexts } from '@/components/errors/way-out'
import { router as realRouter } from '@/router'
import { useSessionStore } from '@/stores/session'
import { infoOf, realAccount } from '../accounts/samples'
import { installDesk, ok } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))
afterEach(() => vi.unstubAllGlobals())

const plain: DeskError = {
  code: 'platform_refused',
  message: '提审没有成功',
  reason: '小程序的名称、简介、图标或服务类目不完整',
  nextStep: '请补全后再提审',
  retryable: false,
  platformCode: '11306',
  logId: 'log-1'
}
const error: DeskError = {
  ...plain,
  merchant: { appId: 'tt1', name: '云间民宿' },
  actor: 'operator',
  wayOut: 'merchant_profile'
}

const nobody = { template: '<div />' }
const routes = [
  { path: '/', component: nobody },
  ...['/authorization', '/rollouts', '/merchants', '/accounts', '/settings'].map((path) => ({
    path,
    component: nobody
  })),
  { path: '/accounts/:accountId/diagnosis', name: 'diagnosis', component: nobody },
  { path: '/merchants/:accountId/:appId', name: 'merchant', component: nobody }
]

function testRouter() {
  return createRouter({ history: createMemoryHistory(), routes })
}

async function panelOf(shown: DeskError, at = '/') {
  installDesk({ 'app.info': () => ok(infoOf([realAccount()])) })
  await useSessionStore().load()
  const router = testRouter()
  await router.push(at)
  const panel = mount(ErrorPanel, { props: { error: shown }, global: { plugins: [router] } })
  const wayOut = () => panel.find('[data-testid="error-way-out"]')
  return { panel, router, wayOut }
}

describe('an error with a way out', () => {
  it('says who must act, and leads to the tab of the merchant where it is put right', async () => {
    const { panel, router, wayOut } = await panelOf(error)
    expect(panel.get('[data-testid="error-actor"]').text()).toBe('由你处理')
    expect(wayOut().text()).toBe('打开基本资料')
    await wayOut().trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe(`/merchants/${realAccount().id}/tt1?tab=profile`)
  })

  it('takes the account of the address before the one that the frame shows', async () => {
    const { router, wayOut } = await panelOf(error, '/merchants/other/tt9')
    await wayOut().trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/merchants/other/tt1')
  })

  it('has no button to the page that is open', async () => {
    const { wayOut, panel } = await panelOf(error, `/merchants/${realAccount().id}/tt1?tab=profile`)
    expect(wayOut().exists()).toBe(false)
    expect(panel.text()).toContain('由你处理')
  })

  it('leads to the links where no merchant is named', async () => {
    const { wayOut, router } = await panelOf({ ...plain, wayOut: 'merchant_authorization' })
    await wayOut().trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/authorization')
  })

  it.each([
    ['rollouts', '打开批量发布', '/rollouts'],
    ['merchants', '打开商家列表', '/merchants'],
    ['accounts', '打开账号列表', '/accounts'],
    ['data_folder', '看数据目录', '/settings?section=data']
  ] as const)('leads to %s', async (place, text, at) => {
    const { wayOut, router } = await panelOf({ ...plain, wayOut: place })
    expect(wayOut().text()).toBe(text)
    await wayOut().trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe(at)
  })

  it('is the way alone where there is no room for more, and nothing where there is no way', async () => {
    const router = testRouter()
    await router.push('/merchants/other/tt9')
    const compact = (shown: DeskError) =>
      mount(ErrorRemedy, { props: { error: shown, compact: true }, global: { plugins: [router] } })
    expect(compact(error).text()).toBe('打开基本资料')
    expect(
      compact({ ...error, wayOut: 'retry' })
        .find('[data-testid="error-remedy"]')
        .exists()
    ).toBe(false)
  })

  it('says nothing where neither is known', async () => {
    const { panel } = await panelOf(plain)
    expect(panel.find('[data-testid="error-remedy"]').exists()).toBe(false)
  })

  it('is shown as well where there is no frame around it', () => {
    expect(mount(ErrorPanel, { props: { error } }).text()).toContain('由你处理')
  })

  it('leads from its code to the catalogue', async () => {
    const { panel } = await panelOf(error)
    expect(panel.get('[data-testid="code-link"]').attributes('href')).toBe('#/help/codes?code=11306')
  })

  it('copies account, merchant, code, log id, time and version for the support', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    const { panel } = await panelOf(error)
    await panel.get('.platform button').trigger('click')
    const text = writeText.mock.calls[0]?.[0] ?? ''
    const { name, componentAppId } = realAccount()
    for (const part of [name, componentAppId, '云间民宿', 'tt1', '11306', 'log_id:log-1', '时间：', '程序版本：']) {
      expect(text).toContain(part)
    }
  })
})

describe('the words', () => {
  it('are there for everybody who may have to act', () => {
    for (const actor of errorActors) expect(actorTexts[actor]).not.toBe('')
  })

  it.each(waysOut)('of %s go with a page that is there', (wayOut) => {
    const place = placeOf(wayOut, { accountId: 'a', appId: 'tt1' })
    expect(place === null).toBe(wayOutTexts[wayOut] === null)
    if (place === null) return
    expect(realRouter.resolve(place).path).not.toBe('/')
    expect(realRouter.resolve(place).redirectedFrom).toBeUndefined()
    expect(realRouter.resolve(place).name).toBeDefined()
  })
})
