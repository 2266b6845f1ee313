import { expect, test } from '@playwright/test'
import { Frame } from './pages/frame'
import { ListViews } from './pages/list-views'
import { MerchantListPage } from './pages/merchant-list'
import { startSite, type Site } from './support/site'

const merchantCount = 24

let site: Site
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

test('a view is kept, changed, moved and deleted by keyboard, and is there after a restart of the page', async ({
  page
}) => {
  const list = new MerchantListPage(page)
  const views = new ListViews(page)
  await list.opened(site.url, merchantCount)
  await list.filterBy('审核', '未通过')
  await views.choose('saveNew')
  await views.name('待整改')
  await expect(views.current).toHaveText('待整改')

  await views.current.focus()
  await page.keyboard.press('ArrowRight')
  await expect(views.tab('全部商家')).toBeFocused()
  await expect(list.count).toHaveText(`${merchantCount} 个商家`)
  await page.keyboard.press('ArrowRight')
  await expect(views.current).toHaveText('需要处理')
  await page.keyboard.press('End')
  await expect(list.count).toContainText(` / ${merchantCount} 个商家`)

  await list.search.fill('没有这个商家')
  await expect(page.getByRole('tab', { name: '待整改（有改动，未保存）' })).toBeVisible()
  await views.choose('revert')
  await expect(views.tab('待整改')).toBeVisible()
  await expect(list.search).toHaveValue('')
  await page.getByRole('columnheader', { name: '线上版本' }).getByRole('button').click()
  await views.choose('update')
  await expect(views.tab('待整改')).toBeVisible()

  await views.current.focus()
  await page.keyboard.press('F2')
  await views.name('被拒的')
  await views.tab('全部商家').click()
  await list.search.fill('馆')
  await views.choose('saveNew')
  await views.name('各馆')
  await views.choose('moveLeft')
  await expect(views.tabs).toHaveText(['全部商家', '需要处理', '待发布', '各馆', '被拒的'])

  await page.reload()
  await expect(list.rows.first()).toBeVisible()
  await views.tab('被拒的').click()
  await expect(page.getByRole('columnheader', { name: '线上版本' })).toHaveAttribute('aria-sort', 'ascending')
  await views.current.focus()
  await page.keyboard.press('Delete')
  await views.dialog.getByRole('button', { name: '删除视图' }).click()
  await expect(views.tabs).toHaveText(['全部商家', '需要处理', '待发布', '各馆'])
  await expect(views.current).toHaveText('全部商家')
})

test('columns are chosen, moved and made wider by keyboard, and are remembered for the account', async ({ page }) => {
  const list = new MerchantListPage(page)
  const views = new ListViews(page)
  await list.opened(site.url, merchantCount)
  await views.openColumns()
  await expect(views.column('商家')).toBeDisabled()
  await views.column('标签').uncheck()
  await views.column('备注').check()
  await views.column('备注').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(views.column('备注')).toBeFocused()
  await views.closeMenu()
  expect(await views.titles()).toEqual([
    ...['商家', '线上版本', '审核版本', '测试版本', '状态', '就绪', '域名', '信用', '备注', '更新于', '刷新']
  ])

  const head = page.getByRole('columnheader', { name: '备注' })
  const before = (await head.boundingBox())?.width ?? 0
  await head.getByRole('button').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(async () => Math.round(((await head.boundingBox())?.width ?? 0) - before)).toBe(32)

  await page.reload()
  await expect(list.rows.first()).toBeVisible()
  await expect.poll(() => views.titles()).toContain('备注')
  await views.openColumns()
  await page.getByTestId('columns-reset').click()
  await views.closeMenu()
  await expect.poll(() => views.titles()).not.toContain('备注')
})

test('the end of the authorisation and the template are shown by choosing their columns', async ({ page }) => {
  const list = new MerchantListPage(page)
  const views = new ListViews(page)
  await list.opened(site.url, merchantCount)
  await views.openColumns()
  for (const title of ['授权到期', '模板']) await views.column(title).check()
  await views.closeMenu()
  await expect(page.getByTestId('row-authorizationEndsAt').filter({ hasText: '29 天后' }).first()).toBeVisible()
  const row = list.rows.first()
  await expect(row.getByTestId('row-template')).toHaveText('—')
  await views.openColumns()
  await page.getByTestId('columns-reset').click()
  await views.closeMenu()
})

