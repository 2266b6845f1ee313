import { expect, test, type Page } from '@playwright/test'
import { MerchantPage } from './pages/merchant'
import { openMerchant, startSite, type Site } from './support/site'
import { isReady } from '../support/simulated-platform.ts'

let site: Site
test.beforeAll(async () => {
  site = await startSite(8)
})
test.afterAll(() => site.stop())
test.afterEach(() => site.platform.forgetFaults())

const drawer = (page: Page) => page.getByRole('dialog', { name: /^帮助：/ })

async function go(page: Page, path: string): Promise<void> {
  await page.goto(new URL(`#${path}`, site.url).href)
}

test('F1 and the question mark open the page’s rules; Esc closes them, and the focus goes back', async ({ page }) => {
  await page.goto(site.url)
  await expect(page.getByTestId('merchant-search')).toBeVisible()
  await page.keyboard.press('F1')
  await expect(drawer(page)).toContainText('帮助：商家')
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toBeHidden()

  await go(page, '/templates?tab=ext')
  const mark = page.getByTestId('open-help')
  await mark.focus()
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toContainText('帮助：ext.json')
  await expect(drawer(page)).toContainText('{{name}}')
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toBeHidden()
  await expect(mark).toBeFocused()
})

test('a refusal says who must act; its code leads to the catalogue, which leads to the documentation', async ({
  page
}) => {
  const merchant = await site.platform.find(isReady)
  const view = new MerchantPage(page)
  await openMerchant(page, site, merchant)
  const [template] = await site.platform.templates()
  await view.chooseTemplate(template?.id ?? '')
  await site.platform.order({ kind: 'ip-refused', match: { endpoint: 'upload' } })
  await view.upload()
  const panel = view.uploadDialog.getByTestId('error-panel')
  await expect(panel.getByTestId('error-actor')).toHaveText('由开发者处理')
  await expect(panel.getByTestId('error-way-out')).toHaveText('打开连接诊断')
  await panel.getByTestId('code-link').click()

  await expect(page.getByTestId('error-codes-page')).toBeVisible()
  const lines = page.getByTestId('error-code')
  await expect(lines.first()).toContainText('IP 白名单')
  await page.getByTestId('error-codes-search').fill('提审太频繁')
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText('11301')
  await expect(lines).toContainText('等待即可')
  const link = lines.getByRole('link', { name: '打开 11301 的文档' })
  await expect(link).toHaveAttribute('href', /^https:\/\/developer\.open-douyin\.com\/docs\//)
})

test('the way out leads to the place, with the account that the error is about', async ({ page }) => {
  const merchant = await site.platform.find(isReady)
  const view = new MerchantPage(page)
  await openMerchant(page, site, merchant)
  const [template] = await site.platform.templates()
  await view.chooseTemplate(template?.id ?? '')
  await site.platform.order({ kind: 'ip-refused', match: { endpoint: 'upload' } })
  await view.upload()
  await view.uploadDialog.getByTestId('error-way-out').click()
  await expect(page).toHaveURL(/#\/accounts\/[^/]+\/diagnosis$/)
})

test('the drawer leads to the error codes; one that is not there is said to be unknown', async ({ page }) => {
  await page.goto(site.url)
  await page.getByTestId('open-help').click()
  await drawer(page).getByTestId('help-codes').click()
  await expect(page.getByTestId('error-codes')).toBeVisible()
  await expect(drawer(page)).toBeHidden()
  await go(page, '/help/codes?code=424242')
  await expect(page.getByText('平台文档里没有这样的错误码')).toBeVisible()
  await page.getByRole('button', { name: '显示全部' }).click()
  await expect(page.getByTestId('error-code').nth(100)).toBeAttached()
})
