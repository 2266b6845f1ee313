import { expect, test } from '@playwright/test'
import { ProfileTab } from './pages/profile'
import { noisyPicture, plainPicture } from './support/pictures'
import { openTab, startSite, type Site } from './support/site'
import { isReady, type SimulatedMerchant } from '../support/simulated-platform.ts'

let site: Site
test.describe.configure({ timeout: 120_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())
test.afterEach(() => site.platform.forgetFaults())

/** Merchants of earlier tests, so that every test has one of its own. */
const used = new Set<string>()

async function ownMerchant(): Promise<SimulatedMerchant> {
  const untouched = ({ profileChanges }: SimulatedMerchant): boolean =>
    Object.values(profileChanges).every(({ newest }) => newest === null)
  const merchant = await site.platform.find(isReady, untouched, ({ appId }) => !used.has(appId))
  used.add(merchant.appId)
  return merchant
}

test('a name: counted, checked, proved with a certificate, submitted, approved', async ({ page }) => {
  const tab = new ProfileTab(page)
  const merchant = await ownMerchant()
  const { appId } = merchant
  await openTab(page, site, merchant, 'profile')
  await tab.open('name')
  await expect(tab.nameField).toBeFocused()

  await test.step('its form is judged while it is typed', async () => {
    await tab.typeName('茶')
    await expect(page.getByTestId('name-count')).toHaveText('2 / 20')
    await expect(page.getByTestId('name-problem')).toContainText('名称太短')
    await tab.nameField.fill('一二三四五六七八九十零')
    await expect(page.getByTestId('name-count')).toHaveText('22 / 20')
    await expect(page.getByTestId('name-problem')).toContainText('名称太长')
    await tab.expectImpossible(tab.submitButton, /最多 20 个字符/)
    await tab.typeName('茶铺！')
    await expect(page.getByTestId('name-problem')).toContainText('只能用汉字、字母和数字')
    expect((await site.platform.tally(appId, 'check_app_name')).received).toBe(0)
  })

  await test.step('the platform says what is taken and what is sensitive', async () => {
    await tab.typeName('春风书屋')
    await tab.expectVerdict('refused', '平台代码 21003')
    await tab.expectImpossible(tab.submitButton, /检测没有通过/)
    await tab.typeName('最低价茶铺')
    await tab.expectVerdict('refused', '平台代码 21005')
    await tab.expectImpossible(tab.submitButton, /检测没有通过/)
    expect((await site.platform.tally(appId, 'modify_app_name')).received).toBe(0)
  })

  await test.step('a brand wants a certificate', async () => {
    await tab.typeName('星巴克咖啡角')
    await tab.expectVerdict('evidence', '平台代码 21006')
    await tab.expectImpossible(tab.submitButton, /商标证明/)
    await tab.attachCertificate(plainPicture('商标注册证.png', { width: 600, height: 400 }))
    await tab.expectPossible(tab.submitButton)
    await expect(page.getByTestId('change-line')).toContainText(merchant.name)
    await expect(tab.submitButton).toHaveText('提交名称「星巴克咖啡角」')
    await tab.submit('name')
  })

  await test.step('it is in review, and can not be changed meanwhile', async () => {
    await tab.expectAudit('name', '审核中')
    await expect(tab.section('name').getByTestId('audit-detail')).toContainText('星巴克咖啡角')
    await expect(page.getByTestId('merchant-name')).toHaveText(merchant.name)
    await tab.expectImpossible(tab.changeButton('name'), /还在审核中/)
    await expect(tab.section('name').getByTestId('changes-left')).toHaveText('还能改 1 次')
    await tab.expectNewestChange('name', 'done')
  })

  await test.step('approved, it stands at the head of the page', async () => {
    await site.platform.endProfileAudit(appId, 'name', { outcome: 'pass' })
    await tab.refresh()
    await tab.expectAudit('name', '已通过')
    await expect(page.getByTestId('merchant-name')).toHaveText('星巴克咖啡角')
    expect(await site.platform.tally(appId, 'modify_app_name')).toMatchObject({ received: 1, carriedOut: 1 })
  })
})

test('an introduction: too short, refused by the platform’s own rule, mended, rejected with advice, mended again', async ({
  page
}) => {
  const tab = new ProfileTab(page)
  const merchant = await ownMerchant()
  const { appId } = merchant
  await openTab(page, site, merchant, 'profile')
  await tab.open('introduction')

  await tab.introductionField.fill('太短了')
  await expect(page.getByTestId('introduction-count')).toHaveText('3 / 60')
  await tab.expectImpossible(tab.submitButton, '简介太短：至少 10 个字，现在是 3')

  const refused = '本店保证全城最低价，欢迎到店选购'
  await tab.introductionField.fill(refused)
  await tab.submitButton.click()
  await tab.expectRefusal(tab.dialog('introduction'), '22019', 'log_id')
  await expect(tab.introductionField).toHaveValue(refused)
  await expect(page.getByTestId('merchant-name')).toHaveText(merchant.name)

  const first = '现做现卖的社区小店，线上下单到店自取'
  await tab.introductionField.fill(first)
  await tab.submit('introduction')
  await tab.expectAudit('introduction', '审核中')
  await tab.expectNewestChange('introduction', 'done')

  const verdict = { outcome: 'reject', reason: '与服务不符', advice: '请写明主要商品' } as const
  await site.platform.endProfileAudit(appId, 'introduction', verdict)
  await tab.refresh()
  await tab.expectAudit('introduction', '未通过')
  const detail = tab.section('introduction').getByTestId('audit-detail')
  for (const text of [first, '与服务不符', '请写明主要商品']) await expect(detail).toContainText(text)
  await tab.open('introduction')
  await expect(tab.introductionField).toHaveValue(first)
  await tab.introductionField.fill(`${first}，主营面包`)
  await tab.submit('introduction')
  await site.platform.endProfileAudit(appId, 'introduction', { outcome: 'pass' })
  await tab.refresh()
  await expect(tab.section('introduction')).toContainText(`${first}，主营面包`)
  await tab.expectAudit('introduction', '已通过')
})

test('an icon: cropped, uploaded, in review, approved; no changes left', async ({ page }) => {
  const tab = new ProfileTab(page)
  const merchant = await ownMerchant()
  const { appId } = merchant
  await openTab(page, site, merchant, 'profile')
  await tab.open('icon')
  await tab.expectImpossible(tab.submitButton, '请先选择图片')
  await page.getByTestId('icon-file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') })
  await expect(page.getByTestId('icon-problem')).toContainText('要 png 或 jpeg 图片')
  await tab.pickIcon(plainPicture('小图.png', { width: 120, height: 90 }))
  await expect(page.getByTestId('icon-small')).toContainText('可能模糊')
  await tab.pickIcon(plainPicture('新图标.png', { width: 640, height: 400 }))
  await expect(page.getByTestId('icon-small')).toBeHidden()
  await page.getByTestId('crop-zoom-in').click()
  await tab.submit('icon')
  await tab.expectAudit('icon', '审核中')
  await expect(page.getByTestId('submitted-icon')).toBeVisible()
  const submitted = (await site.platform.merchant(appId)).profileChanges.icon.newest?.value
  expect(submitted).toBeTruthy()

  await site.platform.endProfileAudit(appId, 'icon', { outcome: 'pass' })
  await tab.refresh()
  await tab.expectAudit('icon', '已通过')
  expect((await site.platform.merchant(appId)).icon).toBe(submitted)
  await site.platform.changeMerchant(appId, { remaining: { icon: 0 } })
  await tab.refresh()
  await tab.expectImpossible(tab.changeButton('icon'), '修改次数已用完')
})

