import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { CodeWallPage } from './pages/code-wall'
import { MerchantListPage } from './pages/merchant-list'
import { MiniCodesTab } from './pages/mini-codes'
import { printedPages, type PrintedCode, type PrintedPage } from './support/pdf-pages'
import { isRoundCode, scanPng, scanScreen } from './support/scan'
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

const columnsOf = (codes: readonly PrintedCode[]): number => new Set(codes.map(({ left }) => left)).size
const textsOf = (pages: readonly PrintedPage[]) => pages.flatMap(({ codes }) => codes.map(({ text }) => text))

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
    await expect(wall.fullScreen).toBeVisible()
    for (const [key, now] of [
      ['ArrowRight', second],
      [' ', third],
      ['ArrowLeft', second]
    ] as const) {
      await page.keyboard.press(key)
      await expect(wall.place).toHaveText(`${now + 1} / 11`)
      await wall.expectShown(order[now] ?? '', texts.get(order[now] ?? '') ?? null)
    }
    // It was enlarged before it filled the screen: one step back each.
    await page.keyboard.press('Escape')
    await expect(wall.fullScreen).toHaveCount(0)
    await expect(wall.show).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(wall.show).toBeHidden()
  })

  await test.step('a presentation from the wall is left by one Escape, also where the browser takes it', async () => {
    await page.keyboard.press('f')
    await expect(wall.fullScreen).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(wall.show).toBeHidden()
    await page.keyboard.press('f')
    await expect(wall.fullScreen).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    await page.evaluate(() => document.exitFullscreen())
    await expect(wall.show).toBeHidden()
  })

  await test.step('as a PDF, every page drawn and every code on it read: at the smallest, and two in a row on three sheets', async () => {
    await wall.openExport('pdf')
    for (const [columns, perPage] of [
      [6, [10]],
      [2, [4, 4, 2]]
    ] as const) {
      await page.getByRole('spinbutton', { name: '每行几个' }).fill(String(columns))
      const { name, bytes } = await wall.download()
      expect(name).toBe('码墙.pdf')
      const pages = await printedPages(bytes)
      expect(pages.map(({ codes }) => codes.length)).toEqual(perPage)
      for (const { codes } of pages) expect(columnsOf(codes)).toBe(Math.min(columns, codes.length))
      expect(textsOf(pages)).toEqual((await wall.order()).flatMap((appId) => texts.get(appId) ?? []))
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

test('code wall: printed on A4, and written into a folder as pictures', async ({ page }) => {
  const wall = new CodeWallPage(page)
  // Three rows of three, as the sheet stands in the window, in one photograph.
  await page.setViewportSize({ width: 1000, height: 1300 })
  await wall.keepPrintSheet()
  await wall.giveFolder('门店物料')
  const all = (await site.platform.merchants()).filter(isReadable)
  const tested = all.filter(({ tests, gray }) => tests.length === 1 && gray === null).slice(0, 8)
  expect(tested).toHaveLength(8)
  await new MerchantListPage(page).opened(site.url, 24)
  await wall.go()
  await wall.showOnly(tested.map(({ appId }) => appId))
  await wall.expectRead()
  const byAppId = new Map(tested.map((each) => [each.appId, each]))
  const shown = (await wall.order()).flatMap((appId) => byAppId.get(appId) ?? [])
  const texts = shown.map(trialText)

  await test.step('the sheet is all that goes to the printer: every code on it, none cut by the end of a page', async () => {
    await wall.openExport('print')
    for (const [columns, perPage] of [
      [3, [8]],
      [2, [4, 4]]
    ] as const) {
      await wall.print(columns)
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByTestId('codes-page')).toBeHidden()
      await expect(wall.exportDialog).toBeHidden()
      if (columns === 3) expect(await scanScreen(page, await wall.sheetPictures.all())).toEqual(texts)
      const pages = await printedPages(await page.pdf({ preferCSSPageSize: true }))
      for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([210, 297])
      expect(pages.map(({ codes }) => codes.length)).toEqual(perPage)
      for (const { codes } of pages) expect(columnsOf(codes)).toBe(columns)
      expect(textsOf(pages)).toEqual(texts)
      await page.emulateMedia({ media: 'screen' })
    }
    await wall.closeExport()
  })

  await test.step('pictures in the chosen folder, over those of the same name', async () => {
    for (const time of ['first', 'again']) {
      await test.step(time, async () => {
        await wall.openExport('pictures')
        await page.getByTestId('export-pattern').fill('{名称}')
        await page.getByTestId('export-start').click()
        await expect(page.getByTestId('export-state')).toContainText('8 张图片已写入文件夹「门店物料」')
        const files = [...(await wall.folderFiles('门店物料'))].map(([name, png]) => [name, scanPng(png)] as const)
        expect(new Map(files)).toEqual(new Map(shown.map((each) => [`${each.name}.png`, trialText(each)])))
        await wall.closeExport()
      })
    }
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

test('round mini-program code: looked at, kept, shown large with a note on who can scan it, and saved', async ({
  page
}) => {
  const codes = new MiniCodesTab(page)
  const wall = new CodeWallPage(page)
  await page.setViewportSize({ width: 1280, height: 1000 })
  const note = '抖音码只能用抖音系 App 扫'
  const merchant = await site.platform.find(isReady, ({ authorization }) => authorization.permissions.includes(2))

  await test.step('the preview turns round, and says who can scan it', async () => {
    await openMerchant(page, site, merchant)
    await codes.open()
    await codes.begin()
    await page.getByTestId('mini-label').fill('吧台抖音码')
    await codes.fillPath('pages/bar/index', { seat: '7' })
    await expect(codes.previewImage).toBeVisible()
    expect(isRoundCode(await codes.previewPng())).toBe(false)
    await page.getByTestId('mini-round').click()
    await expect(page.getByTestId('mini-warning')).toContainText(note)
    expect(isRoundCode(await codes.previewPng())).toBe(true)
  })

  await test.step('it is kept, and shown large as it was made', async () => {
    await codes.save()
    await expect(codes.line('吧台抖音码')).toContainText('圆形抖音码')
    await codes.line('吧台抖音码').getByTestId('saved-code-show').click()
    await expect(wall.show).toContainText(note)
    expect(isRoundCode(await wall.shownPng())).toBe(true)
    expect(isRoundCode(await wall.show.getByTestId('code-image').screenshot())).toBe(true)
  })

  await test.step('S saves the picture that is shown', async () => {
    const { name, bytes } = await wall.saveShown()
    expect(name).toMatch(/^吧台抖音码.*\.png$/)
    expect(bytes).toEqual(await wall.shownPng())
    await page.keyboard.press('Escape')
    await expect(wall.show).toBeHidden()
  })

  await test.step('on the wall it says that it could not be checked', async () => {
    await page.getByRole('link', { name: '在码墙里看' }).click()
    await wall.choose('saved')
    await wall.expectRead()
    await expect(wall.cards.filter({ hasText: '吧台抖音码' })).toContainText('未能自检')
  })
})
