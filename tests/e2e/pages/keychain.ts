import { expect, type Locator, type Page } from '@playwright/test'

/** The banner that tells of the operating system's keychain, and its two ways on. */
export class KeychainBanner {
  readonly trouble: Locator
  /** Stands there for the rest of a run without a keychain. */
  readonly inMemory: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.trouble = page.getByTestId('keychain-banner')
    this.inMemory = page.getByTestId('keychain-in-memory')
  }

  /** Clicks, and waits for the answer. */
  async retry(): Promise<void> {
    await this.trouble.getByTestId('keychain-retry').click()
    await expect(this.trouble.locator('.is-loading')).toHaveCount(0)
  }

  async goOnInMemory(): Promise<void> {
    await this.trouble.getByTestId('keychain-memory').click()
    await this.page.locator('.el-message-box').getByRole('button', { name: '这次先用内存' }).click()
  }
}
