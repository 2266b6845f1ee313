import type { Drift, DriftRow, DriftVersion } from '@shared/domain/drift'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { driftLines, sortLines } from '@/pages/drift/drift-lines'
import { versionShares } from '@/pages/drift/drift-sums'
import DriftPage from '@/pages/drift/DriftPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { installDesk, ok, refused } from '../merchant/fake-desk'
import { rolloutRouter } from './list-samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const version = (text: string, change: Partial<DriftVersion> = {}): DriftVersion => ({
  version: text,
  createdAt: 1,
  templateId: text,
  isCertain: true,
  state: 'ok',
  ...change
})

const row = (appId: string, behind: number | null, change: Partial<DriftRow> = {}): DriftRow => ({
  appId,
  name: `商家 ${appId}`,
  tags: [],
  online: version(`1.${9 - (behind ?? 9)}.0`),
  audit: null,
  test: null,
  hosts: ['douyin'],
  behind,
  behindSince: behind ? 1 : null,
  readAt: Date.now(),
  ...change
})

const templates = [9, 8, 7].map((minor) => ({
  templateId: `t${minor}`,
  version: `1.${minor}.0`,
  description: '首页',
  createdAt: 1
}))
const driftOf = (rows: readonly DriftRow[]): Drift => ({ templates, rows })
const four = driftOf([
  row('a', 0),
  row('b', 2, { tags: ['华东'], audit: version('1.9.0', { state: 'in_review' }) }),
  row('c', 1, { online: version('1.8.0', { isCertain: false, templateId: 't8' }), readAt: 1 }),
  row('d', null, { online: null, readAt: null })
])

describe('how far a merchant is behind', () => {
  const standings = (templateId: string | null) =>
    driftLines(four, templateId).map((line) => [line.behind, line.standing])

  it('is told against the newest template, or the one that was chosen', () => {
    expect(standings(null)).toEqual([
      [0, 'current'],
      [2, 'behind'],
      [1, 'behind'],
      [null, 'none']
    ])
    expect(standings('t8').slice(1, 3)).toEqual([
      [1, 'behind'],
      [0, 'current']
    ])
  })

  it('is not told where the online version’s template is not known', () => {
    const [line] = driftLines(driftOf([row('e', null, { online: version('x', { templateId: null }) })]), null)
    expect(line?.standing).toBe('unknown')
  })

  it('puts what can not be compared last in both directions', () => {
    const order = (direction: 'ascending' | 'descending') =>
      sortLines(driftLines(four, null), { column: 'behind', direction }).map((line) => line.row.appId)
    expect(order('descending')).toEqual(['b', 'c', 'a', 'd'])
    expect(order('ascending')).toEqual(['a', 'c', 'b', 'd'])
  })
})

it('sums the versions in use, the rarest together', () => {
  const rows = ['1', '2', '3', '4', '5', '6', '7'].flatMap((name, place) =>
    Array.from({ length: 7 - place }, (_, nth) => row(`${name}-${nth}`, 0, { online: version(name) }))
  )
  const shares = versionShares(driftLines(driftOf([...rows, row('none', null, { online: null })]), null))
  expect(shares.map(({ text, count }) => `${text} ${count}`)).toEqual([
    ...['5 3', '4 4', '3 5', '2 6', '1 7'],
    ...['其他版本 3', '没有线上版本 1']
  ])
})

