import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { MerchantListPage } from './pages/merchant-list'
import { startSite, type Site } from './support/site'

let site: Site
let folder: string
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'merchant-desk-safety-'))
  site = await startSite()
})
test.afterAll(async () => {
  await site.stop()
  await rm(folder, { recursive: true })
})

async function openData(page: Page): Promise<void> {
  await page.goto(site.url.replace('#/merchants', '#/settings?section=data'))
  await expect(page.getByTestId('data-database')).toBeVisible()
}

test('settings go out as a file, and come in by kind', async ({ page }) => {
  await new MerchantListPage(page).opened(site.url, 24)
  await openData(page)
  const downloading = page.waitForEvent('download')
  await page.getByTestId('data-export').click()
  const file = join(folder, 'settings.json')
  await (await downloading).saveAs(file)
  const exported = JSON.parse(await readFile(file, 'utf8')) as { settings: { motion: string } }
  exported.settings.motion = 'reduced'
  await writeFile(file, JSON.stringify(exported))
  await page.getByTestId('data-portable-input').setInputFiles(file)
  await expect(page.getByTestId('import-settings')).toContainText('1')
  await page.getByTestId('import-run').click()
  await expect(page.getByTestId('data-said')).toContainText('改动 1 项')
  await expect(page.getByRole('radio', { name: '减少' })).toBeChecked()
})

test('the data goes into a file, and back into its place at the next start', async ({ page }) => {
  const archive = join(folder, 'desk.mdbackup')
  await new MerchantListPage(page).opened(site.url, 24)
  await openData(page)

  await test.step('a copy beside the database is made by hand', async () => {
    await page.getByTestId('data-back-up').click()
    await expect(page.getByTestId('data-said')).toHaveText('已备份')
    await expect(page.getByTestId('backup-list')).toContainText('手动')
  })

  await test.step('a file with secrets asks for a passphrase that is long enough, twice', async () => {
    await page.getByTestId('data-to-file').click()
    await page.getByTestId('archive-secrets').click()
    const make = page.getByTestId('archive-make')
    await expect(make).toHaveAttribute('aria-disabled', 'true')
    await page.getByTestId('archive-passphrase').fill('海边 茶馆 correct horse 2026')
    await page.getByTestId('archive-again').fill('海边 茶馆 correct horse 2026')
    await expect(page.getByTestId('archive-strength')).toContainText('强')
    const downloading = page.waitForEvent('download')
    await make.click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^merchant-desk-\d{8}-\d{4}\.mdbackup$/)
    await download.saveAs(archive)
    await expect(page.getByTestId('archive-dialog')).toBeHidden()
    const parts = Object.keys(unzipSync(await readFile(archive)))
    expect(parts).toEqual(['manifest.json', 'merchant-desk.sqlite', 'secrets.json'])
  })

  await test.step('a file that is none says so', async () => {
    const other = join(folder, 'other.mdbackup')
    await writeFile(other, 'no backup')
    await page.getByTestId('data-archive-input').setInputFiles(other)
    await expect(page.getByTestId('restore-dialog').getByTestId('error-panel')).toContainText('不是代管台的备份文件')
    await page.getByTestId('restore-dialog').getByRole('button', { name: '取消' }).click()
  })

  await test.step('it is restored after the number of its merchants was typed, at the next start', async () => {
    await page.getByTestId('data-archive-input').setInputFiles(archive)
    await expect(page.getByTestId('restore-facts')).toContainText('24 个商家')
    const order = page.getByTestId('restore-order')
    await expect(order).toHaveAttribute('aria-disabled', 'true')
    await page.getByTestId('restore-typed').fill('24')
    await order.click()
    await expect(page.getByTestId('data-pending')).toContainText('重新打开程序后')
    await expect(page.getByTestId('data-by-hand')).toContainText('Ctrl+C')
    await expect(page.getByTestId('data-reopen')).toHaveCount(0)
    await site.crash()
    await openData(page)
    await expect(page.getByTestId('data-pending')).toBeHidden()
    await expect(page.getByTestId('backup-list')).toContainText('恢复前')
    await expect(page.getByText('已恢复').first()).toBeVisible()
  })
})
