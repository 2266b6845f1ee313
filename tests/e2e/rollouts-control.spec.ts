import { expect, test } from '@playwright/test'
import { RolloutPlanPage } from './pages/rollout-plan'
import { RolloutRunPage } from './pages/rollout-run'
import { startSite, type Site } from './support/site'
import { isReady } from '../support/simulated-platform.ts'

const merchantCount = 60

let site: Site
/** Ready merchants that no test has used yet. */
let unused: string[]
test.describe.configure({ timeout: 120_000 })
test.beforeAll(async () => {
  site = await startSite(merchantCount)
  unused = (await site.platform.merchants()).filter(isReady).map(({ appId }) => appId)
})
test.afterAll(() => site.stop())

const take = (count: number): string[] => unused.splice(0, count)

test('while it is paused reviews are followed and nothing is released; it goes on where it was', async ({ page }) => {
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const appIds = take(2)
  const [first = '', second = ''] = appIds
  await plan.begin(site.url, appIds)
  await plan.ship('3.1.0', 'release')
  await plan.start()
  await run.expectItems(appIds, 'reviewing')
  await run.press('pause')
  await run.expectState('已暂停')
  await expect(run.hold).toContainText('审核结果照常跟踪，但不发布')
  await site.platform.endAudit(first, 'pass')
  await run.expectItem(first, 'waiting')
  expect((await site.platform.tally(first, 'release')).received).toBe(0)
  await run.press('resume')
  await run.expectItem(first, 'done')
  await site.platform.endAudit(second, 'pass')
  await run.expectState('已结束')
  for (const appId of appIds) expect((await site.platform.tally(appId, 'release')).carriedOut).toBe(1)
})

test('a merchant is skipped, and the rest of it is stopped for good', async ({ page }) => {
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const appIds = take(4)
  const [sent = '', skipped = '', ...rest] = appIds
  await plan.begin(site.url, appIds)
  await plan.ship('3.1.0', 'upload')
  await plan.waves(1)
  await plan.start()
  await run.expectState('等你决定')
  await run.expectItem(sent, 'done')
  await run.tick([skipped])
  await run.press('skip-selected')
  await run.expectItem(skipped, 'skipped')
  await run.press('stop', { to: '还没开始的 2 个商家会跳过，停止后不能继续', with: '停止' })
  await run.expectState('已停止')
  await run.expectItems(rest, 'skipped')
  await expect(page.getByTestId('rollout-openWave')).toHaveCount(0)
  for (const appId of [skipped, ...rest]) expect((await site.platform.tally(appId, 'upload')).received).toBe(0)
})

test('a wave that goes wrong pauses the rollout, which says why', async ({ page }) => {
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const appIds = take(4)
  const first = appIds.slice(0, 2)
  const [passing = '', rejected = ''] = first
  await plan.begin(site.url, appIds)
  await plan.ship('3.1.0', 'release')
  await plan.waves(2)
  await plan.stopAt('50', '')
  await plan.start()
  await run.expectItems(first, 'reviewing')
  await site.platform.endAudit(passing, 'pass')
  await site.platform.endAudit(rejected, 'reject', ['类目与内容不符'])
  await run.expectState('已暂停')
  await expect(run.hold).toHaveAttribute('data-by', 'stop_rule')
  await expect(run.hold).toContainText('2 个有结果的商家里 1 个没有成功（50%），到了停止线 50%')
  await expect(run.causes).toContainText('类目与内容不符')
  for (const appId of appIds.slice(2)) expect((await site.platform.tally(appId, 'upload')).received).toBe(0)
  await run.press('stop', { to: '停止这次批量发布？', with: '停止' })
  await run.expectState('已停止')
})

test('for 50 merchants and more their number is typed', async ({ page }) => {
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const confirm = page.getByTestId('plan-confirm')
  await page.goto(new URL('#/rollouts/new', site.url).href)
  await plan.expectCount(merchantCount)
  await plan.choose('kind-refresh')
  await plan.ask()
  await expect(confirm).toHaveAccessibleDescription('请先输入商家数量')
  await page.getByTestId('plan-typed').fill(String(merchantCount - 1))
  await page.keyboard.press('Enter')
  await expect(plan.dialog).toContainText('请先输入商家数量')
  await page.getByTestId('plan-typed').fill(String(merchantCount))
  await page.keyboard.press('Enter')
  await run.expectState('已结束')
  await expect(run.sentence).toContainText(`${merchantCount} 个里`)
})
