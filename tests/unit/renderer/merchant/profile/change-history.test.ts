import type { SettingChange } from '@shared/domain/setting'
import type { DeskError } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import ChangeHistory from '@/pages/merchant/setup/ChangeHistory.vue'
import { installDesk, ok, refused } from '../fake-desk'
import { merchant } from '../samples'
import { settingChange } from './samples'

enableAutoUnmount(afterEach)

function history(changes: readonly SettingChange[], answers: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk(answers)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: { template: '<i />' } },
      { path: '/:rest(.*)', component: { template: '<i />' } }
    ]
  })
  const wrapper = mount(ChangeHistory, { props: { changes, merchant }, global: { plugins: [i18n, router] } })
  return { desk, router, wrapper, settle: () => wrapper.find('[data-testid="settle-change"]') }
}

const lost = settingChange({ state: 'unknown', id: 'c7' })

describe('the history of changes', () => {
  it('says what was changed, by whom, and that it ended well', () => {
    const { wrapper, settle } = history([settingChange({ rolloutId: 'b1' })])
    expect(wrapper.text()).toMatch(/修改名称.*平台已接受.*1 分钟前.*小林/)
    expect(wrapper.text()).toContain('山野茶事 → 山野茶铺')
    expect(wrapper.get('a').attributes('href')).toBe('/rollouts/practice/b1')
    expect(settle().exists()).toBe(false)
  })

  it("quotes the platform's refusal with its code and log_id", () => {
    const error = {
      code: 'platform_refused',
      message: '名称没有修改',
      reason: '名称已被占用',
      nextStep: '请换一个名称',
      retryable: false,
      platformCode: '21003',
      logId: 'LOG1'
    } as const
    const { wrapper } = history([settingChange({ state: 'refused', error })])
    expect(wrapper.text()).toContain('名称已被占用 · 请换一个名称')
    expect(wrapper.text()).toContain('平台代码 21003')
    expect(wrapper.get('button.copy-text').text()).toBe('LOG1')
  })

  it('leads to where the newest failure of a kind is put right, not to that of one that was tried again', async () => {
    const error: DeskError = {
      code: 'platform_refused',
      ...{ message: '没有修改', reason: '类目不完整', nextStep: '请补全', retryable: false },
      actor: 'operator',
      wayOut: 'merchant_categories',
      merchant: { appId: merchant.appId, name: '山野茶事' }
    }
    const { wrapper, router } = history([
      settingChange({ id: 'c9', kind: 'icon' }),
      settingChange({ id: 'c8', state: 'refused', error }),
      settingChange({ id: 'c7', state: 'refused', error })
    ])
    await router.push(`/merchants/${merchant.accountId}/${merchant.appId}?tab=profile`)
    const [, newest, older] = wrapper.findAll('[data-testid="setting-change"]')
    expect(older?.text()).toContain('类目不完整 · 请补全')
    expect(older?.find('[data-testid="error-way-out"]').exists()).toBe(false)
    expect(newest?.find('[data-testid="error-actor"]').exists()).toBe(false)
    await newest?.get('[data-testid="error-way-out"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/merchants/practice/tt0001?tab=categories')
  })

  it('says that nothing was changed yet', () => {
    expect(history([]).wrapper.text()).toContain('还没有在这个程序里修改过')
  })
})

describe('a change with a lost answer', () => {
  it('is found out by the button, which tells the owner', async () => {
    const found = { ...lost, state: 'done' } as const
    const { desk, wrapper, settle } = history([lost], { 'setup.settle': () => ok(found) })
    expect(wrapper.text()).toContain('不会重复发送')
    await settle().trigger('click')
    await flushPromises()
    expect(desk.asked).toEqual([{ name: 'setup.settle', input: { ...merchant, changeId: 'c7' } }])
    expect(wrapper.emitted('settled')).toEqual([[found]])
  })

  it('says when it still can not be told', async () => {
    const { wrapper, settle } = history([lost], { 'setup.settle': () => refused({ code: 'outcome_unknown' }) })
    await settle().trigger('click')
    await flushPromises()
    expect(wrapper.text()).toContain('还看不出结果')
    expect(wrapper.find('[data-testid="error-panel"]').exists()).toBe(false)
  })

  it('says why it could not be looked into', async () => {
    const { wrapper, settle } = history([lost], { 'setup.settle': () => refused({ code: 'network', message: '断网' }) })
    await settle().trigger('click')
    await flushPromises()
    expect(wrapper.get('[data-testid="error-panel"]').text()).toContain('断网')
  })

  it('is one that was begun long ago and never ended, but not one that is being sent', () => {
    const begun = (agoMs: number) => settingChange({ state: 'intended', startedAt: Date.now() - agoMs })
    expect(history([begun(10_000)]).wrapper.text()).toContain('正在发送')
    expect(
      history([begun(10_000)])
        .settle()
        .exists()
    ).toBe(false)
    expect(
      history([begun(6 * 60_000)])
        .settle()
        .exists()
    ).toBe(true)
  })
})
