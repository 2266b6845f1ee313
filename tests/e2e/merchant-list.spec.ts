import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { Frame } from './pages/frame'
import { MerchantListPage } from './pages/merchant-list'
import { startProgram } from '../support/program.ts'
import { isReady } from '../support/simulated-platform.ts'
import { startSite, type Site } from './support/site'

/** What `startSite` lets the simulated platform begin with. */
const merchantCount = 24

let site: Site
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())
test.afterEach(() => site.platform.forgetFaults())

test('merchants appear by themselves at the first start, with their names, icons and states', async ({ page }) => {
  const list = new MerchantListPage(page)
  await list.opened(site.url, merchantCount)
  const merchant = await site.platform.find(isReady)
  await list.search.fill(merchant.appId)
  await list.expectFound(merchant.appId)
  await expect(list.row(merchant.appId)).toContainText(merchant.name)
  await expect(list.row(merchant.appId)).toContainText(merchant.current?.version ?? '')
  const icon = list.row(merchant.appId).locator('img')
  expect(await icon.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  await expect(new Frame(page).connection).toContainText('平台正常')
})

test('a search is opened with Enter, and the way back leads to the same search, place and selection', async ({
  page
}) => {
  const list = new MerchantListPage(page)
  await list.opened(site.url, merchantCount)
  await page.setViewportSize({ width: 1024, height: 500 })
  await list.grid.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  const last = (await list.order()).at(-1) ?? ''
  await expect(list.row(last)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('merchant-refresh')).toBeVisible()

  await page.goBack()
  await expect(list.row(last)).toBeInViewport()
  await expect(list.selectionBar).toContainText('已选 1 个')

  await page.keyboard.press('/')
  await expect(list.search).toBeFocused()
  const merchant = await site.platform.find(isReady)
  await list.search.fill(merchant.name)
  await expect(list.count).toContainText(` / ${merchantCount} 个商家`)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('merchant-name')).toHaveText(merchant.name)
  await page.goBack()
  await expect(list.search).toBeVisible()
  await page.keyboard.press('/')
  await expect(list.search).toBeFocused()
  await expect(list.search).toHaveValue(merchant.name)
})

test('rejected merchants are found by a filter, and tell the reason on hover', async ({ page }) => {
  const list = new MerchantListPage(page)
  const rejected = await site.platform.find(({ audit }) => audit?.status === 'rejected')
  await list.opened(site.url, merchantCount)
  await list.filterBy('审核', '未通过')
  await expect(list.row(rejected.appId)).toContainText('未通过')
  await new Frame(page).expectHint(list.row(rejected.appId).getByText('未通过').first(), /[:：]/)
  await list.clearFilters()
  await expect(list.count).toHaveText(`${merchantCount} 个商家`)
})

test('columns sort both ways and give the standing order back', async ({ page }) => {
  const list = new MerchantListPage(page)
  await list.opened(site.url, merchantCount)
  // All rows are in sight, so all of them are drawn.
  await page.setViewportSize({ width: 1280, height: 1400 })
  await expect(list.rows).toHaveCount(merchantCount)
  const standing = await list.order()
  const title = page.getByRole('columnheader', { name: '线上版本' })
  const versions = async (): Promise<string[]> =>
    (await list.rows.evaluateAll((rows) => rows.map((row) => row.children[3]?.textContent.trim() ?? ''))).map(
      (text) => /^[\d.]+/.exec(text)?.[0] ?? ''
    )
  await title.getByRole('button').click()
  await expect(title).toHaveAttribute('aria-sort', 'ascending')
  const sorted = await versions()
  const present = sorted.filter((version) => version !== '')
  expect(present).toEqual([...present].sort(new Intl.Collator('en', { numeric: true }).compare))
  // Those without an online version stand at the end in both directions.
  expect(sorted.slice(present.length).every((version) => version === '')).toBe(true)
  await title.getByRole('button').click()
  await expect(title).toHaveAttribute('aria-sort', 'descending')
  expect((await versions()).slice(0, present.length)).toEqual(present.toReversed())
  await title.getByRole('button').click()
  await expect(title).toHaveAttribute('aria-sort', 'none')
  expect(await list.order()).toEqual(standing)
})

test('tags are kept, and found by search, after the page was opened again', async ({ page }) => {
  const list = new MerchantListPage(page)
  const merchant = await site.platform.find(isReady)
  await list.opened(site.url, merchantCount)
  await list.search.fill(merchant.appId)
  await list.addTags(merchant.appId, '重点客户', '华东')
  await expect(list.row(merchant.appId)).toContainText('重点客户')
  await page.reload()
  await list.search.fill('重点')
  await list.expectFound(merchant.appId)
})

test('a merchant that can not be read says so, in the corner and in its row, until it can', async ({ page }) => {
  const list = new MerchantListPage(page)
  const frame = new Frame(page)
  const { appId, name } = await site.platform.find(isReady)
  await list.opened(site.url, merchantCount)
  await list.search.fill(appId)
  await site.platform.order({ kind: 'http-status', status: 503, match: { appId } })
  await list.refresh(appId)
  await expect(frame.notices).toContainText(name, { timeout: 30_000 })
  await expect(list.row(appId)).toContainText('读取失败')

  await site.platform.forgetFaults()
  await list.refresh(appId)
  await expect(list.row(appId)).not.toContainText('读取失败')
  await expect(list.row(appId)).toContainText('刚刚')
})

test('refreshing all shows how far it is and how it ended', async ({ page }) => {
  const list = new MerchantListPage(page)
  await list.opened(site.url, merchantCount)
  await site.platform.order({ kind: 'latency', ms: 150, match: { endpoint: 'versions' } })
  await list.refreshAll.click()
  await expect(list.outcome).toContainText(`/ ${merchantCount}`)
  await expect(list.refreshAll).toHaveAttribute('aria-disabled', 'true')
  await expect(list.outcome).toContainText('刷新完成', { timeout: 30_000 })
  await expect(list.refreshAll).toHaveAttribute('aria-disabled', 'false')
})

test('the colours that were chosen are there before the page is painted the next time', async ({ page }) => {
  const frame = new Frame(page)
  await page.goto(site.url)
  await frame.goTo('设置')
  await page.getByText('深色', { exact: true }).click()
  await frame.expectDark(true)
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      observer.disconnect()
      document.documentElement.dataset['darkAtBody'] = String(document.documentElement.classList.contains('dark'))
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-dark-at-body', 'true')
  await frame.expectDark(true)
})

test('the practice environment says what it is, and goes back to its first day when asked to', async ({ page }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'merchant-desk-practice-'))
  const program = await startProgram('serve.js', ['--port', '0', '--data', dataDir, '--no-open'])
  try {
    const list = new MerchantListPage(page)
    const frame = new Frame(page)
    await page.goto(new URL('#/merchants', z.object({ url: z.url() }).parse(program.line).url).href)
    await expect(frame.accountName).toContainText('演练环境')
    await expect(list.rows.first()).toBeVisible()
    await expect(page.getByTestId('refresh-ring')).toHaveCount(0)
    const before = await list.count.textContent()
    const [first = ''] = await list.order()
    await list.addTags(first, '试一试')
    await expect(list.row(first)).toContainText('试一试')

    await frame.goTo('设置')
    await page.getByTestId('practice-reset').click()
    await page.getByRole('dialog').getByRole('button', { name: '重置演练环境' }).click()
    await expect(page.getByText('已重置')).toBeVisible()
    await frame.goTo('商家')
    await expect(list.count).toHaveText(before ?? '')
    await expect(list.rows.filter({ hasText: '试一试' })).toHaveCount(0)
  } finally {
    await program.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})
