import { expect, test } from '@playwright/test'
import { CategoriesTab } from './pages/categories'
import { plainPicture } from './support/pictures'
import { openTab, startSite, type Site } from './support/site'
import { isReady } from '../support/simulated-platform.ts'

const hair = '1201,1202,120201'
const health = '1601,1603,160306'
const scan = (name: string, shade = 0) => plainPicture(`${name}.png`, { width: 400, height: 300 }, shade)

let site: Site
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

test('categories: added, rejected, corrected, approved, published, deleted', async ({ page }) => {
  const tab = new CategoriesTab(page)
  const { platform } = site
  const merchant = await platform.find(
    isReady,
    ({ categories, subject, categoryChanges }) =>
      categories.length === 1 && subject.type === 'company' && categoryChanges.limit === 5
  )
  const { appId } = merchant
  await openTab(page, site, merchant, 'categories')
  await expect(tab.allowance).toHaveText('本月还可修改 5 次（共 5 次）')

  await test.step('one that asks for nothing is there at once', async () => {
    await tab.choose('美发', hair)
    await expect(tab.addDialog).toContainText('这个类目不需要资质，提交后不用审核')
    await tab.add()
    await tab.expectLine(hair, 'approved', '生活服务 › 丽人 › 美发', '未发布')
    await expect(tab.allowance).toHaveText('本月还可修改 4 次（共 5 次）')
  })

  await test.step('one with qualifications names what is missing, and takes more than it asks for', async () => {
    await tab.choose('保健食品', health)
    await tab.expectImpossible(tab.submitButton, /还缺 「食品经营许可证」/)
    await tab.attach('11', scan('食品经营许可证'))
    await tab.attach('1102', scan('授权委托书'))
    await expect(tab.missing).toHaveText('还缺：「食品生产许可证」 或 「授权委托书」＋「商标注册证」')
    await tab.expectImpossible(tab.submitButton, /还缺 「食品生产许可证」 或/)
    await tab.attach('85', scan('商标注册证'))
    await expect(tab.missing).toHaveText('需要的资质已齐')
    await tab.attach('12', scan('食品生产许可证'))
    await expect(tab.missing).toHaveText('需要的资质已齐')
    await tab.add()
    await tab.expectLine(health, 'in_review', '食品经营许可证（1 个文件）')
    await tab.expectImpossible(tab.line(health).getByTestId('delete-category'), /还在审核中/)
    expect((await platform.merchant(appId)).categories.find(({ id }) => id === health)?.certificates).toHaveLength(4)
  })

  await test.step('rejected, it is corrected with another file for one of the same qualifications', async () => {
    await platform.endCategoryAudit(appId, health, { outcome: 'reject', reason: '食品经营许可证不清晰' })
    await tab.refresh()
    await tab.expectLine(health, 'rejected', '未通过原因：食品经营许可证不清晰')
    const before = (await platform.merchant(appId)).categories.find(({ id }) => id === health)?.certificates ?? []
    await tab.line(health).getByTestId('supply-category').click()
    await expect(tab.supplyDialog.getByTestId('supply-reason')).toContainText('食品经营许可证不清晰')
    await tab.expectImpossible(tab.supplyButton, '还没有增加或更换文件')
    await tab.qualification('11').getByTestId('qualification-keep').click()
    await tab.expectImpossible(tab.supplyButton, '还缺 「食品经营许可证」')
    await tab.attach('11', scan('食品经营许可证 重拍', 99))
    await tab.supply()
    await tab.expectLine(health, 'in_review')
    const after = (await platform.merchant(appId)).categories.find(({ id }) => id === health)?.certificates ?? []
    const kept = after.filter(({ id, paths }) => before.some((each) => each.id === id && each.paths[0] === paths[0]))
    expect(kept.map(({ id }) => id).sort()).toEqual(['1102', '12', '85'])
    await expect(tab.allowance).toHaveText('本月还可修改 3 次（共 5 次）')
  })

  await test.step('approved, it goes online by publishing', async () => {
    await platform.endCategoryAudit(appId, health, { outcome: 'pass' })
    await tab.refresh()
    await tab.expectLine(health, 'approved', '未发布')
    await tab.publishButton.click()
    await expect(tab.confirmDialog).toContainText(merchant.name)
    await expect(tab.confirmDialog).toContainText('「生活服务 › 丽人 › 美发」、「商家自营 › 零售 › 保健食品」')
    await page.keyboard.press('Enter')
    expect((await platform.tally(appId, 'publish_category')).received).toBe(0)
    await tab.confirm()
    await expect(page.getByTestId('publishing-state')).toHaveText('审核中')
    await tab.expectImpossible(tab.publishButton, '上一次发布还在审核中')
    await platform.endPublishAudit(appId, { outcome: 'pass' })
    await tab.refresh()
    for (const category of [hair, health]) await tab.expectLine(category, 'approved', '线上')
    await tab.expectImpossible(tab.publishButton, '线上的类目已经是最新的')
    expect((await platform.merchant(appId)).onlineCategories).toHaveLength(3)
  })

  await test.step('deleted, it stays online until the next publishing', async () => {
    await tab.line(hair).getByTestId('delete-category').click()
    await expect(tab.confirmDialog).toContainText('线上的类目要再发布一次才会移除')
    await tab.confirm()
    await expect(tab.line(hair)).toHaveCount(0)
    await expect(page.getByTestId('category-going')).toContainText('将移除')
    await tab.expectPossible(tab.publishButton)
    expect((await platform.merchant(appId)).categories.map(({ id }) => id)).not.toContain(hair)
  })
})

test('a sixth category can not be added', async ({ page }) => {
  const tab = new CategoriesTab(page)
  const merchant = await site.platform.find(({ categories }) => categories.length === 5)
  await openTab(page, site, merchant, 'categories')
  await expect(page.getByTestId('category-count')).toHaveText('5 / 5 个类目')
  await tab.expectImpossible(tab.addButton, '最多 5 个服务类目，请先删除一个')
})

test('after the third change of a month with three changes there is no fourth', async ({ page }) => {
  const tab = new CategoriesTab(page)
  const merchant = await site.platform.find(
    isReady,
    ({ categories, categoryChanges }) =>
      categories.length === 1 && categoryChanges.limit === 3 && categoryChanges.used === 0
  )
  await site.platform.changeMerchant(merchant.appId, { categoryChanges: { used: 2 } })
  await openTab(page, site, merchant, 'categories')
  await expect(tab.allowance).toHaveText('本月还可修改 1 次（共 3 次）')
  await tab.choose('问卷', '2201,2202,220202')
  await tab.add()
  await tab.expectLine('2201,2202,220202', 'approved')
  await tab.expectImpossible(tab.addButton, '本月的 3 次类目修改已用完')
  expect(await site.platform.tally(merchant.appId, 'add_categories')).toEqual({
    received: 1,
    carriedOut: 1,
    refused: 0
  })
})

test('the last approved category can not be deleted', async ({ page }) => {
  const tab = new CategoriesTab(page)
  const merchant = await site.platform.find(
    isReady,
    ({ categories, categoryChanges }) =>
      categories.length === 1 && categories[0]?.state === 'approved' && categoryChanges.used === 0
  )
  await openTab(page, site, merchant, 'categories')
  await tab.expectImpossible(tab.lines.first().getByTestId('delete-category'), '最后一个通过审核的类目不能删除')
})
