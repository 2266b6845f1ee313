import readXlsxFile from 'read-excel-file/node'
import { expect, test, type Page } from '@playwright/test'
import { MerchantListPage } from './pages/merchant-list'
import { RolloutPlanPage } from './pages/rollout-plan'
import { RolloutRunPage } from './pages/rollout-run'
import { downloaded } from './support/files'
import { startSite, type Site } from './support/site'
import { isReady } from '../support/simulated-platform.ts'

const merchantCount = 60
const version = '3.1.0'
/** The part of their names that makes the list show some merchants in a row. */
const word = '咖啡'

let site: Site
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  site = await startSite(merchantCount)
})
test.afterAll(() => site.stop())

/** Has the list show merchants in a row, and ticks them from the first to the last by keyboard. */
async function tickInARow(page: Page): Promise<string[]> {
  const list = new MerchantListPage(page)
  await list.opened(site.url, merchantCount)
  await list.search.fill(word)
  await expect(list.count).toContainText(` / ${merchantCount} 个商家`)
  const appIds = await list.order()
  await list.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Space')
  await expect(list.selectionBar).toContainText(`已选 ${appIds.length} 个`)
  return appIds
}

test('a version goes to some, is looked at, goes to the rest, and is released to all together', async ({ page }) => {
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const appIds = await tickInARow(page)
  const first = appIds.slice(0, 2)
  const rest = appIds.slice(2)
  const [passing = '', rejected = ''] = first

  await test.step('planned: two first, the rest when the operator says so, released together', async () => {
    await page.getByTestId('selection-ship').click()
    await plan.expectCount(appIds.length)
    await plan.ship(version, 'release')
    await plan.choose('release-together')
    await plan.waves(2)
    await plan.choose('gate-operator')
    await plan.stopAt('', '')
    await expect(plan.sum).toHaveText(`${appIds.length} 个将上传`)
    await expect(page.getByTestId('plan-wave-bar')).toContainText(`第 1 波 2 个，其余 ${rest.length} 个`)
    await expect(page.getByTestId('plan-title')).toHaveValue(`上传并发布 ${version} 到 ${appIds.length} 个商家`)
  })

  await test.step('started after a look at what it does', async () => {
    await plan.ask()
    await expect(plan.dialog).toContainText(`分 2 波：第 1 波 2 个，其余 ${rest.length} 个；下一波由你放行`)
    await expect(plan.dialog).toContainText('审核通过后等你一起发布')
    await page.getByTestId('plan-confirm').click()
    await run.expectItems(first, 'reviewing')
    await run.expectItems(rest, 'waiting')
    await expect(page.getByTestId('rollout-ring')).toContainText('发布 0%')
  })

  await test.step('one passes, one is rejected, and the gate asks', async () => {
    await site.platform.endAudit(passing, 'pass')
    await site.platform.endAudit(rejected, 'reject', ['首页打不开'])
    await run.expectState('等你决定')
    await run.expectItem(passing, 'approved')
    await run.expectItem(rejected, 'rejected')
    await expect(run.hold).toHaveAttribute('data-by', 'gate')
    await expect(run.sentence).toContainText('第 1 波结束，1 个已通过审核，1 个审核未通过')
    expect((await site.platform.tally(rest[0] ?? '', 'upload')).received).toBe(0)
  })

  await test.step('the rest goes after it, and waits for the train', async () => {
    await run.press('openWave')
    await run.expectItems(rest, 'reviewing')
    for (const appId of rest) await site.platform.endAudit(appId, 'pass')
    await run.expectItems(rest, 'approved')
    await run.expectState('等你决定')
    await expect(run.hold).toHaveAttribute('data-by', 'train')
    for (const appId of appIds) expect((await site.platform.tally(appId, 'release')).received).toBe(0)
  })

  await test.step('released together: what the page says is what the platform has', async () => {
    const to = `一起发布 ${appIds.length - 1} 个商家？`
    await run.press('releaseTogether', { to, with: '一起发布' })
    await run.expectState('已结束')
    await run.expectItems([passing, ...rest], 'done')
    for (const appId of [passing, ...rest]) {
      expect((await site.platform.merchant(appId)).current?.version).toBe(version)
      for (const call of ['upload', 'audit', 'release']) {
        expect(await site.platform.tally(appId, call), call).toMatchObject({ received: 1, carriedOut: 1 })
      }
    }
    expect((await site.platform.merchant(rejected)).current?.version).not.toBe(version)
  })

  await test.step('the rejection is the one cause; put right and tried again, it gets there too', async () => {
    await expect(run.causes).toHaveCount(1)
    await expect(run.causes).toContainText('首页打不开')
    await run.causes.getByTestId('rollout-cause-title').click()
    await expect(page.getByTestId('rollout-item')).toHaveCount(1)
    await run.causes.getByTestId('rollout-cause-retry').click()
    await run.expectItem(rejected, 'reviewing')
    await site.platform.endAudit(rejected, 'pass')
    await run.expectState('等你决定')
    await run.press('releaseTogether', { to: '一起发布 1 个商家？', with: '一起发布' })
    await run.expectState('已结束')
    await expect(run.causes).toHaveCount(0)
    expect((await site.platform.merchant(rejected)).current?.version).toBe(version)
  })

  await test.step('told in a report and in tables', async () => {
    await run.more('report')
    const report = page.getByTestId('rollout-report-page')
    await expect(report.locator('[data-state="done"]')).toContainText(`${appIds.length} 完成`)
    await expect(report).toContainText('一起发布 1 个商家')
    const save = (format: string) => async () => {
      await page.getByTestId('rollout-export').click()
      await page.getByTestId(`rollout-export-${format}`).click()
    }
    const csv = await downloaded(page, save('csv'))
    expect(csv.name).toMatch(/\.csv$/)
    expect(csv.bytes.toString('utf8').split('\r\n')).toHaveLength(appIds.length + 1)
    const xlsx = await downloaded(page, save('xlsx'))
    const [sheet] = await readXlsxFile(xlsx.bytes)
    expect(sheet?.data.slice(1).map((line) => [line[1], line[4]])).toEqual(appIds.map((appId) => [appId, '完成']))
    const journal = await downloaded(page, save('journal'))
    expect(journal.bytes.toString('utf8')).not.toContain(site.platform.credentials.secret)
    await page.getByRole('link', { name: '回到批量发布' }).click()
  })

  await test.step('copied, it is a plan that is filled in', async () => {
    await run.more('clone')
    await plan.expectCount(appIds.length)
    await expect(page.getByTestId('plan-version')).toHaveValue(version)
    await expect(plan.sum).toHaveText(`${appIds.length} 个已经是这样`)
  })
})

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, testid: string): Promise<void> {
  const focused = page.locator(`[data-testid="${testid}"]:focus-within`)
  for (let presses = 0; presses < 80 && (await focused.count()) === 0; presses += 1) await page.keyboard.press('Tab')
  await expect(focused).toHaveCount(1)
}

test('from the list to a started rollout by keyboard alone', async ({ page }) => {
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const merchant = await site.platform.find(isReady, ({ name }) => !name.includes(word))
  await new MerchantListPage(page).opened(site.url, merchantCount)
  await tabTo(page, 'merchant-search')
  await page.keyboard.type(merchant.appId)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await tabTo(page, 'selection-ship')
  await page.keyboard.press('Enter')
  await tabTo(page, 'plan-version')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('3.2.0')
  await expect(plan.sum).toHaveText('1 个将上传')
  await tabTo(page, 'plan-start')
  await page.keyboard.press('Enter')
  await tabTo(page, 'plan-confirm')
  await page.keyboard.press('Enter')
  await run.expectItem(merchant.appId, 'done')
  await run.expectState('已结束')
  expect((await site.platform.merchant(merchant.appId)).audit).toMatchObject({ version: '3.2.0', status: 'in_review' })
})
