import type { Page } from '@playwright/test'
import { open } from './page-anew.ts'

/** By address: the names of the rail's links also tell what waits there. */
const rail = (page: Page, address: '/merchants' | '/rollouts') =>
  page.getByRole('navigation', { name: '主导航' }).locator(`a[href="#${address}"]`)

/** All merchants, in two waves. The second look at the application finds the rollout of the first. */
export async function rolloutPlan(page: Page): Promise<void> {
  await open(page, '/rollouts', 'rollouts-page')
  if ((await page.getByTestId('rollout-row').count()) > 0) return
  await rail(page, '/merchants').click()
  await page.getByRole('grid', { name: '商家列表' }).focus()
  await page.keyboard.press('Control+a')
  await page.getByTestId('selection-ship').click()
  await page.getByTestId('plan-version').fill('2.5.0')
  await page.getByTestId('plan-description').fill('秋季新版：首页改版，下单更快')
  await page.getByTestId('plan-until-release').click()
  await page.getByTestId('plan-step-how').getByRole('button').first().click()
  await page.getByTestId('plan-waves-number').click()
  await page.getByTestId('plan-sizes').fill('12')
  await page.getByTestId('plan-steps').evaluate((steps) => steps.scrollTo({ top: 0 }))
  await page.mouse.move(0, 0)
  await page.waitForTimeout(2_500) // the preview follows what is typed
}

/** Begun where it is planned, else the newest that there is. */
export async function rolloutRun(page: Page): Promise<void> {
  if (await page.getByTestId('plan-start').isVisible()) await start(page)
  else await page.getByTestId('rollout-row').first().click()
  await page.getByTestId('rollout-state').waitFor()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(15_000)
}

async function start(page: Page): Promise<void> {
  const removeBlocked = page.getByTestId('plan-remove-blocked')
  if (await removeBlocked.isVisible()) await removeBlocked.click()
  await page.waitForTimeout(2_500)
  const count = /\d+/.exec((await page.getByTestId('plan-count').textContent()) ?? '')?.[0] ?? ''
  await page.getByTestId('plan-start').click()
  await page.getByTestId('plan-dialog').waitFor()
  const typed = page.getByTestId('plan-typed')
  if (await typed.isVisible()) await typed.fill(count)
  await page.getByTestId('plan-confirm').click()
}

export async function versionDrift(page: Page): Promise<void> {
  await rail(page, '/rollouts').click()
  await page.getByTestId('tab-drift').click()
  await page.getByTestId('drift-row').nth(8).waitFor()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(1_000)
}
