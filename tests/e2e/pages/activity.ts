import { expect, type Download, type Locator, type Page } from '@playwright/test'

/** The activity journal, of everything or of one merchant, and the report that is made from it. */
export class ActivityPage {
  readonly page: Page
  readonly rows: Locator
  readonly chain: Locator
  readonly drawer: Locator
  readonly count: Locator

  constructor(page: Page) {
    this.page = page
    this.rows = page.getByTestId('activity-row')
    this.chain = page.getByTestId('activity-chain')
    this.drawer = page.getByTestId('activity-drawer')
    this.count = page.getByTestId('activity-count')
  }

  async go(): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '记录' }).click()
    await expect(this.page.getByTestId('activity-page')).toBeVisible()
  }

  row(action: string): Locator {
    return this.page.locator(`[data-testid="activity-row"][data-action="${action}"]`)
  }

  /** Chooses one value of a filter. */
  async choose(filter: 'time' | 'kind' | 'outcome' | 'origin' | 'actor', value: string): Promise<void> {
    await this.page.getByTestId(`activity-${filter}`).locator('.open').click()
    await this.page.locator(`.choices input[value="${value}"]`).click()
    await this.page.keyboard.press('Escape')
  }

  async export(format: 'csv' | 'xlsx' | 'jsonl'): Promise<Download> {
    const download = this.page.waitForEvent('download')
    await this.page.getByTestId('activity-export').click()
    await this.page.getByTestId(`activity-export-${format}`).click()
    return download
  }

  async savePdf(): Promise<Download> {
    const download = this.page.waitForEvent('download')
    await this.page.getByTestId('report-pdf').click()
    return download
  }
}
