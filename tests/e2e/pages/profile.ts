import { expect, type Locator, type Page } from '@playwright/test'
import type { PickedFile } from '../support/pictures'
import { SetupTab } from './setup-tab'

export type ProfileItem = 'name' | 'introduction' | 'icon'

/** The tab 资料 of a merchant, in the operator's words. */
export class ProfileTab extends SetupTab {
  readonly submitButton: Locator
  readonly nameField: Locator
  readonly introductionField: Locator
  readonly verdict: Locator

  constructor(page: Page) {
    super(page)
    this.submitButton = page.getByTestId('change-submit')
    this.nameField = page.getByTestId('name-input')
    this.introductionField = page.getByTestId('introduction-input')
    this.verdict = page.getByTestId('name-verdict')
  }

  section(item: ProfileItem): Locator {
    return this.page.getByTestId(`profile-${item}`)
  }

  changeButton(item: ProfileItem): Locator {
    return this.page.getByTestId(`profile-${item}-change`)
  }

  dialog(item: ProfileItem): Locator {
    return this.page.getByTestId(`${item}-dialog`)
  }

  async open(item: ProfileItem): Promise<void> {
    await this.changeButton(item).click()
    await expect(this.dialog(item)).toBeVisible()
  }

  /** Types a name and leaves the field, which has it checked. */
  async typeName(name: string): Promise<void> {
    await this.nameField.fill(name)
    await this.nameField.blur()
  }

  async expectVerdict(verdict: 'usable' | 'evidence' | 'refused', ...texts: readonly string[]): Promise<void> {
    await expect(this.verdict).toHaveAttribute('data-verdict', verdict)
    for (const text of texts) await expect(this.verdict).toContainText(text)
  }

  async attachCertificate(file: PickedFile): Promise<void> {
    await this.page.getByTestId('evidence-file').setInputFiles(file)
    await expect(this.page.getByTestId('evidence-file-name')).toHaveText(file.name)
  }

  /** Picks a picture and waits until it is cropped. */
  async pickIcon(file: PickedFile): Promise<void> {
    await this.page.getByTestId('icon-file').setInputFiles(file)
    await expect(this.page.getByTestId('icon-previews')).toBeVisible()
  }

  async submit(item: ProfileItem): Promise<void> {
    await this.submitButton.click()
    await expect(this.dialog(item)).toBeHidden({ timeout: 30_000 })
  }

  async expectAudit(item: ProfileItem, state: string): Promise<void> {
    await expect(this.section(item).getByTestId('audit-state')).toHaveText(state, { timeout: 20_000 })
  }
}
