import type { Diagnosis, DiagnosisStep, DiagnosisStepName } from '@shared/domain/diagnosis'
import { diagnosisSteps } from '@shared/domain/diagnosis'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import DiagnosisPage from '@/pages/diagnosis/DiagnosisPage.vue'
import { stepHelp } from '@/pages/diagnosis/step-look'
import { summaryOf } from '@/pages/diagnosis/summary'
import { useSessionStore } from '@/stores/session'
import { twoAccounts } from '../events/samples'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const step = (name: DiagnosisStepName, change: Partial<DiagnosisStep> = {}): DiagnosisStep => ({
  name,
  state: 'good',
  finding: `${name} 没有问题`,
  nextStep: null,
  action: null,
  tookMs: 12,
  platformCode: null,
  logId: null,
  ...change
})
const staleTicket = step('ticket', {
  state: 'bad',
  finding: '票据已经过期',
  nextStep: '粘贴一张新的票据',
  action: 'paste_ticket'
})
const refusedAddress = step('address_allow_list', {
  state: 'bad',
  finding: '平台不认识这个 IP',
  nextStep: '把 203.0.113.7 加进白名单',
  platformCode: '28001071',
  logId: '2026ABC'
})
const slowClock = step('clock', { state: 'warning', finding: '时钟慢 40 秒', nextStep: '校准时钟' })

const diagnosis = (...changed: DiagnosisStep[]): Diagnosis => ({
  accountId: 'agency',
  startedAt: 0,
  finishedAt: 0,
  steps: diagnosisSteps.map((name) => changed.find((each) => each.name === name) ?? step(name))
})

