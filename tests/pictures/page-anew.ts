import type { Page } from '@playwright/test'

/** The page anew at an address: nothing typed, ticked or filtered before is left. */
export async function open(page: Page, path: string, testId: string): Promise<void> {
  const address = new URL(`#${path}`, page.url()).href
  await page.goto('about:blank')
  await page.goto(address)
  await page.getByTestId(testId).first().waitFor()
  await still(page, 1_000)
}

/** No hint over anything, and time for what is still coming. */
export async function still(page: Page, ms: number): Promise<void> {
  await page.mouse.move(0, 0)
  await page.waitForTimeout(ms)
}
