import { expect, type Locator, type Page } from '@playwright/test'

/** 今日, in the operator's words. */
export class HomePage {
  readonly page: Page
  readonly sum: Locator
  readonly lines: Locator
  readonly figures: Locator

  constructor(page: Page) {
    this.page = page
    this.sum = page.getByTestId('home-sum')
    this.lines = page.getByTestId('home-line')
    this.figures = page.getByTestId('home-figures')
  }

  /** Where the application begins. */
  async opened(url: string): Promise<void> {
    await this.page.goto(new URL('#/', url).href)
    await expect(this.page.getByRole('heading', { name: '今日' })).toBeVisible()
  }

  /** The lines under 现在要处理, 今天到期, 可以发布 or 知道就好. */
  group(name: 'now' | 'due' | 'release' | 'know'): Locator {
    return this.page.getByTestId(`home-${name}`)
  }

  line(appId: string): Locator {
    return this.page.locator(`[data-testid="home-line"][data-app-id="${appId}"]`)
  }

  ofKind(kind: string): Locator {
    return this.page.locator(`[data-testid="home-line"][data-kind="${kind}"]`)
  }

  /** Presses the one action of a line. */
  async act(line: Locator): Promise<void> {
    await line.getByTestId('home-action').click()
  }
}
