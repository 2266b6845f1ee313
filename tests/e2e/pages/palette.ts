import { expect, type Locator, type Page } from '@playwright/test'

/** The palette that finds merchants, pages and deeds from everywhere. */
export class Palette {
  readonly page: Page
  readonly dialog: Locator
  readonly query: Locator
  readonly rows: Locator
  readonly nothing: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByTestId('palette')
    this.query = page.getByTestId('palette-query')
    this.rows = page.getByTestId('palette-row')
    this.nothing = page.getByTestId('palette-nothing')
  }

  /** Opens it, and waits until it takes what is typed. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await expect(this.query).toBeFocused()
  }

  /** Asks for something, and waits until that is the answer that Enter chooses. */
  async find(query: string, entry: string): Promise<void> {
    await this.query.fill(query)
    await this.expectActive(entry)
  }

  async expectActive(entry: string): Promise<void> {
    const active = this.rows.and(this.page.locator('[aria-selected="true"]'))
    await expect(active).toHaveAttribute('data-entry', entry)
    await expect(active).toBeInViewport()
  }

  /** Opens, asks and chooses, by keyboard alone. */
  async go(query: string, entry: string): Promise<void> {
    await this.open()
    await this.find(query, entry)
    await this.page.keyboard.press('Enter')
    await expect(this.dialog).toHaveCount(0)
  }
}
