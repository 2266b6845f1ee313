import { expect, type Locator, type Page } from '@playwright/test'
import { bytesOf } from '../support/files'
import { scanScreen } from '../support/scan'

/** 码 of one merchant: its mini-program codes. */
export class MiniCodesTab {
  readonly page: Page
  readonly lines: Locator
  readonly dialog: Locator
  readonly previewImage: Locator
  readonly saveButton: Locator

  constructor(page: Page) {
    this.page = page
    this.lines = page.getByTestId('saved-code')
    this.dialog = page.getByTestId('mini-dialog')
    this.previewImage = page.getByTestId('mini-preview-image')
    this.saveButton = page.getByTestId('mini-save')
  }

  async open(): Promise<void> {
    await this.page.getByTestId('tab-codes').click()
    await expect(this.page.getByTestId('codes-tab')).toBeVisible()
  }

  async begin(): Promise<void> {
    await this.page.getByTestId('codes-new').click()
    await expect(this.dialog).toBeVisible()
  }

  line(label: string): Locator {
    return this.lines.filter({ hasText: label })
  }

  async fillPath(page: string, parameters: Readonly<Record<string, string>>): Promise<void> {
    await this.dialog.getByTestId('mini-page').fill(page)
    for (const [place, [name, value]] of Object.entries(parameters).entries()) {
      await this.dialog.getByTestId('mini-add-parameter').click()
      await this.dialog.getByLabel(`第 ${place + 1} 个参数的名`).fill(name)
      await this.dialog.getByLabel(`第 ${place + 1} 个参数的值`).fill(value)
    }
  }

  /** That there is neither a preview nor a way to save, and why. */
  async expectRefused(why: RegExp): Promise<void> {
    await expect(this.previewImage).toHaveCount(0)
    await expect(this.page.getByTestId('mini-preview')).toContainText(why)
    await expect(this.saveButton).toHaveClass(/is-disabled/)
    await expect(this.saveButton).toHaveAccessibleDescription(why)
  }

  /** What a phone reads from the preview on the screen. */
  async expectPreview(text: string): Promise<void> {
    await expect.poll(() => scanScreen(this.page, [this.previewImage])).toEqual([text])
  }

  /** The picture of the preview as it came. */
  previewPng(): Promise<Buffer> {
    return bytesOf(this.previewImage)
  }

  async save(): Promise<void> {
    await this.saveButton.click()
    await expect(this.dialog).toBeHidden()
  }

  /** Codes for tables from one number to another, with the number as the parameter `table`. */
  async makeTables({ from, to, page }: { from: number; to: number; page: string }): Promise<void> {
    await this.page.getByTestId('codes-bulk').click()
    const dialog = this.page.getByTestId('bulk-dialog')
    await dialog.getByRole('spinbutton', { name: '从' }).fill(String(from))
    await dialog.getByRole('spinbutton', { name: /^到/ }).fill(String(to))
    await dialog.getByTestId('mini-page').fill(page)
    await expect(dialog.getByTestId('plan-line')).toHaveCount(to - from + 1)
    await this.page.getByTestId('bulk-start').click()
  }
}
