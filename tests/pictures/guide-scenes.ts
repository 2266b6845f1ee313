import type { Page } from '@playwright/test'
import { open, still } from './page-anew.ts'

/** The pictures of docs/guide: each begins by its address, so none depends on what the one before left open. */

export async function welcome(page: Page): Promise<void> {
  await open(page, '/welcome', 'welcome-page')
}

export async function connect(page: Page): Promise<void> {
  await open(page, '/connect', 'connect-page')
}

/** After the rollout, so that there is something to decide. Who has never passed a door of the first start is led there. */
export async function today(page: Page): Promise<void> {
  await welcome(page)
  await page.getByTestId('welcome-practise').click()
  await page.getByTestId('home-line').first().waitFor()
  await page.waitForTimeout(2_500) // the figures are drawn
}

/** What the platform would refuse, each with the way to it. */
export async function readiness(page: Page): Promise<void> {
  await openMerchant(page, /待提审.*会被拒绝/)
  await page.getByTestId('readiness-panel').waitFor()
  await still(page, 1_500)
}

export async function upload(page: Page): Promise<void> {
  await openMerchant(page, /运行中/)
  await page.getByTestId('action-upload').click()
  const dialog = page.getByTestId('upload-dialog')
  await dialog.getByTestId('template-option').first().click()
  await dialog.getByTestId('upload-description').fill('秋季新版：首页改版，下单更快')
  await still(page, 2_000)
}

export async function submission(page: Page): Promise<void> {
  await openMerchant(page, /待提审/)
  await page.getByTestId('action-submit').click()
  await page.getByTestId('submit-dialog').waitFor()
  await page.getByTestId('submit-note').fill('测试账号 13800000000，验证码 123456')
  await still(page, 1_500)
}

export async function standing(page: Page): Promise<void> {
  await openMerchant(page, /运行中/)
  await page.getByTestId('tab-standing').click()
  await page.getByTestId('standing-credit').waitFor()
  await still(page, 2_000)
}

export async function miniCode(page: Page): Promise<void> {
  await openMerchant(page, /运行中/)
  await page.getByTestId('tab-codes').click()
  await page.getByTestId('codes-new').first().click()
  const dialog = page.getByTestId('mini-dialog')
  await dialog.getByTestId('mini-label').fill('桌号 3')
  await dialog.getByTestId('mini-page').fill('pages/table/index')
  await dialog.getByTestId('mini-add-parameter').click()
  await dialog.getByLabel('第 1 个参数的名').fill('table')
  await dialog.getByLabel('第 1 个参数的值').fill('3')
  await dialog.getByTestId('mini-preview-image').waitFor()
  await still(page, 1_500)
}

/** One baseline, with every merchant that a search finds. */
export async function baseline(page: Page): Promise<void> {
  await open(page, '/baselines', 'baselines-page')
  await page.getByTestId('new-baseline').first().click()
  await page.getByTestId('baseline-name').fill('茶饮模板的域名')
  await page.getByTestId('domains-request-text').fill('api.zhanggui.example.com')
  await page.getByTestId('domains-alike').click()
  await page.getByTestId('baseline-save').click()
  await page.getByTestId('baseline-entry').first().waitFor()
  await page.getByTestId('assign-merchants').click()
  await page.getByTestId('picker-row').nth(5).waitFor()
  await page.getByTestId('picker-all').click()
  await page.getByTestId('assign-save').click()
  await page.getByTestId('member-row').first().waitFor()
  await page.locator('.el-message').first().waitFor({ state: 'detached' })
  await still(page, 1_000)
}

export async function templateLibrary(page: Page): Promise<void> {
  await open(page, '/templates', 'template-row')
  await still(page, 1_500)
}

export async function events(page: Page): Promise<void> {
  await open(page, '/events', 'event-row')
  await page.getByTestId('event-row').nth(7).waitFor({ timeout: 120_000 })
  await still(page, 1_000)
}

/** A release in the drawer: what was there before, and what came. */
export async function activity(page: Page): Promise<void> {
  await open(page, '/activity', 'activity-row')
  await page.getByTestId('activity-row').filter({ hasText: '线上版' }).first().click()
  await page.getByTestId('activity-drawer').waitFor()
  await page.getByTestId('activity-check').click()
  await still(page, 2_000)
}

export async function merchantReport(page: Page): Promise<void> {
  await openMerchant(page, /运行中/)
  const address = page.url().replace(/\?.*$/, '')
  await page.goto(`${address}/report`)
  await page.getByTestId('merchant-report').waitFor()
  await still(page, 1_500)
}

export async function account(page: Page): Promise<void> {
  await open(page, '/accounts', 'accounts-welcome')
  await page.locator('.account-row').first().click()
  await page.getByTestId('account-diagnose').waitFor()
  await still(page, 1_500)
}

export async function settings(page: Page): Promise<void> {
  await open(page, '/settings', 'practice-reset')
}

export async function dataSafety(page: Page): Promise<void> {
  await open(page, '/settings', 'practice-reset')
  await page.locator('#settings-data').evaluate((section) => section.scrollIntoView({ block: 'start' }))
  await still(page, 1_000)
}

/** The drawer beside the page that it is about. */
export async function help(page: Page): Promise<void> {
  await openMerchant(page, /待提审/)
  await page.keyboard.press('F1')
  await page.getByTestId('help-drawer').waitFor()
  await still(page, 1_000)
}

export async function errorCodes(page: Page): Promise<void> {
  await open(page, '/help/codes', 'error-code')
  await page.getByTestId('error-codes-search').fill('1130')
  await still(page, 1_500)
}

export async function palette(page: Page): Promise<void> {
  await open(page, '/merchants', 'merchant-row')
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette-query').fill('fabu')
  await page.getByTestId('palette-row').first().waitFor()
  await still(page, 500)
}

/** The first merchant in the list whose line says so. */
async function openMerchant(page: Page, state: RegExp): Promise<void> {
  await open(page, '/merchants', 'merchant-row')
  await page.getByTestId('merchant-row').filter({ hasText: state }).first().click()
  await page.getByTestId('stage-latest').waitFor()
  await still(page, 1_000)
}
