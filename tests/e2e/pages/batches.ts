import { expect, type Locator, type Page } from '@playwright/test'
import type { PickedFile } from '../support/pictures'

/** The pages of changes of many merchants, in the operator's words. */
export class BatchPages {
  readonly page: Page
  readonly state: Locator
  readonly progress: Locator
  readonly lines: Locator

  constructor(page: Page) {
    this.page = page
    this.state = page.getByTestId('batch-state')
    this.progress = page.getByTestId('batch-progress')
    this.lines = page.getByTestId('plan-line')
  }

  /** From the list of merchants. */
  async begin(kind: 'introduction' | 'icon'): Promise<void> {
    await this.page.getByTestId('batch-menu').click()
    await this.page.getByTestId(`batch-menu-${kind}`).click()
    await expect(this.page.getByTestId('new-batch-page')).toBeVisible()
  }

  async pickTable(file: PickedFile): Promise<void> {
    await this.page.getByTestId('introduction-file').setInputFiles(file)
    await expect(this.page.getByTestId('introduction-preview')).toBeVisible()
  }

  async pickIcons(files: readonly PickedFile[]): Promise<void> {
    await this.page.getByTestId('icon-files').setInputFiles([...files])
    await expect(this.page.getByTestId('icon-preview')).toBeVisible()
  }

  /** Presses the button and answers its question, which says to how many it is done. */
  async start(kind: 'introduction' | 'icon', question: string): Promise<void> {
    await this.page.getByTestId(`${kind}-start`).click()
    const box = this.page.locator('.el-message-box')
    await expect(box).toContainText(question)
    await box.getByRole('button', { name: '开始' }).click()
    await expect(this.page.getByTestId('batch-page')).toBeVisible({ timeout: 20_000 })
  }

  item(appId: string): Locator {
    return this.page.locator(`[data-testid="batch-item"][data-app-id="${appId}"]`)
  }

  async expectFinished(...texts: readonly string[]): Promise<void> {
    await expect(this.state).toHaveText('已结束', { timeout: 60_000 })
    for (const text of texts) await expect(this.progress).toContainText(text)
  }
}
