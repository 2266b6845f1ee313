import { expect, test } from '@playwright/test'
import { Frame } from './pages/frame'
import { HomePage } from './pages/home'
import { MerchantListPage } from './pages/merchant-list'
import { MerchantPage } from './pages/merchant'
import { startSite, type Site } from './support/site'

let site: Site
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

test('the application begins with what needs the operator today, and each line leads to where it is dealt with', async ({
  page
}) => {
  const home = new HomePage(page)
  const rejected = await site.platform.find(({ audit }) => audit?.status === 'rejected')
  await home.opened(site.url)
  await expect(page).toHaveURL(/#\/today$/)
  await expect(home.group('now')).toContainText('现在要处理')
  await expect(home.line(rejected.appId)).toContainText('审核未通过')
  await home.act(home.line(rejected.appId))
  await expect(page.getByTestId('merchant-name')).toHaveText(rejected.name)
})

test('a version that passed waits under 可以发布 until it is released', async ({ page }) => {
  const home = new HomePage(page)
  const frame = new Frame(page)
  const view = new MerchantPage(page)
  await new MerchantListPage(page).opened(site.url, 24)
  await frame.goTo('今日')
  const line = home.group('release').locator('[data-app-id]').first()
  await expect(line).toContainText('已通过审核，还没有发布')
  const appId = (await line.getAttribute('data-app-id')) ?? ''
  await home.act(line)
  await view.action('release').click()
  await view.confirm()
  await expect(view.confirmDialog).toBeHidden()
  await frame.goTo('今日')
  await expect(home.sum).toBeVisible()
  await expect(home.line(appId)).toHaveCount(0)
  await expect(home.figures).toContainText('在用版本')
})

test('merchants behind the newest template are counted, and lead to the page of version drift', async ({ page }) => {
  const home = new HomePage(page)
  await home.opened(site.url)
  await home.act(home.ofKind('drift'))
  await expect(page.getByTestId('drift-page')).toBeVisible()
})

test('all of it can be reached with the keyboard, and fits a small window', async ({ page }) => {
  const home = new HomePage(page)
  await page.setViewportSize({ width: 1024, height: 700 })
  await home.opened(site.url)
  await expect(home.lines.first()).toBeVisible()
  const action = home.lines.first().getByTestId('home-action')
  await action.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('merchant-page')).toBeVisible()
  await page.goBack()
  await expect(home.lines.first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})
