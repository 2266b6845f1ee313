import { join } from 'node:path'
import { expect, test, type Page, type TestInfo } from '@playwright/test'
import { MerchantPage } from './pages/merchant'
import { WelcomePages } from './pages/welcome'
import { countClicks, startFresh } from './support/application'

const fewClicks = 10
const withinMs = 5 * 60_000
const pictures = join(import.meta.dirname, '../../docs/pictures/first-minutes')

/** Photographs each step: for the documentation where that is asked for, else beside the test's results. */
function camera(page: Page, info: TestInfo): (name: string) => Promise<void> {
  let taken = 0
  return async (name) => {
    taken += 1
    const file = `${String(taken).padStart(2, '0')}-${name}.png`
    const isForDocs = process.env['MERCHANT_DESK_PICTURES'] === '1'
    await page.screenshot({ path: isForDocs ? join(pictures, file) : info.outputPath(file), animations: 'disabled' })
  }
}

test('someone who has never seen it releases a version in the practice environment, with what is on the screen', async ({
  page
}, info) => {
  test.setTimeout(withinMs + 60_000)
  const application = await startFresh()
  try {
    const clicks = await countClicks(page)
    const shoot = camera(page, info)
    const welcome = new WelcomePages(page)
    const merchant = new MerchantPage(page)
    const startedAt = performance.now()

    await welcome.opened(application.url)
    await shoot('start')
    await welcome.door('practise').click()

    await expect(page.getByTestId('first-tasks-hint')).toContainText(/打开「(?!任一).+」/)
    await expect(welcome.task('look')).toHaveAttribute('data-state', 'next')
    await shoot('today')
    await welcome.task('look').click()

    await merchant.expectNext('upload')
    await shoot('merchant')
    await merchant.action('upload').click()
    await expect(page.getByTestId('upload-confirm')).not.toHaveClass(/is-disabled/)
    await shoot('upload')
    await merchant.upload()

    await merchant.expectNext('submit')
    await shoot('uploaded')
    await merchant.action('submit').click()
    await expect(page.getByTestId('submit-confirm')).not.toHaveClass(/is-disabled/)
    await shoot('submit')
    await merchant.submit()

    await expect(merchant.submitDialog).toBeHidden()
    await shoot('in-review')
    await expect(merchant.action('release')).toHaveClass(/el-button--primary/, { timeout: withinMs })
    await shoot('approved')
    await merchant.action('release').click()
    await expect(page.getByTestId('confirm-button')).toBeVisible()
    await shoot('release')
    await merchant.confirm()

    await expect(merchant.confirmDialog).toBeHidden()
    await expect(merchant.timelineEntries.first()).toHaveAttribute('data-kind', 'released')
    await shoot('released')
    expect(performance.now() - startedAt).toBeLessThan(withinMs)
    expect(clicks()).toBeGreaterThan(0)
    expect(clicks()).toBeLessThanOrEqual(fewClicks)

    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '今日' }).click()
    for (const task of ['look', 'upload', 'submit', 'release']) {
      await expect(welcome.task(task)).toHaveAttribute('data-state', 'done')
    }
    await shoot('ticked')
  } finally {
    await application.stop()
  }
})
