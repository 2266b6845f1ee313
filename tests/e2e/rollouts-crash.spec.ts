import { expect, test } from '@playwright/test'
import { RolloutPlanPage } from './pages/rollout-plan'
import { RolloutRunPage } from './pages/rollout-run'
import { startSite, type Site } from './support/site'
import { isReady } from '../support/simulated-platform.ts'

const version = '3.3.0'

let site: Site
test.describe.configure({ timeout: 120_000 })
test.beforeEach(async () => {
  site = await startSite(60)
})
test.afterEach(() => site.stop())

test('a power cut in the midst of a rollout: the next start goes on by itself, and sends nothing twice', async ({
  page
}) => {
  const { platform } = site
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const appIds = (await platform.merchants())
    .filter(isReady)
    .map(({ appId }) => appId)
    .slice(0, 30)
  const [lost = '', never = ''] = appIds
  await platform.order({ kind: 'no-answer', phase: 'after', match: { endpoint: 'upload', appId: lost } })
  await platform.order({ kind: 'no-answer', phase: 'before', match: { endpoint: 'upload', appId: never } })
  await platform.order({ kind: 'latency', ms: 1_500, match: { endpoint: 'audit' } })
  await plan.begin(site.url, appIds)
  await plan.ship(version, 'submit')
  await plan.start()
  await expect.poll(async () => (await platform.total('audit')).received).toBeGreaterThan(3)

  await site.crash()
  await platform.forgetFaults()
  expect((await platform.total('audit')).carriedOut, 'the rollout was cut off in its midst').toBeLessThan(appIds.length)
  await page.goto('about:blank')
  await page.goto(site.url)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '发布', exact: true }).click()
  await page.getByTestId('rollout-row').click()
  await expect(run.log).toContainText('程序重新打开，从原处继续')
  await run.expectState('已结束')
  await expect(run.sentence).toHaveText(`已结束：${appIds.length} 个里 ${appIds.length} 个完成`)
  for (const appId of appIds) {
    expect((await platform.merchant(appId)).audit).toMatchObject({ version, status: 'in_review' })
    expect((await platform.tally(appId, 'upload')).carriedOut, appId).toBe(1)
    expect((await platform.tally(appId, 'audit')).carriedOut, appId).toBe(1)
  }
})
