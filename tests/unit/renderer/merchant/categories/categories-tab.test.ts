import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok, refused } from '../fake-desk'
import { categoriesTab } from './page'
import { configured, detail, facts, lostChange, noodles, rejectedTea } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => document.body.replaceChildren())

const milkTea = configured('1,2,2', '餐饮-茶饮-奶茶')

describe('the categories of a merchant', () => {
  it('say how many there are, what may still be changed, and which one is the main one', async () => {
    const { get } = await categoriesTab()
    expect(get('category-count').text()).toBe('1 / 5 个类目')
    expect(get('category-allowance').text()).toBe('本月还可修改 4 次（共 5 次）')
    expect(get('main-category').text()).toBe('主营类目：餐饮 › 正餐 › 面馆')
  })

  it('say nothing of what the platform did not tell', async () => {
    const { page, all } = await categoriesTab(detail(facts({ remaining: null, online: null, main: null })))
    expect([...all('category-allowance'), ...all('main-category'), ...all('category-online')]).toEqual([])
    expect(page.text()).toContain('没有读到线上的类目')
  })

  it('are listed with their review, the reason, their files, and whether they are online', async () => {
    const shown = facts({ configured: [noodles, rejectedTea, milkTea] })
    const { all } = await categoriesTab(detail(shown))
    const [first, second, third] = all('category-line').map((line) => line.text())
    expect(first).toMatch(/餐饮 › 正餐 › 面馆.*已通过.*线上.*主营/s)
    expect(second).toMatch(/未通过.*未发布.*未通过原因：营业执照不清晰.*营业执照（2 个文件）/s)
    expect(third).toMatch(/奶茶.*已通过.*未发布/s)
  })

  it('have those that were deleted and are still online, and say that they go with the next publishing', async () => {
    const { get } = await categoriesTab(detail(facts({ online: [noodles, milkTea] })))
    expect(get('category-going').text()).toMatch(/奶茶.*将移除/s)
    expect(get('publish-removed').text()).toBe('「餐饮 › 茶饮 › 奶茶」')
  })

  it('say why nothing can be added when the month is used up', async () => {
    const { get, all, press } = await categoriesTab(detail(facts({ remaining: 0 })))
    expect(get('add-category').attributes('data-hint')).toBe('本月的 5 次类目修改已用完')
    await press('add-category')
    expect(all('add-category-dialog')).toEqual([])
  })

  it('offer new files for a rejected one alone', async () => {
    const { all } = await categoriesTab(detail(facts({ configured: [noodles, rejectedTea] })))
    expect(all('supply-category')).toHaveLength(1)
  })

  it('hold everything back while the outcome of a change is not known', async () => {
    const { get, all } = await categoriesTab(detail(facts(), { changes: [lostChange] }))
    expect(get('unsettled-change').text()).toContain('还没有确认')
    for (const id of ['add-category', 'publish-categories', 'make-main', 'delete-category'])
      expect(get(id).attributes('data-hint')).toBe('上一次「增加服务类目」的结果还没有确认')
    expect(all('settle-change')).toHaveLength(1)
  })

  it('say what runs at this moment', async () => {
    const { get } = await categoriesTab(detail(facts(), { running: 'category_publish' }))
    expect(get('add-category').attributes('data-hint')).toBe('「发布服务类目」正在进行')
  })

  it('tell what they are for where there are none', async () => {
    const { page, press, all } = await categoriesTab(detail(facts({ configured: [], online: [] })))
    expect(page.text()).toContain('还没有类目')
    await press('add-category')
    expect(all('add-category-dialog')).toHaveLength(1)
  })

  it('show a skeleton while they are read for the first time, and the error when that fails', async () => {
    const error = { code: 'network', message: '没有读到服务类目', nextStep: '请重试', retryable: true } as const
    const failed = detail(null, { reading: { value: null, readAt: null, error } })
    let tries = 0
    const { page, get, all } = await categoriesTab(failed, {
      'categories.read': () => (++tries === 1 ? refused(error) : ok(detail()))
    })
    expect(get('error-panel').text()).toContain('没有读到服务类目')
    await get('error-panel').get('.retry').trigger('click')
    await flushPromises()
    expect(all('error-panel')).toEqual([])
    expect(page.text()).toContain('面馆')
  })
})

