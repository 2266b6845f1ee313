import { expect, type Locator, type Page } from '@playwright/test'

/** The start page, the guided connection, and the list of first tasks. */
export class WelcomePages {
  readonly page: Page
  readonly start: Locator
  readonly tasks: Locator

  constructor(page: Page) {
    this.page = page
    this.start = page.getByTestId('welcome-page')
    this.tasks = page.getByTestId('first-tasks')
  }

  /** Opens the application as someone who has never been here does: without an address of a page. */
  async opened(url: string): Promise<void> {
    await this.page.goto(new URL('#/', url).href)
    await expect(this.start).toBeVisible()
  }

  door(name: 'practise' | 'connect'): Locator {
    return this.page.getByTestId(`welcome-${name}`)
  }

  async speak(language: 'zh' | 'en'): Promise<void> {
    await this.page.getByTestId(`welcome-language-${language}`).click()
    await expect(this.page.getByTestId(`welcome-language-${language}`)).toHaveAttribute('aria-pressed', 'true')
  }

  task(name: string): Locator {
    return this.page.getByTestId(`first-task-${name}`)
  }

  /** The part of the guided connection that is shown. */
  step(name: 'needs' | 'application' | 'messages' | 'ticket' | 'test' | 'merchants'): Locator {
    return this.page.getByTestId(`connect-${name}`)
  }

  async next(): Promise<void> {
    await this.page.getByTestId('connect-next').click()
  }

  async fill(field: string, text: string): Promise<void> {
    await this.page.getByTestId('connect-page').getByTestId(`account-${field}`).fill(text)
  }
}
