import { expect, test } from '@playwright/test'
import { MerchantPage } from './pages/merchant'
import { openMerchant, startSite, type Site } from './support/site'
import { isReady, type SimulatedMerchant } from '../support/simulated-platform.ts'

let site: Site
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())
test.afterEach(() => site.platform.forgetFaults())

/** Merchants of earlier tests, so that every test has one of its own. */
const used = new Set<string>()

async function ownMerchant(): Promise<SimulatedMerchant> {
  const merchant = await site.platform.find(isReady, ({ appId }) => !used.has(appId))
  used.add(merchant.appId)
  return merchant
}

async function anyTemplate(): Promise<{ id: string; version: string }> {
  const [template] = await site.platform.templates()
  if (!template) throw new Error('the library is empty')
  return template
}

/** A merchant of its own with a fresh test version, open in the page. */
async function withUpload(
  view: MerchantPage
): Promise<{ appId: string; version: string; merchant: SimulatedMerchant }> {
  const merchant = await ownMerchant()
  const { id, version } = await anyTemplate()
  await openMerchant(view.page, site, merchant)
  await view.chooseTemplate(id)
  await view.upload()
  await expect(view.uploadDialog).toBeHidden()
  return { appId: merchant.appId, version, merchant }
}

/** The same, submitted to all of its hosts. */
async function withSubmission(view: MerchantPage) {
  const submitted = await withUpload(view)
  await view.chooseHosts('submit', submitted.merchant.hosts)
  await view.submit()
  await expect(view.submitDialog).toBeHidden()
  return submitted
}

test('an audit that ended behind the operator’s back: the withdrawal is not sent, and the page shows what is true', async ({
  page
}) => {
  const view = new MerchantPage(page)
  const { appId, version } = await withSubmission(view)
  await view.action('withdraw').click()
  // Slow enough that the audit ends while the application still looks, however busy this machine is.
  await site.platform.order({ kind: 'latency', ms: 1_500, match: { endpoint: 'versions', appId } })
  await view.confirm()
  await site.platform.endAudit(appId, 'pass')
  await view.expectRefusal(view.confirmDialog, 'not_possible_now', '撤回审核没有开始', '审核已经结束')
  await site.platform.forgetFaults()
  expect((await site.platform.tally(appId, 'revoke_audit')).received).toBe(0)
  await page.keyboard.press('Escape')
  await view.expectStage('audit', version, '已通过')
  await view.expectNext('release')
})

test('an audit that the reviewer holds: the platform’s refusal is told with its code and log_id', async ({ page }) => {
  const view = new MerchantPage(page)
  const { appId } = await withSubmission(view)
  await site.platform.changeMerchant(appId, { auditLocked: true })
  await view.action('withdraw').click()
  await view.confirm()
  await view.expectRefusal(view.confirmDialog, 'platform_refused', '11602', 'log_id')
  await page.keyboard.press('Escape')
  await view.expectTimeline('refused')
  await expect(view.timelineEntries.first()).toContainText('撤回审核没有成功')
  await expect(view.timelineEntries.first()).toContainText('log_id')
})

test('too often: the ten seconds between submissions are counted down, and the button enables itself', async ({
  page
}) => {
  const view = new MerchantPage(page)
  const { appId, merchant } = await withSubmission(view)
  await view.action('withdraw').click()
  await view.confirm()
  await expect(view.confirmDialog).toBeHidden()
  await view.expectImpossible('submit', /两次提审之间要隔 10 秒，还剩 \d+ 秒/)
  await view.expectPossibleSoon(view.action('submit'))

  await site.platform.order({ kind: 'too-frequent', own: true, times: 1, match: { endpoint: 'audit', appId } })
  await view.chooseHosts('submit', merchant.hosts)
  await page.getByTestId('submit-note').fill('测试账号 demo')
  await view.submit()
  await view.expectRefusal(view.submitDialog, 'platform_busy', '11301')
  await expect(view.submitDialog).toContainText(/还剩 \d+ 秒/)
  await expect(page.getByTestId('submit-note')).toHaveValue('测试账号 demo')
  const confirm = page.getByTestId('submit-confirm')
  await expect(confirm).toHaveClass(/is-disabled/)
  await view.expectPossibleSoon(confirm)
  await view.submit()
  await expect(view.submitDialog).toBeHidden()
  expect((await site.platform.tally(appId, 'audit')).carriedOut).toBe(2)
})

