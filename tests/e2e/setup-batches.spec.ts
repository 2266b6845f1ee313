import { expect, test } from '@playwright/test'
import { BatchPages } from './pages/batches'
import { MerchantListPage } from './pages/merchant-list'
import { RolloutPlanPage } from './pages/rollout-plan'
import { RolloutRunPage } from './pages/rollout-run'
import { plainPicture } from './support/pictures'
import { startSite, type Site } from './support/site'
import { isReady } from '../support/simulated-platform.ts'

let site: Site
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

/** Merchants of whom nothing was ever submitted. */
async function untouched(count: number) {
  const merchants = (await site.platform.merchants()).filter(isReady)
  return merchants
    .filter(({ authorization }) => authorization.permissions.includes(2))
    .filter(({ profileChanges }) => Object.values(profileChanges).every(({ newest }) => newest === null))
    .slice(0, count)
}

test('introductions from a table with bad lines: the good ones are submitted, the bad ones named, one refusal told', async ({
  page
}) => {
  const list = new MerchantListPage(page)
  const batch = new BatchPages(page)
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const [first, second, third] = await untouched(3)
  if (!first || !second || !third) throw new Error('not enough merchants')
  const text = '社区里的老店，线上下单到店自取'
  const table = [
    'AppID,名称,简介',
    `${first.appId},${first.name},${text}`,
    `${second.appId},${second.name},${text}，全城最低价`,
    `${third.appId},${third.name},太短`,
    `tt0000000000000000,没有这家,${text}`
  ].join('\r\n')
  await list.opened(site.url, 24)
  await batch.begin('introduction')
  await batch.pickTable({ name: '简介.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${table}`) })

  await expect(page.getByTestId('introduction-sum')).toContainText('2 个会修改')
  await expect(page.getByTestId('introduction-sum')).toContainText('2 个有问题，不会提交')
  await expect(batch.lines.first()).toContainText('简介太短')
  await expect(batch.lines.nth(1)).toContainText('tt0000000000000000')
  await batch.plan('introduction')
  await expect(plan.sum).toHaveText('2 个将设置')
  await expect(plan.fate(first.appId)).toContainText(text)
  await plan.start()
  await run.expectState('已结束')
  await expect(run.sentence).toContainText('1 个完成，1 个失败')
  await run.expectItem(first.appId, 'done')
  await expect(run.item(first.appId)).toContainText(text)
  await expect(run.item(second.appId)).toContainText('22019')
  expect((await site.platform.merchant(first.appId)).profileChanges.introduction.newest?.value).toBe(text)
  expect((await site.platform.tally(third.appId, 'modify_app_intro')).received).toBe(0)
})

test('icons from files: matched by their names, cropped where needed, submitted', async ({ page }) => {
  const list = new MerchantListPage(page)
  const batch = new BatchPages(page)
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const [first, second] = await untouched(2)
  if (!first || !second) throw new Error('not enough merchants')
  await list.opened(site.url, 24)
  await batch.begin('icon')
  await batch.pickIcons([
    plainPicture(`${first.appId}.png`, { width: 300, height: 300 }, 30),
    plainPicture(`${second.name}.png`, { width: 500, height: 300 }, 60),
    plainPicture('没有这家.png', { width: 300, height: 300 }, 90)
  ])
  await expect(page.getByTestId('icon-sum')).toContainText('2 个会修改')
  await expect(page.getByTestId('icon-sum')).toContainText('1 张不会提交')
  await expect(batch.lines.filter({ hasText: second.name })).toContainText('已裁切')
  await batch.plan('icon')
  await plan.start()
  await run.expectState('已结束')
  await expect(run.sentence).toContainText('2 个完成')
  for (const { appId } of [first, second]) {
    expect((await site.platform.merchant(appId)).profileChanges.icon.newest?.state).toBe('in_review')
    expect(await site.platform.tally(appId, 'modify_app_icon')).toMatchObject({ received: 1, carriedOut: 1 })
  }
  await page.getByRole('navigation', { name: '主导航' }).locator('a[href="#/rollouts"]').click()
  await expect(page.getByTestId('rollout-row').first()).toContainText('更换图标：2 个商家')
})
