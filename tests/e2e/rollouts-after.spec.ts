import { expect, test, type Page } from '@playwright/test'
import { MerchantListPage } from './pages/merchant-list'
import { RolloutPlanPage } from './pages/rollout-plan'
import { RolloutRunPage } from './pages/rollout-run'
import { startSite, type Site } from './support/site'
import { isReady, type SimulatedMerchant } from '../support/simulated-platform.ts'

const merchantCount = 60
const sixMinutesMs = 6 * 60_000

let site: Site
test.describe.configure({ timeout: 120_000 })
test.beforeAll(async () => {
  site = await startSite(merchantCount)
})
test.afterAll(() => site.stop())

/** Ships a version to the users of these merchants. */
async function ship(page: Page, version: string, merchants: readonly SimulatedMerchant[]): Promise<void> {
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const appIds = merchants.map(({ appId }) => appId)
  await plan.begin(site.url, appIds)
  await plan.ship(version, 'release')
  await plan.start()
  await run.expectItems(appIds, 'reviewing')
  for (const appId of appIds) await site.platform.endAudit(appId, 'pass')
  await run.expectState('已结束')
}

test('those behind the newest template are found, and become a plan', async ({ page }) => {
  const plan = new RolloutPlanPage(page)
  const [newest] = await site.platform.templates()
  await new MerchantListPage(page).opened(site.url, merchantCount)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '发布', exact: true }).click()
  await page.getByTestId('tab-drift').click()
  await page.getByTestId('drift-filter-behind').click()
  const behind = Number(/\d+/.exec((await page.getByTestId('drift-filter-behind').textContent()) ?? '')?.[0])
  expect(behind).toBeGreaterThan(0)
  for (const row of await page.getByTestId('drift-row').all()) {
    await expect(row).toHaveAttribute('data-standing', 'behind')
    expect((await site.platform.merchant((await row.getAttribute('data-app-id')) ?? '')).current?.version).not.toBe(
      newest?.version
    )
  }
  await page.getByTestId('drift-plan').click()
  await plan.expectCount(behind)
  await expect(page.getByTestId('plan-version')).toHaveValue(newest?.version ?? '')
  await expect(plan.sum).toContainText('个将上传')
})

test('a rollout is rolled back as a whole, after a look at who gets what back; both are compared', async ({ page }) => {
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const merchants = (await site.platform.merchants()).filter(isReady).slice(0, 3)
  await ship(page, '3.4.0', merchants)
  await run.more('rollback')
  await expect(plan.sum).toHaveText(`${merchants.length} 个将回退`)
  for (const { appId, current } of merchants) {
    await expect(plan.fate(appId)).toContainText(`3.4.0 → ${current?.version}`)
  }
  await plan.start()
  await run.expectState('已结束')
  await run.expectItems(
    merchants.map(({ appId }) => appId),
    'done'
  )
  await site.platform.advance(sixMinutesMs)
  for (const { appId, current } of merchants) {
    expect((await site.platform.tally(appId, 'rollback')).carriedOut).toBe(1)
    expect((await site.platform.merchant(appId)).current?.version).toBe(current?.version)
  }

  await page.getByRole('link', { name: '回到批量发布' }).click()
  await expect(page.getByTestId('rollout-row')).toHaveCount(2)
  for (const tick of await page.getByTestId('rollout-tick').all()) await tick.check()
  await page.getByTestId('rollouts-compare').click()
  await expect(page.getByTestId('compare-counts')).toContainText('上传并发布 3.4.0')
  await expect(page.getByTestId('compare-plan')).toContainText('回退')
})

test('a rollout that is at work is seen in the top bar of every page, which leads to it', async ({ page }) => {
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const [first, second] = (await site.platform.merchants()).filter(isReady).slice(3)
  if (!first || !second) throw new Error('not enough merchants')
  const ring = page.getByTestId('rollout-ring')
  await plan.begin(site.url, [first.appId, second.appId])
  await plan.ship('3.5.0', 'release')
  await plan.start()
  await run.expectItems([first.appId, second.appId], 'reviewing')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '域名' }).click()
  await expect(ring).toHaveText('发布 0%')
  await site.platform.endAudit(first.appId, 'pass')
  await expect(ring).toHaveText('发布 50%', { timeout: 40_000 })
  await ring.click()
  await run.expectItem(first.appId, 'done')
  await site.platform.endAudit(second.appId, 'pass')
  await run.expectState('已结束')
  await expect(ring).toHaveCount(0)
})
