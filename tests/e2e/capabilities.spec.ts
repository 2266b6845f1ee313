import { expect, test } from '@playwright/test'
import { CapabilitiesPages } from './pages/capabilities'
import { RolloutPlanPage } from './pages/rollout-plan'
import { RolloutRunPage } from './pages/rollout-run'
import { plainPicture } from './support/pictures'
import { openTab, startSite, type Site } from './support/site'
import { isReady, type SimulatedMerchant } from '../support/simulated-platform.ts'

const shot = (name: string, shade = 0) => plainPicture(name, { width: 400, height: 300 }, shade)
/** First-level categories that the mounts are open for. */
const openCategories = ['1101', '1201', '1301', '1501', '1601', '1801', '2101']

let site: Site
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

/** A company that may apply for a mount and has never done so. */
const mayApply =
  (key: string) =>
  ({ subject, onlineCategories, capabilities, authorization }: SimulatedMerchant): boolean =>
    subject.type === 'company' &&
    [1, 2, 3].every((set) => authorization.permissions.includes(set)) &&
    onlineCategories.every(({ id }) => openCategories.includes(id.split(',')[0] ?? '')) &&
    capabilities[key] === undefined

test('a capability of the general list: applied for, refused with a reason, corrected, granted', async ({ page }) => {
  const tab = new CapabilitiesPages(page)
  const key = 'video_self_mount'
  const merchant = await site.platform.find(isReady, mayApply(key))
  await openTab(page, site, merchant, 'capabilities')

  await test.step('what is missing is said before anything is sent', async () => {
    await tab.expectLine(key, 'can_apply', '短视频自主挂载', '可申请')
    await tab.begin(key)
    await tab.giveReason('门店探店视频里带上点单页')
    await expect(tab.submitButton).toHaveClass(/is-disabled/)
    await tab.answer('scene_desc', '探店视频里挂载点单页')
    await expect(tab.submitButton).toHaveClass(/is-disabled/)
    expect((await site.platform.tally(merchant.appId, 'apply_capacity')).received).toBe(0)
  })

  await test.step('sent with its text and pictures, it is in review', async () => {
    await tab.attach('img_uri_list', 0, shot('首页.png'))
    await tab.attach('img_uri_list', 1, shot('点单页.png', 60))
    await tab.submit()
    await tab.expectLine(key, 'applying', '申请中')
    const sent = (await site.platform.merchant(merchant.appId)).capabilities[key]?.application
    expect(sent?.info['scene_desc']).toEqual(['探店视频里挂载点单页'])
    expect(sent?.info['img_uri_list']).toHaveLength(2)
    await tab.expectNewestChange('capability_apply', 'done')
  })

  await test.step('refused, it says why, and is applied for again', async () => {
    await site.platform.endCapabilityAudit(merchant.appId, key, { outcome: 'reject', reason: '落地页与场景不一致' })
    await tab.refresh()
    await tab.expectLine(key, 'rejected', '未通过', '原因：落地页与场景不一致', '再次申请')
    await tab.begin(key)
    await tab.giveReason('探店视频里带上点单页，截图已换成点单页')
    await tab.answer('scene_desc', '探店视频结尾挂载点单页，落地页就是点单页')
    await tab.attach('img_uri_list', 0, shot('点单页.png', 90))
    await tab.submit()
    await tab.expectLine(key, 'applying')
    expect(await site.platform.tally(merchant.appId, 'apply_capacity')).toMatchObject({ received: 2, carriedOut: 2 })
  })

  await test.step('granted', async () => {
    await site.platform.endCapabilityAudit(merchant.appId, key, { outcome: 'pass' })
    await tab.refresh()
    await tab.expectLine(key, 'granted', '已开通')
    await expect(tab.line(key).getByTestId('capability-apply')).toHaveCount(0)
  })

  await test.step('the phone number is not applied for, and says so', async () => {
    await expect(tab.line('phone_number')).toContainText('获取手机号')
    await expect(tab.line('phone_number').getByTestId('capability-automatic')).toHaveText(
      '不用申请，条件满足后平台自动开通'
    )
    await expect(tab.line('phone_number').getByTestId('capability-apply')).toHaveCount(0)
  })
})

