import { expect, type Locator, type Page } from '@playwright/test'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'

export type Stage = 'latest' | 'audit' | 'gray' | 'current'
export type Action = 'upload' | 'submit' | 'resubmit' | 'withdraw' | 'release' | 'rollback'

/** The page of one merchant, in the operator's words. */
export class MerchantPage {
  readonly page: Page
  readonly uploadDialog: Locator
  readonly submitDialog: Locator
  readonly confirmDialog: Locator
  readonly codePreview: Locator
  readonly unsettledBanner: Locator
  readonly timelineEntries: Locator
  readonly errorPanel: Locator

  constructor(page: Page) {
    this.page = page
    this.uploadDialog = page.getByTestId('upload-dialog')
    this.submitDialog = page.getByTestId('submit-dialog')
    this.confirmDialog = page.getByTestId('confirm-dialog')
    this.codePreview = page.getByTestId('code-preview')
    this.unsettledBanner = page.getByTestId('unsettled-banner')
    this.timelineEntries = page.getByTestId('timeline-entry')
    this.errorPanel = page.getByTestId('error-panel')
  }

  stage(stage: Stage): Locator {
    return this.page.getByTestId(`stage-${stage}`)
  }

  async expectStage(stage: Stage, version: string, state: string): Promise<void> {
    await expect(this.stage(stage).getByTestId('stage-version')).toHaveText(version)
    await expect(this.stage(stage)).toContainText(state)
  }

  action(action: Action): Locator {
    return this.page.getByTestId(`action-${action}`)
  }

  async expectNext(action: Action): Promise<void> {
    await expect(this.action(action)).toHaveClass(/el-button--primary/)
    await expect(this.page.locator('[data-testid^="action-"].el-button--primary')).toHaveCount(1)
  }

  /** That an action can not be done now, and that its button says why. */
  async expectImpossible(action: Action, why: string | RegExp): Promise<void> {
    await expect(this.action(action)).toHaveClass(/is-disabled/)
    await expect(this.action(action)).toHaveAccessibleDescription(why)
  }

  /** That a button that only had to wait can be pressed again. */
  async expectPossibleSoon(button: Locator): Promise<void> {
    await expect(button).not.toHaveClass(/is-disabled/, { timeout: 13_000 })
  }

  async refresh(): Promise<void> {
    const button = this.page.getByTestId('merchant-refresh')
    await button.click()
    await expect(button).not.toHaveClass(/is-loading/)
  }

  /** Opens the upload dialog and chooses a template; what follows from it is left as it is filled in. */
  async chooseTemplate(templateId: string): Promise<void> {
    await this.action('upload').click()
    await this.uploadDialog.locator(`[data-template-id="${templateId}"]`).click()
  }

  async upload(): Promise<void> {
    await this.page.getByTestId('upload-confirm').click()
  }

  /** Opens the submit dialog and leaves exactly these hosts chosen. */
  async chooseHosts(action: 'submit' | 'resubmit', hosts: readonly string[]): Promise<void> {
    await this.action(action).click()
    const boxes = this.submitDialog.locator('[data-host]')
    await expect(boxes.first()).toBeVisible()
    for (const box of await boxes.all()) {
      await box
        .getByRole('checkbox')
        .setChecked(hosts.includes((await box.getAttribute('data-host')) ?? ''), { force: true })
    }
  }

  async submit(): Promise<void> {
    await this.page.getByTestId('submit-confirm').click()
  }

  /** Confirms the dialog that is open, whatever it is about. */
  async confirm(): Promise<void> {
    await this.page.getByTestId('confirm-button').click()
  }

  async expectRefusal(dialog: Locator, code: string, ...texts: readonly string[]): Promise<void> {
    const panel = dialog.getByTestId('error-panel')
    await expect(panel).toHaveAttribute('data-error-code', code)
    for (const text of texts) await expect(panel).toContainText(text)
  }

  /** What a phone would read from the code on the screen; null when nothing can be read. */
  async readCodeOffTheScreen(): Promise<string | null> {
    const image = this.page.getByTestId('code-image')
    await expect(image).toBeVisible()
    const { data, width, height } = PNG.sync.read(await this.codePreview.screenshot())
    return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
  }

  /** The kinds of the newest entries, newest first. */
  async expectTimeline(...kinds: readonly string[]): Promise<void> {
    await expect
      .poll(async () => {
        const entries = await this.timelineEntries.all()
        return Promise.all(entries.slice(0, kinds.length).map((each) => each.getAttribute('data-kind')))
      })
      .toEqual(kinds)
  }
}
