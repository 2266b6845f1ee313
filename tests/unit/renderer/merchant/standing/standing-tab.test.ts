import type { StandingDetail } from '@shared/contract'
import type { StandingFacts, StandingSample } from '@shared/domain/standing'
import type { DeskError } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n'
import { scoreLines } from '@/pages/merchant/standing/history/score-chart'
import { scorePoints } from '@/pages/merchant/standing/history/score-points'
import StandingTab from '@/pages/merchant/standing/StandingTab.vue'
import { installDesk, ok, refused } from '../fake-desk'
import { merchant } from '../samples'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))
afterEach(() => vi.restoreAllMocks())

const facts = (change: Partial<StandingFacts> = {}): StandingFacts => ({
  credit: { score: 92 },
  trial: {
    inTrial: true,
    score: 64,
    passScore: 80,
    tasks: [
      { name: '健康经营', target: 20, progress: 8 },
      { name: '订单', target: 0, progress: 3 }
    ],
    limits: { capabilities: true, payment: false, traffic: true }
  },
  rating: { state: 'retired' },
  filing: { status: 6 },
  troubles: [],
  ...change
})
const sample = (at: number, creditScore: number | null, trialScore: number | null = null): StandingSample => ({
  at,
  creditScore,
  trialScore,
  inTrial: null,
  rating: null
})

async function tabOf(
  value: StandingFacts | null,
  samples: readonly StandingSample[] = [],
  error: DeskError | null = null
) {
  const detail: StandingDetail = { reading: { value, readAt: value && Date.now(), error }, samples }
  const desk = installDesk({
    'standing.get': () => ok(detail),
    'standing.read': () => refused({ message: '没有读到评级与信用' })
  })
  const tab = mount(StandingTab, { props: { merchant }, attachTo: document.body, global: { plugins: [i18n] } })
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  return { tab, desk, part: (id: string) => tab.get(`[data-testid="${id}"]`) }
}

it('shows the scores, the tasks and the limits in plain words', async () => {
  const { tab, part } = await tabOf(facts())
  expect(part('credit-score').text()).toBe('92 分')
  expect(part('standing-trial').text()).toContain('试运营期内')
  expect(part('trial-score').text()).toBe('现在 64 分，通过需要 80 分，还差 16 分')
  expect(tab.findAll('[data-testid="trial-task"]').map((task) => task.text())).toEqual(['健康经营8 / 20', '订单3 / 0'])
  expect(part('trial-limits').text()).toBe('高级能力受限流量受限')
})

it('says of a score that is not initialised that it is not', async () => {
  const { part } = await tabOf(facts({ credit: { score: null } }))
  expect(part('credit-score').text()).toBe('还没有初始化')
})

it('says that the rating is retired, without an error, and that nobody knows what the filing number means', async () => {
  const { tab, part } = await tabOf(facts())
  expect(part('quality-rating').text()).toBe('平台已停用质量评级，没有可以读的结果。')
  expect(part('standing-filing').text()).toContain('状态码 6')
  expect(part('standing-filing').text()).toContain('平台没有说明含义')
  expect(tab.find('[data-testid="error-panel"]').exists()).toBe(false)
})

it('tells why one part could not be read beside the others', async () => {
  const error: DeskError = {
    code: 'platform_refused',
    message: '没有读到信用分',
    nextStep: '请让商家补充授权',
    retryable: false,
    platformCode: '28001018'
  }
  const { part } = await tabOf(facts({ credit: null, troubles: [{ part: 'credit', error }] }))
  expect(part('standing-credit').text()).toContain('平台代码 28001018')
  expect(part('standing-credit').find('[data-testid="credit-score"]').exists()).toBe(false)
  expect(part('standing-trial').text()).toContain('试运营期内')
})

it('reads at once what was never read, and tells why it could not', async () => {
  const { desk, tab, part } = await tabOf(null)
  expect(desk.names()).toContain('standing.read')
  expect(tab.text()).toContain('没有读到评级与信用')
  expect(part('standing-unread').text()).toContain('请刷新')
})

describe('the history', () => {
  it('is a table where there are one or two points', async () => {
    const { tab } = await tabOf(facts(), [sample(1_000, 90), sample(2_000, null), sample(3_000, 92)])
    expect(tab.find('[data-testid="score-chart"]').exists()).toBe(false)
    const rows = tab.findAll('[data-testid="score-table"] tbody tr').map((line) => line.findAll('td')[1]?.text())
    expect(rows).toEqual(['92', '90'])
  })

  it('is a chart from three points on, with the numbers for screen readers', async () => {
    // There is no canvas here: the chart says so and draws nothing.
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { tab } = await tabOf(facts(), [sample(1_000, 90, 40), sample(2_000, 91, 50), sample(3_000, 92, 64)])
    expect(tab.find('[data-testid="score-chart"] canvas').exists()).toBe(true)
    expect(tab.findAll('[data-testid="score-table"] tbody tr')).toHaveLength(3)
    expect(tab.get('[data-testid="score-table"]').element.closest('.visually-hidden')).not.toBeNull()
  })

  it('has a line for the trial only where there is one, and the threshold from end to end', () => {
    const look = { credit: 'a', trial: 'b', threshold: 'c', text: 'd', line: 'e', font: 'f' }
    const plain = scorePoints([sample(1, 90), sample(2, 91)])
    expect(scoreLines({ points: plain, passScore: null, look }).map(({ label }) => label)).toEqual(['信用分'])
    const trial = scorePoints([sample(1, 90, 40), sample(2, null, 50)])
    const lines = scoreLines({ points: trial, passScore: 80, look })
    expect(lines.map(({ label }) => label)).toEqual(['信用分', '试运营分', '试运营通过线 80'])
    expect(lines[2]?.data).toEqual([
      { x: 1, y: 80 },
      { x: 2, y: 80 }
    ])
  })
})