describe('publishing', () => {
  it('shows how the newest one stands and what the reviewer found', async () => {
    const publishing = {
      state: 'rejected',
      categories: [noodles],
      lacking: ['餐饮-茶饮-奶茶'],
      redundant: ['零售-食品-茶叶'],
      reason: '与实际服务不符'
    } as const
    const { get } = await categoriesTab(detail(facts({ publishing })))
    expect(get('publishing-state').text()).toBe('未通过')
    expect(get('publishing-findings').text()).toMatch(
      /缺少：餐饮-茶饮-奶茶.*多选：零售-食品-茶叶.*说明：与实际服务不符/s
    )
  })

  it('is confirmed with what comes and what goes', async () => {
    const shown = facts({ configured: [noodles, milkTea], online: [noodles, configured('2,1,1', '零售-食品-茶叶')] })
    const { desk, get, press, all } = await categoriesTab(detail(shown), {
      'categories.publish': () => ok(detail())
    })
    await press('publish-categories')
    expect(get('category-confirm-dialog').text()).toMatch(/新增.*奶茶.*移除.*茶叶.*可能影响已有的挂载、交易等能力/s)
    expect(desk.inputs('categories.publish')).toEqual([])
    await press('category-confirm')
    expect(desk.inputs('categories.publish')).toEqual([{ accountId: 'practice', appId: 'tt0001' }])
    expect(all('category-confirm-dialog')).toEqual([])
  })

  it('is not sent when the categories are others than those that were confirmed', async () => {
    let now = detail(facts({ configured: [noodles, milkTea] }))
    const { desk, get, press } = await categoriesTab(now, { 'categories.get': () => ok(now) })
    await press('publish-categories')
    now = detail(facts({ configured: [noodles, milkTea], online: [] }))
    desk.send('merchants.replaced', { accountId: 'practice' })
    await flushPromises()
    await press('category-confirm')
    expect(desk.inputs('categories.publish')).toEqual([])
    expect(get('category-confirm-dialog').text()).toContain('类目刚刚有变化')
  })
})

describe('deleting a category', () => {
  const shown = detail(facts({ configured: [noodles, milkTea] }))

  it('names it, the merchant and what it can cost, and stays open with a refusal', async () => {
    const { desk, get, page } = await categoriesTab(shown, {
      'categories.delete': () => refused({ platformCode: '21307', message: '类目没有删除' })
    })
    await page.get('[data-category="1,2,2"] [data-testid="delete-category"]').trigger('click')
    await flushPromises()
    const dialog = get('category-confirm-dialog')
    expect(dialog.text()).toMatch(/删除类目：tt0001.*餐饮 › 茶饮 › 奶茶.*可能影响已有的挂载、交易等能力.*还没有发布/s)
    await dialog.get('[data-testid="category-confirm"]').trigger('click')
    await flushPromises()
    expect(desk.inputs('categories.delete')).toEqual([{ accountId: 'practice', appId: 'tt0001', category: '1,2,2' }])
    expect(dialog.get('[data-testid="error-panel"]').text()).toContain('21307')
  })

  it('closes with a lost answer, which the list of changes takes over', async () => {
    const { desk, all, page, press } = await categoriesTab(shown, {
      'categories.delete': () => refused({ code: 'outcome_unknown' })
    })
    await page.get('[data-category="1,2,2"] [data-testid="delete-category"]').trigger('click')
    await flushPromises()
    await press('category-confirm')
    expect(desk.inputs('categories.delete')).toHaveLength(1)
    expect(all('category-confirm-dialog')).toEqual([])
  })
})

describe('the main category', () => {
  it('is preset out of the approved ones', async () => {
    const { desk, page, get, press } = await categoriesTab(detail(facts({ configured: [noodles, milkTea] })), {
      'categories.presetMain': () => ok(detail())
    })
    expect(page.get('[data-category="1,1,1"] [data-testid="make-main"]').attributes('data-hint')).toBe('已经是主营类目')
    await page.get('[data-category="1,2,2"] [data-testid="make-main"]').trigger('click')
    await flushPromises()
    expect(get('category-confirm-dialog').text()).toMatch(/现在.*面馆.*改为.*奶茶.*还可修改 2 次/s)
    await press('category-confirm')
    expect(desk.inputs('categories.presetMain')).toMatchObject([{ category: '1,2,2' }])
  })
})