test('a rejected audit: the reasons stand per host with the picture, and the next step is an upload', async ({
  page
}) => {
  const view = new MerchantPage(page)
  const { appId, version } = await withSubmission(view)
  await site.platform.endAudit(appId, 'reject', ['首页打不开'])
  await view.refresh()
  await view.expectStage('audit', version, '未通过')
  await expect(view.stage('audit')).toContainText('首页打不开')
  await view.expectNext('upload')
  await view.expectTimeline('rejected', 'submitted', 'uploaded')
  await expect(view.timelineEntries.first()).toContainText('首页打不开')
  await view.expectPossibleSoon(view.action('resubmit'))
  await view.action('resubmit').click()
  await expect(view.submitDialog).toContainText('首页打不开')
  await view.submit()
  await expect(view.submitDialog).toBeHidden()
  await view.expectStage('audit', version, '审核中')
})

test('a token that expires in the middle: the operator notices nothing, and nothing is done twice', async ({
  page
}) => {
  const view = new MerchantPage(page)
  const merchant = await ownMerchant()
  const { id, version } = await anyTemplate()
  await openMerchant(page, site, merchant)
  await site.platform.order({ kind: 'expired-token', match: { endpoint: 'upload', appId: merchant.appId } })
  await view.chooseTemplate(id)
  await view.upload()
  await expect(view.uploadDialog).toBeHidden()
  await view.expectStage('latest', version, '未提审')
  expect(await site.platform.tally(merchant.appId, 'upload')).toMatchObject({ received: 2, carriedOut: 1 })
})

test('a connection that breaks after the upload was done: it is found in the version list and not sent again', async ({
  page
}) => {
  const view = new MerchantPage(page)
  const merchant = await ownMerchant()
  const { id, version } = await anyTemplate()
  await openMerchant(page, site, merchant)
  await site.platform.order({ kind: 'reset-after', match: { endpoint: 'upload', appId: merchant.appId } })
  await view.chooseTemplate(id)
  await view.upload()
  await expect(view.uploadDialog).toBeHidden()
  await expect(view.errorPanel).toHaveCount(0)
  await view.expectStage('latest', version, '未提审')
  await view.expectTimeline('uploaded')
  expect(await site.platform.tally(merchant.appId, 'upload')).toMatchObject({ received: 1, carriedOut: 1 })
})

test('a connection that breaks before the work: nothing is lost of what was typed, and trying again works', async ({
  page
}) => {
  const view = new MerchantPage(page)
  const merchant = await ownMerchant()
  const { id, version } = await anyTemplate()
  await openMerchant(page, site, merchant)
  await site.platform.order({ kind: 'reset-before', match: { endpoint: 'upload', appId: merchant.appId } })
  await view.chooseTemplate(id)
  await page.getByTestId('upload-description').fill('只给老客户')
  await view.upload()
  await view.expectRefusal(view.uploadDialog, 'not_carried_out', '平台没有执行这次操作', '可以再试一次')
  expect(await site.platform.tally(merchant.appId, 'upload')).toMatchObject({ received: 1, carriedOut: 0 })
  await expect(page.getByTestId('upload-description')).toHaveValue('只给老客户')

  await site.platform.forgetFaults()
  await view.upload()
  await expect(view.uploadDialog).toBeHidden()
  await view.expectStage('latest', version, '只给老客户')
  await view.expectTimeline('uploaded', 'not_carried_out')
})

test('a lost answer that can not be looked into: a banner tells it, and settling shows what is true', async ({
  page
}) => {
  test.setTimeout(120_000)
  const view = new MerchantPage(page)
  const merchant = await ownMerchant()
  const { appId } = merchant
  const { id, version } = await anyTemplate()
  await openMerchant(page, site, merchant)
  await site.platform.order({ kind: 'latency', ms: 1_500, match: { endpoint: 'upload', appId } })
  await site.platform.order({ kind: 'reset-after', match: { endpoint: 'upload', appId } })
  await view.chooseTemplate(id)
  await view.upload()
  await expect.poll(async () => (await site.platform.tally(appId, 'upload')).received).toBe(1)
  await site.platform.order({ kind: 'http-status', status: 503, match: { endpoint: 'versions', appId } })

  await expect(view.unsettledBanner).toContainText(`「上传代码 ${version}」的结果还没有确认`, { timeout: 45_000 })
  await expect(view.uploadDialog).toBeHidden()
  await expect(view.unsettledBanner).toContainText('不会重复发送')
  await view.expectImpossible('upload', /请先确认结果/)
  await view.expectImpossible('rollback', /请先确认结果/)

  await site.platform.forgetFaults()
  await page.getByTestId('settle').click()
  await expect(page.getByTestId('settled-notice')).toContainText(`上传代码 ${version} 已经成功`, { timeout: 20_000 })
  await expect(view.unsettledBanner).toBeHidden()
  await view.expectStage('latest', version, '未提审')
  await view.expectTimeline('uploaded')
  expect(await site.platform.tally(appId, 'upload')).toMatchObject({ received: 1, carriedOut: 1 })
})
