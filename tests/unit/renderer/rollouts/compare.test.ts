import type { RolloutDetail } from '@shared/contract'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { causeDifferences, merchantDifferences, planDifferences } from '@/pages/rollouts/compare/compare-rollouts'
import CompareRolloutsPage from '@/pages/rollouts/CompareRolloutsPage.vue'
import { installDesk, ok, refused } from '../merchant/fake-desk'
import { detailOf, item, plan, refusal, rolloutRouter } from './list-samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const other = refusal({ platformCode: '11301', reason: '提交太频繁' })
const first = detailOf([
  item('a', 'done'),
  item('b', 'failed'),
  item('c', 'failed'),
  item('d', 'done'),
  item('x', 'done')
])
const second = detailOf(
  [
    item('a', 'failed', { error: other, cause: 'platform:11301' }),
    item('b', 'done'),
    item('c', 'skipped'),
    item('d', 'unchanged'),
    item('y', 'waiting')
  ],
  { id: 'r2', plan: plan({ gate: { by: 'quiet', minutes: 30 } }) }
)

describe('two rollouts', () => {
  it('differ where their plans do not say the same', () => {
    expect(planDifferences(first, second)).toEqual([
      { label: '下一波', first: '由操作者打开', second: '30 分钟没有出错后自动打开' }
    ])
    const withdrawn = detailOf([], { plan: plan({ work: { kind: 'withdraw' } }) })
    expect(planDifferences(first, withdrawn)).toContainEqual({ label: '版本', first: '1.4.0', second: null })
    expect(planDifferences(first, first)).toEqual([])
  })

  it('differ in causes: new ones first, then those that are gone', () => {
    expect(causeDifferences(first, second).map(({ key, first, second }) => [key, first, second])).toEqual([
      ['platform:11301', 0, 1],
      ['platform:11205', 2, 0]
    ])
  })

  it('differ in merchants, what got worse first; what was there already is as good as done', () => {
    expect(merchantDifferences(first, second).map(({ appId, turn }) => [appId, turn])).toEqual([
      ['a', 'lost'],
      ['b', 'gained'],
      ['c', 'other'],
      ['x', 'only_first'],
      ['y', 'only_second']
    ])
    expect(merchantDifferences(first, first)).toEqual([])
  })

  it('call nothing worse that is not over yet', () => {
    const running = detailOf([item('a', 'reviewing'), item('b', 'failed')])
    expect(merchantDifferences(first, running).map(({ appId, turn }) => [appId, turn])).toEqual([
      ['a', 'open'],
      ['c', 'only_first'],
      ['d', 'only_first'],
      ['x', 'only_first']
    ])
  })
})

describe('the page that compares them', () => {
  async function pageOf(details: Readonly<Record<string, RolloutDetail>>) {
    installDesk({
      'rollouts.get': ({ rolloutId }) => {
        const detail = details[rolloutId]
        return detail ? ok(detail) : refused({ message: '没有找到这个批量发布' })
      }
    })
    const page = mount(CompareRolloutsPage, {
      props: { accountId: 'practice', first: 'r1', second: 'r2' },
      attachTo: document.body,
      global: { plugins: [rolloutRouter()] }
    })
    await flushPromises()
    return page
  }

  it('shows counts with their change, and who ended otherwise', async () => {
    const page = await pageOf({ r1: first, r2: second })
    expect(page.get('[data-testid="compare-counts"] [data-state="failed"]').text()).toContain('1 (−1)')
    expect(page.findAll('[data-testid="compare-merchant"]').map((line) => line.attributes('data-turn'))).toEqual([
      ...['lost', 'gained', 'other', 'only_first', 'only_second']
    ])
    expect(page.get('[data-app-id="a"] a').attributes('href')).toBe('/merchants/practice/a')
  })

  it('draws only what is in sight of many', async () => {
    const many = (state: 'done' | 'failed') => Array.from({ length: 3_000 }, (_, place) => item(`m${place}`, state))
    const page = await pageOf({ r1: detailOf(many('done')), r2: detailOf(many('failed')) })
    expect(page.findAll('[data-testid="compare-merchant"]').length).toBeLessThan(80)
    expect(page.get('[data-testid="compare-merchants"]').attributes('aria-rowcount')).toBe('3001')
  })

  it('shows the first of many causes, until all are asked for', async () => {
    const many = Array.from({ length: 12 }, (_, place) => item(`m${place}`, 'failed', { cause: `platform:${place}` }))
    const page = await pageOf({ r1: detailOf(many), r2: detailOf([]) })
    const causes = () => page.findAll('[data-testid="compare-cause"]')
    expect(causes()).toHaveLength(8)
    expect(page.get('[data-testid="compare-causes-all"]').text()).toBe('看全部 12 种')
    await page.get('[data-testid="compare-causes-all"]').trigger('click')
    expect(causes()).toHaveLength(12)
  })

  it('says that nothing differs', async () => {
    const page = await pageOf({ r1: first, r2: first })
    expect(page.text()).toContain('两次的计划一样')
    expect(page.text()).toContain('每个商家的结果都一样')
  })

  it('says which could not be read', async () => {
    const page = await pageOf({ r1: first })
    expect(page.text()).toContain('没有找到这个批量发布')
  })
})
