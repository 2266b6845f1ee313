import { expect, type Locator, type Page } from '@playwright/test'

/** One rollout while it goes on, in the operator's words. */
export class RolloutRunPage {
  readonly page: Page
  readonly sentence: Locator
  readonly hold: Locator
  readonly causes: Locator
  readonly log: Locator

  constructor(page: Page) {
    this.page = page
    this.sentence = page.getByTestId('rollout-sentence')
    this.hold = page.getByTestId('rollout-hold')
    this.causes = page.getByTestId('rollout-cause')
    this.log = page.getByTestId('rollout-log')
  }

  item(appId: string): Locator {
    return this.page.locator(`[data-testid="rollout-item"][data-app-id="${appId}"]`)
  }

  async expectItem(appId: string, state: string): Promise<void> {
    await expect(this.item(appId)).toHaveAttribute('data-state', state, { timeout: 40_000 })
  }

  async expectItems(appIds: readonly string[], state: string): Promise<void> {
    for (const appId of appIds) await this.expectItem(appId, state)
  }

  async expectState(text: string): Promise<void> {
    await expect(this.page.getByTestId('rollout-state')).toHaveText(text, { timeout: 40_000 })
  }

  /** A button of the head, a question's answer where it asks one. */
  async press(button: string, answer?: { readonly to: string; readonly with: string }): Promise<void> {
    await this.page.getByTestId(`rollout-${button}`).click()
    if (!answer) return
    const box = this.page.locator('.el-message-box')
    await expect(box).toContainText(answer.to)
    await box.getByRole('button', { name: answer.with }).click()
    await expect(box).toBeHidden()
  }

  /** An entry of the menu at the end of the head. */
  async more(entry: string): Promise<void> {
    await this.page.getByTestId('rollout-more').click()
    await this.page.getByTestId(`rollout-more-${entry}`).click()
  }

  async tick(appIds: readonly string[]): Promise<void> {
    for (const appId of appIds) await this.item(appId).getByRole('checkbox').check()
  }
}
