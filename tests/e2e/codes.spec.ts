import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { CodeWallPage } from './pages/code-wall'
import { MerchantListPage } from './pages/merchant-list'
import { MiniCodesTab } from './pages/mini-codes'
import { squarePicturesOf } from './support/pdf-pages'
import { scan, scanPng } from './support/scan'
import { openMerchant, startSite, type Site } from './support/site'
import { isReady, type SimulatedMerchant } from '../support/simulated-platform.ts'

let site: Site
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

/** Authorised, and with the permission set of versions. */
const isReadable = ({ authorization }: SimulatedMerchant): boolean =>
  authorization.live && authorization.permissions.includes(1)

/** What the simulated platform puts into the code of the test version. */
function trialText({ appId, tests }: SimulatedMerchant): string {
  const query = new URLSearchParams({ app_id: appId, stage: 'latest', version: tests[0]?.version ?? '' })
  return `https://z.douyin.com/mp?${query.toString()}`
}

test('code wall: trial codes scanned off the screen, presented, and exported as PDF and pictures', async ({ page }) => {
  const wall = new CodeWallPage(page)
  // Three rows of four cards, and the words above them, in one photograph.
  await page.setViewportSize({ width: 1280, height: 1300 })
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'))
  const all = (await site.platform.merchants()).filter(isReadable)
  const tested = all.filter(({ tests, gray }) => tests.length === 1 && gray === null).slice(0, 10)
  const bare = all.filter(({ tests }) => tests.length === 0).slice(0, 1)
  const appIds = [...tested, ...bare].map(({ appId }) => appId)
  expect(appIds).toHaveLength(11)
  const texts = new Map(tested.map((each) => [each.appId, trialText(each)]))

  await test.step('every code of a selection is read off one photograph of the screen', async () => {
    await new MerchantListPage(page).opened(site.url, 24)
    await wall.go()
    await wall.showOnly(appIds)
    await expect(wall.cards).toHaveCount(appIds.length)
    await wall.expectRead()
    expect(await wall.scanAll()).toEqual(texts)
    for (const { appId } of bare) await expect(wall.card(appId)).toContainText('还没有测试版本')
    for (const { appId, name } of tested) await expect(wall.card(appId)).toContainText(name)
  })

  await test.step('one is enlarged, then presented with the keys, over the whole screen', async () => {
    const order = await wall.order()
    // Over the whole screen, those without a code are passed over.
    const [first = 0, second = 0, third = 0] = order.flatMap((appId, place) => (texts.has(appId) ? [place] : []))
    await wall.cards.nth(first).click()
    await wall.expectShown(order[first] ?? '', texts.get(order[first] ?? '') ?? null)
    await page.keyboard.press('f')
    await expect(page.locator('.code-show.is-fullscreen')).toBeVisible()
    for (const [key, now] of [
      ['ArrowRight', second],
      [' ', third],
      ['ArrowLeft', second]
    ] as const) {
      await page.keyboard.press(key)
      await expect(wall.place).toHaveText(`${now + 1} / 11`)
      await wall.expectShown(order[now] ?? '', texts.get(order[now] ?? '') ?? null)
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(wall.show).toBeHidden()
  })

  await test.step('as a PDF: four in a row on one sheet, two in a row on three', async () => {
    await wall.openExport('pdf')
    for (const [columns, perPage] of [
      [4, [10]],
      [2, [4, 4, 2]]
    ] as const) {
      await page.getByRole('spinbutton', { name: '每行几个' }).fill(String(columns))
      const { name, bytes } = await wall.download()
      expect(name).toBe('码墙.pdf')
      const pages = await squarePicturesOf(bytes)
      expect(pages.map(({ length }) => length)).toEqual(perPage)
      for (const codes of pages) expect(new Set(codes.map(({ x }) => x)).size).toBe(Math.min(columns, codes.length))
      expect(pages.flat().map(scan)).toEqual((await wall.order()).flatMap((appId) => texts.get(appId) ?? []))
    }
    await expect(page.getByTestId('export-skipped')).toContainText('还没有测试版本')
    await wall.closeExport()
  })

  await test.step('as pictures in a zip, named by a pattern', async () => {
    await wall.openExport('pictures')
    await page.getByTestId('export-pattern').fill('{序号}_{名称}_{版本}')
    const { name, bytes } = await wall.download()
    expect(name).toBe('码墙.zip')
    const files = new Map(Object.entries(unzipSync(bytes)).map(([file, png]) => [file, scanPng(png)]))
    const shown = (await wall.order()).flatMap((appId) => tested.find((each) => each.appId === appId) ?? [])
    const expected = shown.map((each, place) => {
      const number = String(place + 1).padStart(3, '0')
      return [`${number}_${each.name}_${each.tests[0]?.version}.png`, trialText(each)] as const
    })
    expect(files).toEqual(new Map(expected))
    await wall.closeExport()
  })
})

test('mini-program code: refused for its contrast, built with parameters, saved, on the wall, and made in bulk', async ({
  page
}) => {
  const codes = new MiniCodesTab(page)
  const wall = new CodeWallPage(page)
  await page.setViewportSize({ width: 1280, height: 1000 })
  const merchant = await site.platform.find(isReady, ({ authorization }) => authorization.permissions.includes(2))
  const textOf = (path: string, host = 'douyin') =>
    `https://z.douyin.com/mp?${new URLSearchParams({ app_id: merchant.appId, host, path }).toString()}`

  await test.step('colours that can not be told apart are refused before the platform is asked', async () => {
    await openMerchant(page, site, merchant)
    await codes.open()
    await codes.begin()
    await page.getByTestId('mini-label').fill('门店前台')
    await codes.fillPath('pages/table/index', { from: '门店', seat: 'A&1' })
    await expect(codes.previewImage).toBeVisible()
    await page.getByTestId('mini-line-colour').fill('#f0c8c8')
    await codes.expectRefused(/对比/)
    const { received } = await site.platform.tally(merchant.appId, 'qrcode_create')
    await page.getByTestId('mini-line-colour').fill('#143880')
    await expect(codes.saveButton).not.toHaveClass(/is-disabled/)
    await expect(codes.previewImage).toBeVisible()
    expect((await site.platform.tally(merchant.appId, 'qrcode_create')).received).toBeGreaterThan(received)
  })

  const path = `pages/table/index?from=${encodeURIComponent('门店')}&seat=A%261`
  await test.step('the preview is scanned, kept, and shown large', async () => {
    await expect(page.getByTestId('mini-path')).toHaveText(path)
    await expect(page.getByTestId('mini-text')).toContainText(textOf(path))
    await codes.expectPreview(textOf(path))
    await codes.save()
    await codes.line('门店前台').getByTestId('saved-code-show').click()
    await wall.expectShownText(textOf(path))
    await page.keyboard.press('Escape')
    await expect(wall.show).toBeHidden()
  })

  await test.step('a code for each of five tables', async () => {
    await codes.makeTables({ from: 1, to: 5, page: 'pages/table/index' })
    await expect(page.getByTestId('making-text')).toHaveText('已生成 5 / 5')
    await page.getByTestId('bulk-close').click()
    await expect(codes.lines).toHaveCount(6)
  })

  await test.step('all of them on the wall, scanned off one photograph', async () => {
    await page.getByRole('link', { name: '在码墙里看' }).click()
    await wall.choose('saved')
    await expect(wall.count).toHaveText('6 个码')
    await wall.expectRead()
    const tables = [1, 2, 3, 4, 5].map((table) => textOf(`pages/table/index?table=${table}`))
    expect([...(await wall.scanInOrder())].sort()).toEqual([textOf(path), ...tables].sort())
    await expect(wall.cards.filter({ hasText: '桌号 3' })).toContainText('长期有效')
  })
})
