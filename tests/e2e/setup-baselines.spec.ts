import { expect, test } from '@playwright/test'
import { BaselinesPage } from './pages/baselines'
import { DomainsTab } from './pages/domains'
import { RolloutPlanPage } from './pages/rollout-plan'
import { RolloutRunPage } from './pages/rollout-run'
import { openTab, startSite, type Site } from './support/site'
import { isReady, type SimulatedMerchant } from '../support/simulated-platform.ts'

const own = 'zhanggui.example.com'

let site: Site
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

/** A company with as many domains as most have. */
function isUsual({ subject, domains: { server, webview } }: SimulatedMerchant): boolean {
  const { request, socket, upload, download } = server
  return subject.type === 'company' && request.length === 2 && [socket, upload, download, webview].every(isSingle)
}
const isSingle = ({ length }: readonly string[]): boolean => length === 1

test('a baseline: made, assigned, applied as a rollout; one that drifts afterwards shows, and is put back', async ({
  page
}) => {
  const baselines = new BaselinesPage(page)
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const tab = new DomainsTab(page)
  const merchants = (await site.platform.merchants()).filter((each) => isReady(each) && isUsual(each)).slice(0, 3)
  const [first] = merchants
  if (!first) throw new Error('no merchants')
  const appIds = merchants.map(({ appId }) => appId)
  const { server, webview } = first.domains

  await test.step('made and assigned: what was never read can not be compared yet', async () => {
    await page.goto(site.url)
    await expect(page.getByTestId('merchant-count')).toHaveText('24 个商家')
    await expect(page.getByTestId('refresh-ring')).toHaveCount(0, { timeout: 60_000 })
    await baselines.go()
    await baselines.make('茶饮模板', { ...server, request: [...server.request, `gw.${own}`], webview })
    await baselines.assign(appIds)
    await expect(baselines.members).toHaveCount(3)
    for (const appId of appIds) await expect(baselines.member(appId)).toContainText(/缺 1 个|还没读过域名/)
  })

  await test.step('applied to all three as a rollout, in two waves', async () => {
    await baselines.look('add')
    await expect(baselines.preview).toHaveCount(3)
    await baselines.plan()
    await expect(page.getByTestId('plan-setup')).toContainText('茶饮模板')
    await plan.waves(1)
    await expect(plan.sum).toHaveText('3 个将设置')
    await plan.start()
    await run.expectState('等你决定')
    await run.press('openWave')
    await run.expectState('已结束')
    await expect(run.sentence).toContainText('3 个完成')
    for (const appId of appIds) {
      await run.expectItem(appId, 'done')
      expect((await site.platform.merchant(appId)).domains.server.request).toContain(`gw.${own}`)
    }
    await baselines.go()
    await expect(baselines.entry).toContainText('3 个商家')
    for (const appId of appIds) await expect(baselines.member(appId)).toContainText('和基线一致')
  })

  await test.step('a merchant that gets others shows as drifted, in its page and in the list', async () => {
    await openTab(page, site, first, 'domains')
    await expect(page.getByTestId('baseline-line')).toContainText('和基线一致')
    await tab.edit('server')
    await tab.fields.type('request', ...server.request, `extra.${own}`)
    await tab.sendAfterLook('server')
    await expect(page.getByTestId('baseline-line')).toContainText('缺 1 个，多 1 个')
    await baselines.go()
    await expect(baselines.entry).toContainText('1 个偏离')
    await expect(baselines.members.first()).toHaveAttribute('data-app-id', first.appId)
    await expect(baselines.members.first()).toContainText('缺 1 个，多 1 个')
  })

  await test.step('made exactly equal, after a look at what that deletes', async () => {
    await baselines.look('exact')
    await expect(page.getByTestId('preview-sum')).toHaveText('3 个商家：1 个要修改，2 个已一致')
    await expect(baselines.preview.first()).toContainText(`增加 gw.${own}；删除 extra.${own}`)
    await site.platform.resetCounters()
    await baselines.plan()
    await expect(plan.sum).toHaveText('1 个将设置，2 个已经是这样')
    await expect(plan.fate(first.appId)).toContainText('增加 1 个域名，删除 1 个域名')
    await plan.start()
    await run.expectState('已结束')
    await run.expectItem(first.appId, 'done')
    await run.expectItems(appIds.slice(1), 'unchanged')
    await baselines.go()
    await expect(baselines.entry).not.toContainText('偏离')
    for (const appId of appIds) await expect(baselines.member(appId)).toContainText('和基线一致')
    const { request } = (await site.platform.merchant(first.appId)).domains.server
    expect([...request].sort()).toEqual([...server.request, `gw.${own}`].sort())
  })
})

test('a merchant’s own page adopts its baseline', async ({ page }) => {
  const tab = new DomainsTab(page)
  const baselines = new BaselinesPage(page)
  const merchant = await site.platform.find(isReady, isUsual)
  await page.goto(site.url)
  await baselines.go()
  await expect(baselines.entry).toBeVisible()
  await baselines.assign([merchant.appId])
  await openTab(page, site, merchant, 'domains')
  await expect(page.getByTestId('baseline-line')).toContainText('茶饮模板')
  await page.getByTestId('adopt-baseline').click()
  await expect(tab.fields.text('request')).toHaveValue(/^gw\.zhanggui\.example\.com$/m)
  await expect(tab.sendButton('server')).toHaveText('增加 1 个域名')
  await tab.send('server')
  await expect(page.getByTestId('baseline-line')).toContainText('和基线一致')
})