test('the short-video mount: applied for, refused, corrected, granted, and in the matrix', async ({ page }) => {
  const tab = new CapabilitiesPages(page)
  const key = 'video_mount'
  const merchant = await site.platform.find(isReady, mayApply(key))
  await openTab(page, site, merchant, 'capabilities')
  await tab.expectLine(key, 'can_apply')
  const apply = async (reason: string) => {
    await tab.begin(key)
    await tab.giveReason(reason)
    const fields = tab.dialog.getByTestId('application-field')
    for (const field of await fields.all()) {
      const name = (await field.getAttribute('data-field')) ?? ''
      if (await field.getByTestId(`answer-${name}`).count()) await tab.answer(name, reason)
      else await tab.attach(name, 0, shot('内容截图.png'))
    }
    await tab.submit()
    await tab.expectLine(key, 'applying')
  }

  await apply('在短视频里挂载点单小程序')
  await site.platform.endCapabilityAudit(merchant.appId, key, { outcome: 'reject', reason: '截图不是小程序页面' })
  await tab.refresh()
  await tab.expectLine(key, 'rejected', '截图不是小程序页面')
  await apply('在短视频里挂载点单小程序，截图已更换')
  await site.platform.endCapabilityAudit(merchant.appId, key, { outcome: 'pass' })
  await tab.refresh()
  await tab.expectLine(key, 'granted', '已开通')

  await tab.goToMatrix()
  await tab.expectCell(merchant.appId, key, '已开通')
})

test('the matrix applies for several merchants at once, with an outcome for each', async ({ page }) => {
  const pages = new CapabilitiesPages(page)
  const plan = new RolloutPlanPage(page)
  const run = new RolloutRunPage(page)
  const key = 'live_self_mount'
  const able = (await site.platform.merchants()).filter((each) => isReady(each) && mayApply(key)(each))
  const [first, second, third, there] = able
  if (!first || !second || !third || !there) throw new Error('not enough merchants')
  await site.platform.changeMerchant(there.appId, { capabilities: { [key]: { state: 'granted' } } })
  const chosen = [first, second, third, there].map(({ appId }) => appId)

  await test.step('read and chosen', async () => {
    await page.goto(site.url)
    await expect(page.getByTestId('merchant-count')).toHaveText('24 个商家')
    await pages.goToMatrix()
    await pages.readAll()
    await pages.expectCell(first.appId, key, '可申请')
    await pages.expectCell(there.appId, key, '已开通')
    await pages.tick(chosen)
  })

  await test.step('the plan says for how many, and why not for all', async () => {
    await page.getByTestId('matrix-apply').click()
    await page.getByTestId('bulk-capability').selectOption(key)
    await expect(page.getByTestId('bulk-apply-count')).toHaveText('3 个会申请')
    await expect(page.getByTestId('bulk-there')).toContainText('1 个已开通或申请中')
    await pages.giveReason('直播讲解时带上点单页')
    await pages.answer('scene_desc', '直播讲解时挂载点单页')
  })

  await test.step('each has its outcome: one was banned meanwhile', async () => {
    const banned = { capabilities: { [key]: { state: 'banned', reason: '直播违规' } } }
    await site.platform.changeMerchant(third.appId, banned)
    await pages.submitButton.click()
    await expect(page.getByTestId('plan-setup')).toContainText('直播讲解时带上点单页', { timeout: 20_000 })
    await plan.ask()
    await expect(plan.dialog).toContainText('申请「直播自主挂载」：3 个商家')
    await page.getByTestId('plan-confirm').click()
    await run.expectState('已结束')
    for (const { appId } of [first, second]) {
      await run.expectItem(appId, 'done')
      expect((await site.platform.merchant(appId)).capabilities[key]?.state).toBe('applying')
    }
    await run.expectItem(third.appId, 'blocked')
    await expect(run.item(third.appId)).toContainText('封禁')
    expect((await site.platform.tally(there.appId, 'apply_capacity')).received).toBe(0)
  })

  await test.step('the matrix shows it', async () => {
    await pages.goToMatrix()
    for (const { appId } of [first, second]) await pages.expectCell(appId, key, '申请中')
    await pages.expectCell(third.appId, key, '已封禁')
  })
})
