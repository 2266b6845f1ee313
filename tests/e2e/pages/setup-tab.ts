import { expect, type Locator, type Page } from '@playwright/test'

/** What the tabs of a merchant's set-up have in common: how old what they show is, refusals, and the list of changes. */
export class SetupTab {
  readonly page: Page
  readonly refreshButton: Locator
  readonly changes: Locator
  readonly message: Locator

  constructor(page: Page) {
    this.page = page
    this.refreshButton = page.getByTestId('facet-refresh')
    this.changes = page.getByTestId('setting-change')
    this.message = page.locator('.el-message').last()
  }

  /** Reads from the platform again, and waits until that is shown. */
  async refresh(): Promise<void> {
    await this.refreshButton.click()
    await expect(this.refreshButton).not.toHaveClass(/is-loading/, { timeout: 20_000 })
  }

  /** That a button can not be pressed, and says why. */
  async expectImpossible(button: Locator, why: string | RegExp): Promise<void> {
    await expect(button).toHaveClass(/is-disabled/)
    await expect(button).toHaveAccessibleDescription(why)
  }

  async expectPossible(button: Locator): Promise<void> {
    await expect(button).not.toHaveClass(/is-disabled|is-loading/)
  }

  /** What the platform said, with what its support will ask for. */
  async expectRefusal(place: Locator, ...texts: readonly string[]): Promise<void> {
    const panel = place.getByTestId('error-panel')
    await expect(panel).toHaveCount(1, { timeout: 20_000 })
    for (const text of texts) await expect(panel).toContainText(text)
  }

  /** The newest change in the list. */
  async expectNewestChange(kind: string, state: string): Promise<void> {
    const newest = this.changes.first()
    await expect(newest).toHaveAttribute('data-kind', kind)
    await expect(newest).toHaveAttribute('data-state', state, { timeout: 45_000 })
  }
}
