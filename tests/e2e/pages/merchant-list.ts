import { expect, type Locator, type Page } from '@playwright/test'

/** The list of merchants, in the operator's words. */
export class MerchantListPage {
  readonly page: Page
  readonly search: Locator
  readonly count: Locator
  readonly rows: Locator
  readonly grid: Locator
  readonly refreshAll: Locator
  readonly outcome: Locator
  readonly selectionBar: Locator
  readonly tagEditor: Locator

  constructor(page: Page) {
    this.page = page
    this.search = page.getByTestId('merchant-search')
    this.count = page.getByTestId('merchant-count')
    this.rows = page.getByTestId('merchant-row')
    this.grid = page.getByRole('grid', { name: '商家列表' })
    this.refreshAll = page.getByTestId('refresh-all')
    this.outcome = page.getByTestId('refresh-outcome')
    this.selectionBar = page.getByTestId('selection-bar')
    this.tagEditor = page.getByTestId('tag-editor')
  }

  row(appId: string): Locator {
    return this.page.locator(`[data-testid="merchant-row"][data-app-id="${appId}"]`)
  }

  /** Waits until the first reading of all merchants is over. */
  async opened(url: string, count: number): Promise<void> {
    await this.page.goto(url)
    await expect(this.count).toHaveText(`${count} 个商家`)
    await expect(this.page.getByTestId('refresh-ring')).toHaveCount(0)
    await expect(this.rows.first()).toBeVisible()
  }

  async expectFound(...appIds: readonly string[]): Promise<void> {
    await expect(this.rows).toHaveCount(appIds.length)
    for (const appId of appIds) await expect(this.row(appId)).toBeVisible()
  }

  /** Ticks a value of one of the filters above the list, and closes the filter. */
  async filterBy(title: string, value: string): Promise<void> {
    await this.page.getByRole('group', { name: '筛选' }).getByRole('button', { name: title }).first().click()
    await this.page.getByRole('checkbox', { name: value }).check()
    await this.page.keyboard.press('Escape')
  }

  async clearFilters(): Promise<void> {
    await this.page.getByRole('button', { name: '清除筛选' }).first().click()
  }

  /** App ids of the rows in sight, from top to bottom. */
  async order(): Promise<string[]> {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-app-id') ?? ''))
  }

  async addTags(appId: string, ...tags: readonly string[]): Promise<void> {
    await this.row(appId).hover()
    await this.row(appId)
      .getByRole('button', { name: /的标签/ })
      .click()
    for (const tag of tags) {
      await this.tagEditor.getByRole('textbox').fill(tag)
      await this.page.keyboard.press('Enter')
    }
    await this.tagEditor.getByRole('button', { name: '保存标签' }).click()
    await expect(this.tagEditor).toBeHidden()
  }

  async refresh(appId: string): Promise<void> {
    await this.row(appId).getByRole('button', { name: /^刷新/ }).click()
  }
}
