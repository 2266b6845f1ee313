import type { Locator, Page } from '@playwright/test'
import { SetupTab } from './setup-tab'

/** The tab 评级与信用 of a merchant, in the operator's words. */
export class StandingTab extends SetupTab {
  readonly credit: Locator
  readonly trial: Locator
  readonly rating: Locator
  readonly history: Locator
  readonly historyRows: Locator

  constructor(page: Page) {
    super(page)
    this.credit = page.getByTestId('credit-score')
    this.trial = page.getByTestId('standing-trial')
    this.rating = page.getByTestId('quality-rating')
    this.history = page.getByTestId('score-history')
    this.historyRows = page.getByTestId('score-table').locator('tbody tr')
  }
}
