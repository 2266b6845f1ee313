import type { MerchantRow } from '@shared/domain/merchant'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import MerchantListPage from '@/pages/merchants/MerchantListPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { emptyFilter, filterRows, isFiltering } from '@/stores/merchant-rows/row-filter'
import { sortRows } from '@/stores/merchant-rows/row-order'
import { driftHint, driftText } from '@/stores/merchant-rows/row-setup'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { row } from '../list/rows'
import { installDesk, ok } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const drift = (missing: number | null, extra: number | null) => ({
  baselineId: 'b1',
  baselineName: '主域名',
  missing,
  extra
})
const list: readonly MerchantRow[] = [
  row({ appId: 'a', creditScore: 88, readiness: { level: 'ok', text: '' }, drift: drift(0, 0) }),
  row({ appId: 'b', creditScore: null, readiness: null }),
  row({ appId: 'c', creditScore: 60, readiness: { level: 'blocking', text: '没有简介' }, drift: drift(2, 1) }),
  row({
    appId: 'd',
    creditScore: 100,
    readiness: { level: 'warning', text: '小程序已被下架' },
    drift: drift(null, null)
  })
]
const ids = (rows: readonly MerchantRow[]) => rows.map(({ appId }) => appId)

describe('the rules of the list', () => {
  it('finds merchants that would be refused or have something amiss, and not those that were never judged', () => {
    const filter = { ...emptyFilter, notReady: true }
    expect(isFiltering(filter)).toBe(true)
    expect(ids(filterRows(list, filter, null))).toEqual(['c', 'd'])
  })

  it('finds merchants that are off their baseline, and not those whose domains were never read', () => {
    expect(ids(filterRows(list, { ...emptyFilter, drifted: true }, null))).toEqual(['c'])
  })

  it('sorts by credit with those without a score last in both directions', () => {
    expect(ids(sortRows(list, { column: 'credit', direction: 'ascending' }))).toEqual(['c', 'a', 'd', 'b'])
    expect(ids(sortRows(list, { column: 'credit', direction: 'descending' }))).toEqual(['d', 'a', 'c', 'b'])
  })

  it('sorts the least ready and the farthest from its baseline first', () => {
    expect(ids(sortRows(list, { column: 'readiness', direction: 'ascending' }))).toEqual(['c', 'd', 'b', 'a'])
    expect(ids(sortRows(list, { column: 'drift', direction: 'ascending' }))).toEqual(['c', 'a', 'b', 'd'])
  })

  it('says how far a merchant is from its baseline', () => {
    expect([drift(2, 1), drift(2, 0), drift(0, 3), drift(0, 0), drift(null, null)].map(driftText)).toEqual([
      '缺 2 多 1',
      '缺 2',
      '多 3',
      '一致',
      '未读'
    ])
    expect(driftHint(drift(2, 1))).toBe('和基线「主域名」比：缺 2 个，多 1 个')
  })
})

describe('the list', () => {
  async function shown() {
    installDesk({
      'app.info': () => ok(practiceInfo()),
      'merchants.page': () => ok({ rows: list, total: list.length, next: null }),
      'merchants.refreshStatus': () => ok({ accountId: 'practice', total: 0, done: 0, failed: 0, running: false })
    })
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/:rest(.*)*', component: { template: '<div />' } }]
    })
    await router.push('/merchants')
    await useSessionStore().load()
    await useMerchantsStore().load('practice')
    const page = mount(MerchantListPage, { attachTo: document.body, global: { plugins: [router] } })
    await flushPromises()
    return { page, router, lines: () => page.findAll('[data-testid="merchant-row"]') }
  }

  it('shows readiness by word with the reasons on hover, the credit score and the drift', async () => {
    const { lines } = await shown()
    const cells = lines().map((line) => ({
      readiness: line.get('[data-testid="row-readiness"]').text(),
      why: line.get('[data-testid="row-readiness"]').attributes('data-hint'),
      drift: line.get('.column-drift').text(),
      credit: line.get('.column-credit').text()
    }))
    expect(cells).toEqual([
      { readiness: '就绪', why: undefined, drift: '一致', credit: '88' },
      { readiness: '未判断', why: undefined, drift: '无基线', credit: '无' },
      { readiness: '会被拒绝', why: '没有简介', drift: '缺 2 多 1', credit: '60' },
      { readiness: '有提醒', why: '小程序已被下架', drift: '未读', credit: '100' }
    ])
  })

  it('has as many heads as cells', async () => {
    const { page, lines } = await shown()
    expect(lines()[0]?.findAll('[role="gridcell"]')).toHaveLength(page.findAll('[role="columnheader"]').length)
  })

  it('narrows the list by a chip that counts over all rows', async () => {
    const { page, lines } = await shown()
    const chip = page.get('[data-testid="filter-not-ready"]')
    expect(chip.text()).toBe('就绪有问题 2')
    await chip.trigger('click')
    expect(lines().map((line) => line.attributes('data-app-id'))).toEqual(['c', 'd'])
    await chip.trigger('click')
    await page.get('[data-testid="filter-drifted"]').trigger('click')
    expect(lines().map((line) => line.attributes('data-app-id'))).toEqual(['c'])
  })

  it('leads to the changes of many merchants', async () => {
    const { page, router } = await shown()
    await page.get('[data-testid="batch-menu"]').trigger('click')
    await flushPromises()
    const entry = document.querySelector<HTMLElement>('[data-testid="batch-menu-introduction"]')
    entry?.click()
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/batches/new/introduction')
  })
})
