import { expect, test } from '@playwright/test'
import { MerchantPage } from './pages/merchant'
import { openMerchant, startSite, type Site } from './support/site'
import { isReady, type SimulatedMerchant } from '../support/simulated-platform.ts'

let site: Site
test.beforeEach(async () => {
  site = await startSite()
})
test.afterEach(() => site.stop())

/** Orders that the platform never answers the merchant's upload: before its work, or after it. */
async function unanswered(phase: 'before' | 'after'): Promise<{ merchant: SimulatedMerchant; template: string }> {
  const merchant = await site.platform.find(isReady)
  const [template] = await site.platform.templates()
  await site.platform.order({ kind: 'no-answer', phase, match: { endpoint: 'upload', appId: merchant.appId } })
  return { merchant, template: template?.id ?? '' }
}

/** Kills the application while it waits for the answer, and opens the merchant in the one started after it. */
async function crashWhileUploading(view: MerchantPage, merchant: SimulatedMerchant, template: string): Promise<void> {
  await openMerchant(view.page, site, merchant)
  await view.chooseTemplate(template)
  await view.page.getByTestId('upload-description').fill('断电之前')
  await view.upload()
  await expect.poll(async () => (await site.platform.tally(merchant.appId, 'upload')).received).toBe(1)
  await site.crash()
  await site.platform.forgetFaults()
  await view.page.goto('about:blank')
  await openMerchant(view.page, site, merchant)
}

test('a power cut after the work: the upload is found done at the next start, and not sent again', async ({ page }) => {
  const view = new MerchantPage(page)
  const { merchant, template } = await unanswered('after')
  await crashWhileUploading(view, merchant, template)
  await view.expectTimeline('uploaded')
  await expect(view.timelineEntries.first()).toHaveAttribute('data-source', 'desk')
  await expect(view.stage('latest')).toContainText('断电之前')
  await expect(view.unsettledBanner).toHaveCount(0)
  expect(await site.platform.tally(merchant.appId, 'upload')).toMatchObject({ received: 1, carriedOut: 1 })
})

test('a power cut before the work: the next start says that nothing was done, and nothing is sent by itself', async ({
  page
}) => {
  const view = new MerchantPage(page)
  const { merchant, template } = await unanswered('before')
  await crashWhileUploading(view, merchant, template)
  await view.expectTimeline('not_carried_out')
  await expect(view.unsettledBanner).toHaveCount(0)
  expect(await site.platform.tally(merchant.appId, 'upload')).toMatchObject({ received: 1, carriedOut: 0 })
  await expect(view.action('upload')).not.toHaveClass(/is-disabled/)
})