async function open(diagnose: (accountId: string) => CallResult<Diagnosis> | Promise<CallResult<Diagnosis>>) {
  const desk = installDesk({
    'app.info': () => ok(twoAccounts()),
    'accounts.diagnose': ({ accountId }) => diagnose(accountId)
  })
  await useSessionStore().load()
  const routes = [{ path: '/:rest(.*)*', component: { template: '<div />' } }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  const page = mount(DiagnosisPage, { props: { accountId: 'agency' }, global: { plugins: [router, i18n] } })
  await flushPromises()
  const row = (name: DiagnosisStepName) => page.get(`[data-step="${name}"]`)
  const summary = () => page.get('[data-testid="diagnosis-summary"]').text()
  const asked = () => desk.names().filter((name) => name === 'accounts.diagnose').length
  return { desk, router, page, row, summary, asked }
}

describe('a diagnosis', () => {
  it('starts at once, names the account, and shows its steps in their order', async () => {
    const { page, asked } = await open(() => ok(diagnosis()))
    expect(asked()).toBe(1)
    expect(page.get('[data-testid="diagnosis-account"]').text()).toContain('小林工作室')
    expect(page.findAll('[data-testid="diagnosis-step"]').map((each) => each.attributes('data-step'))).toEqual([
      ...diagnosisSteps
    ])
    expect(page.get('[data-testid="diagnosis-summary"]').text()).toBe('全部正常')
  })

  it('shows each step as it comes, and the answer in the end', async () => {
    const answer = later<CallResult<Diagnosis>>()
    const { desk, row, summary } = await open(() => answer.promise)
    expect(row('network').text()).toContain('等待')
    desk.send('diagnosis.step', { accountId: 'agency', step: step('secrets') })
    desk.send('diagnosis.step', { accountId: 'agency', step: step('network', { state: 'running', finding: '' }) })
    desk.send('diagnosis.step', { accountId: 'practice', step: step('network') })
    await flushPromises()
    expect(row('secrets').text()).toContain('正常')
    expect(row('network').text()).toContain('检查中')
    expect(summary()).toContain('正在检查 1 / 10')
    expect(summary()).toContain('网络与代理')
    answer.give(ok(diagnosis(staleTicket)))
    await flushPromises()
    expect(row('ticket').text()).toContain('有问题')
    expect(summary()).toContain('1 项需要处理')
  })

  it('says what to mend first, and quotes the platform where it refused', async () => {
    const { row, summary } = await open(() => ok(diagnosis(slowClock, staleTicket, refusedAddress)))
    expect(summary()).toBe('2 项需要处理，1 项请留意先看「票据」：粘贴一张新的票据')
    const refusal = row('address_allow_list').text()
    for (const part of ['把 203.0.113.7 加进白名单', '28001071', '2026ABC', '12 毫秒']) expect(refusal).toContain(part)
  })

  it('leads to where the problem is mended', async () => {
    const { router, row } = await open(() => ok(diagnosis(staleTicket)))
    await row('ticket').get('[data-testid="diagnosis-help"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/accounts/agency?paste=1')
  })

  it('is run again when asked, once at a time, with nothing left of the last one', async () => {
    const answers = [ok(diagnosis(staleTicket)), later<CallResult<Diagnosis>>()] as const
    let count = 0
    const { page, row, asked } = await open(() => (count++ === 0 ? answers[0] : answers[1].promise))
    const again = page.get('[data-testid="diagnosis-again"]')
    await again.trigger('click')
    await again.trigger('click')
    expect(asked()).toBe(2)
    expect(row('ticket').text()).toContain('等待')
    answers[1].give(ok(diagnosis()))
    await flushPromises()
    expect(row('ticket').text()).toContain('正常')
  })

  it('of an account that was left is dropped', async () => {
    const late = later<CallResult<Diagnosis>>()
    const { page, summary } = await open((accountId) => (accountId === 'agency' ? late.promise : ok(diagnosis())))
    await page.setProps({ accountId: 'practice' })
    await flushPromises()
    late.give(ok(diagnosis(staleTicket)))
    await flushPromises()
    expect(summary()).toBe('全部正常')
  })

  it('that could not be carried out says why, and can be tried again', async () => {
    let isBroken = true
    const { page, summary } = await open(() => (isBroken ? refused({ message: '诊断没有完成' }) : ok(diagnosis())))
    expect(page.get('[data-testid="error-panel"]').text()).toContain('诊断没有完成')
    isBroken = false
    await page.get('[data-testid="error-panel"] .retry').trigger('click')
    await flushPromises()
    expect(summary()).toBe('全部正常')
  })

  it('is copied as plain text with everything that support asks for', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const { page } = await open(() => ok(diagnosis(refusedAddress)))
    await page.get('[data-testid="diagnosis-copy"]').trigger('click')
    const [text = ''] = writeText.mock.lastCall ?? []
    expect(text.split('\n').slice(0, 2)).toEqual([
      '连接诊断：小林工作室（tt0000000000000000）',
      '时间：1970-01-01 08:00:00（中国时间）'
    ])
    expect(text).toContain('8. IP 白名单：有问题。平台不认识这个 IP（12 毫秒）\n   下一步：把 203.0.113.7 加进白名单')
    expect(text).toContain('平台代码 28001071，log_id 2026ABC')
  })
})

it('tells that the account is gone instead of diagnosing on', async () => {
  const { page } = await open(() => refused({ code: 'not_found' }))
  await page.setProps({ accountId: 'removed' })
  await flushPromises()
  expect(page.text()).toContain('没有这个账号')
  expect(page.find('[data-testid="diagnosis-step"]').exists()).toBe(false)
})

it('takes skipped steps for no problem, and warnings for less than one', () => {
  expect(summaryOf([step('clock', { state: 'skipped' })], false).title).toBe('全部正常')
  expect(summaryOf([slowClock], false)).toMatchObject({ kind: 'warning', title: '1 项请留意' })
})

it('knows a place for every action', () => {
  const paths = (['account_settings', 'secrets', 'merchant_list'] as const).map((each) => stepHelp(each, 'a/b')?.path)
  expect(paths).toEqual(['/accounts/a%2Fb', '/accounts/a%2Fb?secrets=1', '/authorization'])
})