describe('the drift page', () => {
  async function pageOf(answers: Parameters<typeof installDesk>[0]) {
    const desk = installDesk({
      'app.info': () => ok(practiceInfo()),
      'merchants.page': () => ok({ rows: [], total: 0, next: null }),
      'merchants.refresh': ({ appIds }) =>
        ok({ accountId: 'practice', total: appIds?.length ?? 0, done: 0, failed: 0, running: true }),
      ...answers
    })
    await useSessionStore().load()
    await useMerchantsStore().load('practice')
    const router = rolloutRouter()
    await router.push('/drift')
    const page = mount(DriftPage, { attachTo: document.body, global: { plugins: [router] } })
    await flushPromises()
    const ids = () => page.findAll('[data-testid="drift-row"]').map((line) => line.attributes('data-app-id'))
    const press = async (id: string) => {
      await page.get(`[data-testid="${id}"]`).trigger('click')
      await flushPromises()
    }
    return { desk, router, page, ids, press }
  }
  const shown = () => pageOf({ 'rollouts.drift': () => ok(four) })

  it('shows the most behind first, and whether a template is certain', async () => {
    const { page, ids } = await shown()
    expect(ids()).toEqual(['b', 'c', 'a', 'd'])
    expect(page.get('[data-app-id="b"]').text()).toContain('2 个版本')
    expect(page.get('[data-app-id="b"]').text()).toContain('审核中')
    expect(page.get('[data-app-id="c"]').text()).toContain('模板 t8？')
    expect(page.get('[data-app-id="c"]').html()).toContain('只按版本号和描述推断')
  })

  it('narrows by standing, review and words, and counts over all', async () => {
    const { page, ids, press } = await shown()
    expect(page.get('[data-testid="drift-filter-behind"]').text()).toBe('落后 2')
    await press('drift-filter-none')
    expect(ids()).toEqual(['d'])
    await press('drift-filter-none')
    await press('drift-filter-review')
    expect(ids()).toEqual(['b'])
    await press('drift-filter-review')
    const field = page.get('[data-testid="drift-search"]')
    await (field.element.matches('input') ? field : field.get('input')).setValue('华东')
    expect(ids()).toEqual(['b'])
  })

  it('takes those behind the chosen template to a plan that ships it', async () => {
    const { page, router, press } = await shown()
    expect(page.get('[data-testid="drift-plan"]').text()).toContain('为落后的 2 个做计划')
    await page.get('[data-testid="drift-target"]').setValue('t8')
    expect(page.get('[data-testid="drift-plan"]').text()).toContain('为落后的 1 个做计划')
    await press('drift-plan')
    expect(router.currentRoute.value.fullPath).toBe('/rollouts/new')
    expect(useRolloutDraft().take('practice')).toEqual({
      accountId: 'practice',
      appIds: ['b'],
      kind: 'ship',
      templateId: 't8'
    })
  })

  it('has no plan to make where nobody is behind, and says so', async () => {
    const { page } = await pageOf({ 'rollouts.drift': () => ok(driftOf([row('a', 0)])) })
    expect(page.get('[data-testid="drift-plan"]').attributes('data-hint')).toBe('列表里没有落后的商家')
    expect(page.get('[data-testid="drift-refresh"]').attributes('data-hint')).toBe('都是一小时内读取的')
  })

  it('reads those again that were read long ago or never, and itself when that has ended', async () => {
    let answers = 0
    const { desk, ids, press } = await pageOf({
      'rollouts.drift': () => ok(answers++ === 0 ? four : driftOf([row('a', 0)]))
    })
    await press('drift-refresh')
    expect(desk.asked.at(-1)).toEqual({
      name: 'merchants.refresh',
      input: { accountId: 'practice', appIds: ['c', 'd'] }
    })
    desk.send('refresh.progress', { accountId: 'practice', total: 2, done: 2, failed: 0, running: false })
    await flushPromises()
    expect(ids()).toEqual(['a'])
  })

  it('draws only what is in sight of many', async () => {
    const many = Array.from({ length: 5_000 }, (_, place) => row(`m${place}`, place % 3))
    const { page, ids } = await pageOf({ 'rollouts.drift': () => ok(driftOf(many)) })
    expect(ids().length).toBeLessThan(80)
    expect(page.get('[data-testid="drift-grid"]').attributes('aria-rowcount')).toBe('5001')
  })

  it('has as many heads as cells', async () => {
    const { page } = await shown()
    const cells = page.get('[data-testid="drift-row"]').findAll('[role="cell"]')
    expect(cells).toHaveLength(page.findAll('[role="columnheader"]').length)
  })

  it('says that there is nobody, and why it could not be read', async () => {
    const { page: empty } = await pageOf({ 'rollouts.drift': () => ok(driftOf([])) })
    expect(empty.text()).toContain('还没有商家')
    const { page: broken } = await pageOf({ 'rollouts.drift': () => refused({ message: '模板库没有读到' }) })
    expect(broken.text()).toContain('模板库没有读到')
  })
})
