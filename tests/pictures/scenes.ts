import type { Page } from '@playwright/test'

/** A picture, and how the page comes to look so; each goes on from the one before. */
export type Scene = {
  readonly name: string
  readonly theme: 'light' | 'dark'
  readonly prepare: (page: Page) => Promise<void>
}

export const scenes: readonly Scene[] = [
  { name: 'merchants', theme: 'light', prepare: merchantList },
  { name: 'merchant', theme: 'dark', prepare: merchantPage },
  { name: 'code', theme: 'light', prepare: trialCode },
  { name: 'authorization', theme: 'light', prepare: authorizationLink },
  { name: 'keeper', theme: 'light', prepare: tokenKeeper },
  { name: 'diagnosis', theme: 'light', prepare: diagnosis }
]

async function merchantList(page: Page): Promise<void> {
  await page.locator('[data-testid="merchant-row"][data-app-id]').nth(10).waitFor()
  await page.waitForTimeout(2_500) // the first reading ends, the icons come
}

async function merchantPage(page: Page): Promise<void> {
  await page.getByTestId('merchant-row').filter({ hasText: '待发布' }).first().dblclick()
  await page.getByTestId('stage-audit').waitFor()
  await page.waitForTimeout(1_000)
}

async function trialCode(page: Page): Promise<void> {
  await page.getByTestId('action-code-latest').click()
  await page.getByTestId('code-image').waitFor()
  await page.waitForTimeout(500)
}

async function authorizationLink(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await go(page, '授权')
  await page.getByTestId('link-note').fill('朝阳路店')
  await page.getByTestId('make-link').click()
  await page.getByTestId('qr-picture').waitFor()
  await page.waitForTimeout(500)
}

/** The merchant of the link that was just made authorises, so that there is somebody new in what follows. */
async function tokenKeeper(page: Page): Promise<void> {
  const link = (await page.getByTestId('link-url').textContent())?.trim() ?? ''
  const merchant = await page.context().newPage()
  await merchant.goto(link)
  await merchant.getByRole('button', { name: '确认授权' }).click()
  await merchant.close()
  await go(page, '令牌')
  await page.getByTestId('keeper-row').first().waitFor()
  await page.waitForTimeout(1_500)
}

async function diagnosis(page: Page): Promise<void> {
  await go(page, '账号')
  await page.locator('.account-row').first().click()
  await page.getByTestId('account-diagnose').click()
  await page.locator('[data-testid="diagnosis-summary"]:not([data-outcome="running"])').waitFor()
  await page.waitForTimeout(500)
}

async function go(page: Page, place: '授权' | '令牌' | '账号'): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place }).click()
}