test('an icon whose sending is cancelled, and one whose sending breaks: nothing is changed, and nothing is lost', async ({
  page
}) => {
  const tab = new ProfileTab(page)
  const merchant = await ownMerchant()
  const { appId } = merchant
  await openTab(page, site, merchant, 'profile')
  await tab.open('icon')
  await tab.pickIcon(noisyPicture('照片.png', { width: 900, height: 900 }))

  await site.platform.order({
    kind: 'slow-receive',
    bytes: 512,
    everyMs: 200,
    match: { endpoint: 'upload_material', appId }
  })
  await tab.submitButton.click()
  await expect(page.getByTestId('sending-bar')).toBeVisible()
  await expect.poll(async () => (await site.platform.tally(appId, 'upload_material')).received).toBe(1)
  await page.getByTestId('sending-cancel').click()
  await expect(page.getByTestId('icon-unchanged')).toContainText('已取消发送。还是原来的图标，没有任何改动')
  await expect(tab.dialog('icon').getByTestId('error-panel')).toHaveCount(0)
  await site.platform.forgetFaults()

  await site.platform.order({ kind: 'reset-before', match: { endpoint: 'upload_material', appId } })
  await tab.submitButton.click()
  await tab.expectRefusal(tab.dialog('icon'))
  await expect(page.getByTestId('icon-unchanged')).toContainText('没有任何改动')
  await site.platform.forgetFaults()
  expect((await site.platform.tally(appId, 'modify_app_icon')).received).toBe(0)
  expect((await site.platform.merchant(appId)).icon).toBe(merchant.icon)

  await tab.submit('icon')
  await tab.expectAudit('icon', '审核中')
  await expect(tab.changes.first()).toContainText('照片.png')
  expect(await site.platform.tally(appId, 'modify_app_icon')).toMatchObject({ received: 1, carriedOut: 1 })
})

