import { expect, test } from '@playwright/test'
import { MerchantPage } from './pages/merchant'
import { openMerchant, startSite, type Site } from './support/site'
import { isReady } from '../support/simulated-platform.ts'

/** Beyond what a JavaScript number holds: it arrives unharmed or it does not arrive. */
const templateId = '9133504853504535288'
const sixMinutesMs = 6 * 60_000

let site: Site
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

test('an operator ships a version to a merchant and takes it back', async ({ page }) => {
  test.setTimeout(120_000)
  const { platform } = site
  const version = (await platform.templates()).find(({ id }) => id === templateId)?.version ?? ''
  expect(version, 'the template is in the sample data').not.toBe('')
  const merchant = await platform.find(
    isReady,
    ({ current, hosts }) => current?.version !== version && hosts.length > 1
  )
  const before = merchant.current?.version ?? ''
  const view = new MerchantPage(page)

  await test.step('opens the merchant from the list', async () => {
    await openMerchant(page, site, merchant)
    await expect(page.getByTestId('merchant-name')).toHaveText(merchant.name)
    await view.expectStage('current', before, '线上')
  })

  await test.step('uploads a template, whose id arrives unharmed', async () => {
    await view.chooseTemplate(templateId)
    await expect(page.getByTestId('upload-version')).toHaveValue(version)
    await expect(page.getByTestId('upload-confirm')).toHaveText(`上传 ${version} 到 ${merchant.name}`)
    await view.upload()
    await expect(view.uploadDialog).toBeHidden()
    await view.expectStage('latest', version, '未提审')
    await view.expectNext('submit')
    // The simulated platform compares ids digit by digit and refuses any it does not have (40029).
    expect(await platform.tally(merchant.appId, 'upload')).toEqual({ received: 1, carriedOut: 1, refused: 0 })
    expect((await platform.merchant(merchant.appId)).tests.at(-1)?.version).toBe(version)
  })

  await test.step('scans the trial code off the screen', async () => {
    await page.keyboard.press('q')
    await expect(view.codePreview).toHaveAttribute('data-stage', 'latest')
    const query = new URLSearchParams({ app_id: merchant.appId, stage: 'latest', version })
    expect(await view.readCodeOffTheScreen()).toBe(`https://z.douyin.com/mp?${query.toString()}`)
    await page.keyboard.press('f')
    expect(await view.readCodeOffTheScreen()).toContain('stage=latest')
    await page.keyboard.press('f')

    await page.getByTestId('code-path').fill('/pages/home/index?from=qa')
    await page.keyboard.press('Enter')
    await expect(view.codePreview).toContainText('已去掉开头的 /')
    await expect(page.getByTestId('code-opens')).toHaveText('打开 pages/home/index?from=qa')
    expect(new URL((await view.readCodeOffTheScreen()) ?? '').searchParams.get('path')).toBe('pages/home/index?from=qa')
    await page.keyboard.press('Escape')
    await expect(view.codePreview).toBeHidden()
  })

  await test.step('submits it to the hosts that have the online version', async () => {
    await view.chooseHosts('submit', merchant.hosts)
    await page.getByTestId('submit-note').fill('测试账号 demo / 123456')
    await view.submit()
    await expect(view.submitDialog).toBeHidden()
    await view.expectStage('audit', version, '审核中')
    await view.expectImpossible('submit', /已有版本在审核中/)
    expect((await platform.merchant(merchant.appId)).audit?.hosts).toEqual(expect.arrayContaining([...merchant.hosts]))
  })

  await test.step('sees it approved and releases it', async () => {
    await platform.endAudit(merchant.appId, 'pass')
    await view.refresh()
    await view.expectStage('audit', version, '已通过')
    await view.expectNext('release')
    await view.action('release').click()
    await expect(view.confirmDialog).toContainText(merchant.name)
    await expect(view.confirmDialog).toContainText(before)
    await page.keyboard.press('Enter')
    await expect(view.confirmDialog).toBeVisible()
    expect((await platform.tally(merchant.appId, 'release')).received).toBe(0)
    await view.confirm()
    await expect(view.confirmDialog).toBeHidden()
    await view.expectStage('current', version, '线上')
    await view.expectTimeline('released', 'approved', 'submitted', 'uploaded')
  })

  await test.step('rolls back, which takes some minutes', async () => {
    await view.action('rollback').click()
    await expect(view.confirmDialog).toContainText('3 到 5 分钟')
    await expect(page.getByTestId('confirm-button')).toHaveText(`回退到 ${before}`)
    await view.confirm()
    await expect(view.confirmDialog).toBeHidden()
    await view.expectImpossible('rollback', /10 分钟内不能再次回退，还剩/)
    await platform.advance(sixMinutesMs)
    await view.refresh()
    await view.expectStage('current', before, '线上')
    await view.expectTimeline('rolled_back', 'released', 'approved', 'submitted', 'uploaded')
    expect((await platform.tally(merchant.appId, 'rollback')).carriedOut).toBe(1)
  })
})