test('a note is written by keyboard, shown on hover, found by search and kept', async ({ page }) => {
  const list = new MerchantListPage(page)
  const views = new ListViews(page)
  await list.opened(site.url, merchantCount)
  await list.grid.focus()
  await page.keyboard.press('Home')
  const [appId = ''] = await list.order()
  await page.keyboard.press('n')
  await expect(views.noteText).toBeFocused()
  await page.keyboard.type('联系人王姐，下月换图标')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('note-editor')).toBeHidden()
  await expect(list.grid).toBeFocused()
  await new Frame(page).expectHint(list.row(appId).getByTestId('row-note-mark'), '王姐')

  await page.reload()
  await list.search.fill('王姐')
  await list.expectFound(appId)
  await list.row(appId).getByTestId('row-note-mark').click()
  await expect(views.noteText).toHaveValue('联系人王姐，下月换图标')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('note-editor')).toBeHidden()
})

test('merchants are found by the pinyin and the initials of their names', async ({ page }) => {
  const list = new MerchantListPage(page)
  await list.opened(site.url, merchantCount)
  await list.search.fill('馆')
  await expect(list.count).toContainText(' / ')
  const written = await list.order()
  expect(written.length).toBeGreaterThan(0)
  await list.search.fill('guan')
  for (const appId of written) await expect(list.row(appId)).toBeVisible()
})

test('a pasted list selects its merchants, says what is none, and they are marked and exported together', async ({
  page,
  context
}) => {
  const list = new MerchantListPage(page)
  const views = new ListViews(page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await list.opened(site.url, merchantCount)
  const [first = '', second = '', third = ''] = await list.order()
  const nameOfSecond = (await list.row(second).locator('.name').textContent())?.trim() ?? ''

  await page.getByTestId('paste-list').click()
  await expect(page.getByTestId('paste-text')).toBeFocused()
  await page.getByTestId('paste-text').fill(`${first}\n${nameOfSecond}\t${third}\n${first},tt-nobody`)
  await expect(views.pasted).toContainText('找到 3 个商家')
  await expect(views.pasted).toContainText('1 个重复')
  await expect(page.getByTestId('paste-unknown')).toContainText('tt-nobody')
  await page.keyboard.press('Control+Enter')
  await expect(list.selectionBar).toContainText('已选 3 个')

  await page.getByTestId('selection-copy').click()
  await expect(page.getByTestId('selection-copy')).toHaveText('已复制 3 个')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n').sort()).toEqual([first, second, third].sort())

  await page.getByTestId('selection-marks').click()
  await page.getByTestId('selection-tags').click()
  await views.dialog.getByRole('textbox', { name: '添加' }).fill('回访')
  await page.keyboard.press('Enter')
  await page.getByTestId('marks-save').click()
  await expect(views.dialog).toBeHidden()
  for (const appId of [first, second, third]) await expect(list.row(appId)).toContainText('回访')

  await page.getByTestId('selection-marks').click()
  await page.getByTestId('selection-note').click()
  await page.getByTestId('notes-text').fill('=周五回访')
  await page.getByTestId('marks-save').click()
  await expect(views.dialog).toBeHidden()

  await page.getByTestId('selection-export').click()
  await views.dialog.getByText('备注', { exact: true }).click()
  await views.dialog.getByText('CSV', { exact: true }).click()
  const file = await views.downloaded(() => page.getByTestId('export-save').click())
  expect(file.name).toMatch(/^商家 .*\.csv$/)
  expect(file.text.startsWith('\uFEFF商家,AppID,标签')).toBe(true)
  expect([...new Set(file.text.match(/tt[0-9a-f]{16,}/g))].sort()).toEqual([first, second, third].sort())
  // What begins like a formula must not become one.
  expect(file.text).toContain("'=周五回访")
  await expect(views.dialog).toBeHidden()

  await page.getByTestId('export-list').click()
  await page.getByTestId('export-all').click()
  const all = await views.downloaded(() => page.getByTestId('export-save').click())
  expect(all.name).toMatch(/\.xlsx$/)
})
