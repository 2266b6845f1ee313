import { expect, type Locator, type Page } from '@playwright/test'
import type { PickedFile } from '../support/pictures'

/** The pages on which a change of many merchants begins, in the operator's words; the plan page goes on with it. */
export class BatchPages {
  readonly page: Page
  readonly lines: Locator

  constructor(page: Page) {
    this.page = page
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

  /** Presses the button, and comes to the plan page. */
  async plan(kind: 'introduction' | 'icon'): Promise<void> {
    await this.page.getByTestId(`${kind}-start`).click()
    await expect(this.page.getByTestId('new-rollout-page')).toBeVisible({ timeout: 20_000 })
  }
}
