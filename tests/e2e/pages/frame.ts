import { expect, type Locator, type Page } from '@playwright/test'

/** What stands around every page: the rail, the top bar, the notices. */
export class Frame {
  readonly page: Page
  readonly accountName: Locator
  readonly connection: Locator
  readonly notices: Locator
  readonly hint: Locator

  constructor(page: Page) {
    this.page = page
    this.accountName = page.getByTestId('account-name')
    this.connection = page.getByTestId('connection-state')
    this.notices = page.getByTestId('notice')
    this.hint = page.locator('.desk-hint')
  }

  async goTo(name: '今日' | '商家' | '设置'): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()
  }

  /** Rests the pointer on something and reads what it is told. */
  async expectHint(target: Locator, text: string | RegExp): Promise<void> {
    await target.hover()
    await expect(this.hint).toBeVisible()
    await expect(this.hint).toContainText(text)
  }

  /** Whether the page is dark, and with a colour that is dark indeed. */
  async expectDark(dark: boolean): Promise<void> {
    await expect(this.page.locator('html')).toHaveClass(dark ? /dark/ : /^((?!dark).)*$/)
    const background = await this.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const [red = 0] = background.match(/\d+/g)?.map(Number) ?? []
    expect(red < 128).toBe(dark)
  }
}
