import { expect, type Locator, type Page } from '@playwright/test'

type Step = 'what' | 'whom' | 'how' | 'when'

/** The page on which a rollout is planned, in the operator's words. */
export class RolloutPlanPage {
  readonly page: Page
  readonly sum: Locator
  readonly startButton: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.sum = page.getByTestId('plan-sum')
    this.startButton = page.getByTestId('plan-start')
    this.dialog = page.getByTestId('plan-dialog')
  }

  /** Opens the page, and names the merchants by their app ids. */
  async begin(url: string, appIds: readonly string[]): Promise<void> {
    await this.page.goto(new URL('#/rollouts/new', url).href)
    await this.page.getByTestId('plan-source-pasted').click()
    await this.page.getByTestId('plan-paste').fill(appIds.join('\n'))
    await this.expectCount(appIds.length)
  }

  async expectCount(merchants: number): Promise<void> {
    await expect(this.page.getByTestId('plan-count')).toContainText(`${merchants} 个商家`)
  }

  /** Opens a step where it is folded. */
  async open(step: Step): Promise<void> {
    const head = this.page.getByTestId(`plan-step-${step}`).getByRole('button').first()
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  }

  async choose(option: string): Promise<void> {
    await this.page.getByTestId(`plan-${option}`).click()
  }

  /** What is uploaded: the newest template under another version, and how far it goes. */
  async ship(version: string, until: 'upload' | 'submit' | 'release'): Promise<void> {
    await this.page.getByTestId('plan-version').fill(version)
    await this.choose(`until-${until}`)
  }

  /** A first wave of so many; the rest makes the other. */
  async waves(first: number): Promise<void> {
    await this.open('how')
    await this.choose('waves-number')
    await this.page.getByTestId('plan-sizes').fill(String(first))
  }

  /** What pauses it by itself; empty for never. */
  async stopAt(failurePercent: string, sameCause: string): Promise<void> {
    await this.open('how')
    await this.page.getByTestId('plan-failure-percent').fill(failurePercent)
    await this.page.getByTestId('plan-same-cause').fill(sameCause)
  }

  fate(appId: string): Locator {
    return this.page.getByTestId('plan-preview').getByRole('row').filter({ hasText: appId })
  }

  async ask(): Promise<void> {
    await expect(this.startButton).not.toHaveClass(/is-disabled/)
    await this.startButton.click()
    await expect(this.dialog).toBeVisible()
  }

  /** Presses the button, and the one that the look before the start has. */
  async start(): Promise<void> {
    await this.ask()
    await this.page.getByTestId('plan-confirm').click()
    await expect(this.page.getByTestId('rollout-state')).toBeVisible({ timeout: 20_000 })
  }
}
