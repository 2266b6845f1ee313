import { expect, type Locator, type Page } from '@playwright/test'
import type { PickedFile } from '../support/pictures'
import { SetupTab } from './setup-tab'

/** The tab 类目 of a merchant, in the operator's words. */
export class CategoriesTab extends SetupTab {
  readonly addButton: Locator
  readonly publishButton: Locator
  readonly addDialog: Locator
  readonly supplyDialog: Locator
  readonly confirmDialog: Locator
  readonly lines: Locator
  readonly allowance: Locator
  readonly missing: Locator
  readonly submitButton: Locator
  readonly supplyButton: Locator

  constructor(page: Page) {
    super(page)
    this.addButton = page.getByTestId('add-category')
    this.publishButton = page.getByTestId('publish-categories')
    this.addDialog = page.getByTestId('add-category-dialog')
    this.supplyDialog = page.getByTestId('supply-category-dialog')
    this.confirmDialog = page.getByTestId('category-confirm-dialog')
    this.lines = page.getByTestId('category-line')
    this.allowance = page.getByTestId('category-allowance')
    this.missing = page.getByTestId('missing-qualifications')
    this.submitButton = page.getByTestId('submit-category')
    this.supplyButton = page.getByTestId('submit-supply')
  }

  line(category: string): Locator {
    return this.page.locator(`[data-testid="category-line"][data-category="${category}"]`)
  }

  async expectLine(category: string, state: 'approved' | 'in_review' | 'rejected', ...texts: string[]): Promise<void> {
    await expect(this.line(category)).toHaveAttribute('data-state', state, { timeout: 20_000 })
    for (const text of texts) await expect(this.line(category)).toContainText(text)
  }

  /** Searches a category in the dialog, which has the focus where one types, and chooses it by the keyboard. */
  async choose(words: string, category: string): Promise<void> {
    await this.addButton.click()
    await expect(this.page.getByTestId('category-search')).toBeFocused()
    await this.page.getByTestId('category-search').fill(words)
    await expect(this.page.getByTestId('category-option')).toHaveCount(1)
    await expect(this.page.getByTestId('category-option')).toHaveAttribute('data-category', category)
    await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByTestId('chosen-category')).toBeVisible()
  }

  async attach(qualification: string, file: PickedFile): Promise<void> {
    const testId = `qualification-${qualification}-0`
    await this.page.getByTestId(testId).setInputFiles(file)
    await expect(this.page.getByTestId(`${testId}-name`)).toHaveText(file.name)
  }

  qualification(id: string): Locator {
    return this.page.locator(`[data-testid="qualification"][data-qualification="${id}"]`)
  }

  async add(): Promise<void> {
    await this.submitButton.click()
    await expect(this.addDialog).toBeHidden({ timeout: 30_000 })
  }

  async supply(): Promise<void> {
    await this.supplyButton.click()
    await expect(this.supplyDialog).toBeHidden({ timeout: 30_000 })
  }

  async confirm(): Promise<void> {
    await this.confirmDialog.getByTestId('category-confirm').click()
    await expect(this.confirmDialog).toBeHidden({ timeout: 30_000 })
  }
}
