import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test, type Download } from '@playwright/test'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { isReady } from '../support/simulated-platform.ts'
import { ActivityPage } from './pages/activity'
import { MerchantPage } from './pages/merchant'
import { MerchantListPage } from './pages/merchant-list'
import { inkOf } from './support/pdf-ink'
import { openMerchant, startSite, type Site } from './support/site'

let site: Site
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

const line = z.looseObject({
  sequence: z.number(),
  previousHash: z.string(),
  hash: z.string(),
  contentHash: z.string()
})

/** SHA-256 of the canonical JSON, as docs/activity-journal.md says. */
function digest(value: unknown): string {
  const sorted = JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each
  )
  return createHash('sha256').update(sorted).digest('hex')
}

const contentOf = async (download: Download): Promise<Buffer> => readFile(await download.path())

test('what is done is in the journal, which a third party can check, and in the merchant’s report', async ({
  page
}) => {
  const activity = new ActivityPage(page)
  const merchant = new MerchantPage(page)
  const ready = await site.platform.find(isReady)
  await new MerchantListPage(page).opened(site.url, 24)

  await test.step('an upload stands on the merchant’s own tab, with what was before and what is after', async () => {
    await openMerchant(page, site, ready)
    const [template] = await site.platform.templates()
    await merchant.chooseTemplate(template?.id ?? '')
    await merchant.upload()
    await expect(merchant.uploadDialog).toBeHidden()
    await page.getByTestId('tab-journal').click()
    await expect(activity.row('upload').first()).toHaveAttribute('data-outcome', 'done')
    await activity.row('upload').first().click()
    await expect(activity.drawer.getByTestId('activity-changes')).toContainText('测试版')
    await expect(activity.drawer).toContainText(ready.appId)
    await page.getByTestId('activity-drawer-close').click()
    await expect(page.getByTestId('activity-grid')).toBeFocused()
  })

  await test.step('the journal of everything is whole, is narrowed by chips, and is read by keyboard', async () => {
    await activity.go()
    await expect(activity.chain).toContainText('记录完整')
    await activity.choose('kind', 'accounts')
    await expect(activity.row('upload')).toHaveCount(0)
    await page.getByRole('button', { name: '清除筛选', exact: true }).first().click()
    await expect(activity.row('upload').first()).toBeVisible()
    await page.getByTestId('activity-search').fill(ready.appId)
    await expect(activity.count).toHaveText('1 条')
    await page.getByTestId('activity-grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(activity.drawer).toBeVisible()
    await page.getByTestId('activity-search').fill('')
  })

  await test.step('an export is checked without the program, and is an entry itself', async () => {
    const text = (await contentOf(await activity.export('jsonl'))).toString('utf8')
    const lines = text.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(0)
    let previous = '0'.repeat(64)
    for (const [place, each] of lines.entries()) {
      const { hash, content, ...header } = line.parse(JSON.parse(each))
      expect(header.sequence).toBe(place + 1)
      expect(header.previousHash).toBe(previous)
      expect(digest(header)).toBe(hash)
      expect(digest(content)).toBe(header.contentHash)
      previous = hash
    }
    await page.getByTestId('activity-refresh').click()
    await expect(activity.row('journal_export')).toHaveCount(1)
    await page.getByTestId('activity-check').click()
    await expect(activity.chain).toContainText(`已校验 ${lines.length + 1} 条`)
    expect((await contentOf(await activity.export('csv'))).toString('utf8')).toContain(ready.appId)
    expect(Object.keys(unzipSync(await contentOf(await activity.export('xlsx'))))).toContain('xl/worksheets/sheet1.xml')
  })

  await test.step('the report is one page and not blank, alone and in a parcel of many', async () => {
    await openMerchant(page, site, ready)
    await page.getByTestId('tab-journal').click()
    await page.getByTestId('open-report').click()
    await expect(page.getByTestId('merchant-report')).toContainText(ready.appId)
    const [only, ...others] = await inkOf(await contentOf(await activity.savePdf()))
    expect(others).toEqual([])
    expect(only?.size).toEqual([210, 297])
    expect(only?.inked).toBeGreaterThan(0.005)

    await activity.go()
    await page.getByRole('link', { name: '批量月报' }).click()
    await page.getByTestId('bulk-row').nth(0).click()
    await page.getByTestId('bulk-row').nth(1).click()
    const parcel = page.waitForEvent('download')
    await page.getByTestId('bulk-make').click()
    const files = Object.entries(unzipSync(await contentOf(await parcel)))
    expect(files).toHaveLength(2)
    for (const [name, bytes] of files) {
      expect(name).toMatch(/\.pdf$/)
      expect(await inkOf(bytes)).toHaveLength(1)
    }
  })
})