test('a lost answer: what was set is read, and the change is not sent twice', async ({ page }) => {
  const tab = new ProfileTab(page)
  const merchant = await ownMerchant()
  const { appId } = merchant
  const introduction = '一家做了二十年的老店，支持线上预约'
  await openTab(page, site, merchant, 'profile')
  await tab.open('introduction')
  await tab.introductionField.fill(introduction)
  await site.platform.order({ kind: 'reset-after', match: { endpoint: 'modify_app_intro', appId } })
  await tab.submit('introduction')
  await tab.expectAudit('introduction', '审核中')
  await tab.expectNewestChange('introduction', 'done')
  expect(await site.platform.tally(appId, 'modify_app_intro')).toMatchObject({ received: 1, carriedOut: 1 })
})

test('a lost answer that can not be looked into: the history says so, and settling finds out what is true', async ({
  page
}) => {
  test.setTimeout(180_000)
  const tab = new ProfileTab(page)
  const merchant = await ownMerchant()
  const { appId } = merchant
  await openTab(page, site, merchant, 'profile')
  await tab.open('introduction')
  await tab.introductionField.fill('一家做了三十年的老店，支持线上预约')
  await site.platform.order({ kind: 'latency', ms: 1_500, match: { endpoint: 'modify_app_intro', appId } })
  await site.platform.order({ kind: 'reset-after', match: { endpoint: 'modify_app_intro', appId } })
  await tab.submitButton.click()
  await expect.poll(async () => (await site.platform.tally(appId, 'modify_app_intro')).received).toBe(1)
  await site.platform.order({ kind: 'http-status', status: 503, match: { endpoint: 'get_info', appId } })

  await expect(tab.dialog('introduction')).toBeHidden({ timeout: 60_000 })
  await tab.expectNewestChange('introduction', 'unknown')
  await expect(tab.changes.first()).toContainText('不会重复发送')
  await tab.expectImpossible(tab.changeButton('introduction'), /还没有确认/)

  await site.platform.forgetFaults()
  await tab.changes.first().getByTestId('settle-change').click()
  await tab.expectNewestChange('introduction', 'done')
  await tab.expectAudit('introduction', '审核中')
  expect(await site.platform.tally(appId, 'modify_app_intro')).toMatchObject({ received: 1, carriedOut: 1 })
})
