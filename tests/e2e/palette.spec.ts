import { expect, test } from '@playwright/test'
import { isReady } from '../support/simulated-platform.ts'
import { Frame } from './pages/frame'
import { MerchantListPage } from './pages/merchant-list'
import { Palette } from './pages/palette'
import { startSite, type Site } from './support/site'

/** What `startSite` lets the simulated platform begin with. */
const merchantCount = 24

let site: Site
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

test('a merchant is found by its pinyin from any page, and what was open last is the first answer', async ({
  page
}) => {
  const palette = new Palette(page)
  await new MerchantListPage(page).opened(site.url, merchantCount)
  // The simulated platform's names are drawn from a fixed seed.
  const merchant = await site.platform.find(({ name }) => name.includes('花'))
  const other = await site.platform.find(isReady, ({ appId }) => appId !== merchant.appId)
  const first = ({ appId }: typeof merchant) => palette.rows.first().and(page.locator(`[data-entry$="/${appId}"]`))

  await new Frame(page).goTo('设置')
  await palette.open()
  await palette.query.fill(other.appId)
  await expect(palette.rows).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('merchant-name')).toHaveText(other.name)

  await palette.open()
  await palette.query.fill(`hua ${merchant.appId}`)
  await expect(palette.rows).toHaveCount(1)
  await expect(palette.rows.locator('mark').filter({ hasText: '花' })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('merchant-name')).toHaveText(merchant.name)

  await palette.open()
  await expect(first(other)).toBeVisible()
  await page.keyboard.press('Escape')
  await new Frame(page).goTo('设置')
  await palette.open()
  await expect(first(merchant)).toBeVisible()
})

test('what is typed at once arrives, and the focus goes back to where it was', async ({ page }) => {
  const palette = new Palette(page)
  const list = new MerchantListPage(page)
  await list.opened(site.url, merchantCount)
  await list.search.focus()
  await palette.open()
  await page.keyboard.press('Escape')
  await expect(palette.dialog).toHaveCount(0)
  await expect(list.search).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('bbcj')
  await expect(palette.query).toHaveValue('bbcj')
  await expect(list.search).toHaveValue('')
  await palette.expectActive('page:/drift')
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab')
  await expect(palette.query).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(palette.dialog).toHaveCount(0)
})

test('arrows reach every answer and go round, and nothing found says what can be', async ({ page }) => {
  const palette = new Palette(page)
  await new MerchantListPage(page).opened(site.url, merchantCount)
  await palette.open()
  const entries = await palette.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-entry') ?? ''))
  await page.keyboard.press('ArrowUp')
  await palette.expectActive(entries.at(-1) ?? '')
  await page.keyboard.press('ArrowDown')
  await palette.expectActive(entries[0] ?? '')
  for (const entry of entries.slice(1)) {
    await page.keyboard.press('ArrowDown')
    await palette.expectActive(entry)
  }
  await palette.query.fill('qqqq')
  await expect(palette.nothing).toContainText('没有找到「qqqq」')
  await page.mouse.click(5, 5)
  await expect(palette.dialog).toHaveCount(0)
})

test('deeds are done from it: colours, the search of the list, an upload to the open merchant', async ({ page }) => {
  const palette = new Palette(page)
  const list = new MerchantListPage(page)
  await list.opened(site.url, merchantCount)
  await palette.go('shense', 'action:theme-dark')
  await new Frame(page).expectDark(true)
  await palette.go('浅色', 'action:theme-light')
  await new Frame(page).expectDark(false)

  await new Frame(page).goTo('设置')
  await palette.go('列表里搜索', 'action:search-list')
  await expect(list.search).toBeFocused()
  await list.grid.focus()
  await page.keyboard.press('/')
  await expect(list.search).toBeFocused()
  await expect(list.search).toHaveValue('')

  const merchant = await site.platform.find(isReady)
  await list.search.fill(merchant.appId)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('merchant-refresh')).not.toHaveClass(/is-loading/)
  await page.getByTestId('tab-profile').click()
  await palette.go('scdm', 'here:upload')
  await expect(page.getByTestId('upload-dialog')).toContainText(merchant.name)
  // The dialog may hold something typed: what lies behind it does not hear the keys.
  await page.keyboard.press('Control+k')
  await expect(palette.dialog).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('upload-dialog')).toBeHidden()
  await palette.go('kanma', 'here:codes')
  await expect(page.getByTestId('code-preview')).toContainText(merchant.name)
})
