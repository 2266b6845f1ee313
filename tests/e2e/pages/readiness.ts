import { expect, type Locator, type Page } from '@playwright/test'

/** 就绪检查 above a merchant's versions. */
export class ReadinessPanel {
  readonly panel: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByTestId('readiness-panel')
  }

  line(check: string): Locator {
    return this.panel.locator(`[data-check="${check}"]`)
  }

  async expectBlocking(check: string, ...texts: readonly string[]): Promise<void> {
    await expect(this.line(check)).toHaveAttribute('data-level', 'blocking')
    for (const text of texts) await expect(this.line(check)).toContainText(text)
  }

  /** Follows the line's link, which leads to this tab. */
  async fix(check: string, tab: string): Promise<void> {
    await this.page.getByTestId('tab-versions').click()
    await this.page.getByTestId(`readiness-fix-${check}`).click()
    await expect(this.page.getByTestId(`tab-${tab}`)).toHaveAttribute('aria-current', 'page')
  }
}
