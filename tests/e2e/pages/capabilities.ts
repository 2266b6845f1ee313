import { expect, type Locator } from '@playwright/test'
import type { PickedFile } from '../support/pictures'
import { SetupTab } from './setup-tab'

/** 能力 of a merchant, and the matrix of all merchants, in the operator's words. */
export class CapabilitiesPages extends SetupTab {
  readonly dialog = this.page.getByTestId('application-dialog')
  readonly bulkDialog = this.page.getByTestId('bulk-apply-dialog')
  readonly submitButton = this.page.getByTestId('change-submit')

  line(key: string): Locator {
    return this.page.locator(`[data-testid="capability"][data-capability="${key}"]`)
  }

  async expectLine(key: string, state: string, ...texts: readonly string[]): Promise<void> {
    await expect(this.line(key)).toHaveAttribute('data-state', state, { timeout: 20_000 })
    for (const text of texts) await expect(this.line(key)).toContainText(text)
  }

  /** Opens the form of a capability, which is empty. */
  async begin(key: string): Promise<void> {
    await this.line(key).getByTestId('capability-apply').click()
    await expect(this.dialog).toBeVisible()
  }

  async giveReason(reason: string): Promise<void> {
    await this.page.getByTestId('application-reason').fill(reason)
  }

  async answer(field: string, text: string): Promise<void> {
    await this.page.getByTestId(`answer-${field}`).fill(text)
  }

  async attach(field: string, place: number, file: PickedFile): Promise<void> {
    if (place > 0) await this.page.getByTestId(`picture-${field}-more`).click()
    await this.page.getByTestId(`picture-${field}-${place}`).setInputFiles(file)
    await expect(this.page.getByTestId(`picture-${field}-${place}-name`)).toHaveText(file.name)
  }

  async submit(): Promise<void> {
    await this.submitButton.click()
    await expect(this.dialog).toBeHidden({ timeout: 30_000 })
  }

  async goToMatrix(): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '能力' }).click()
    await expect(this.page.getByTestId('capabilities-page')).toBeVisible()
  }

  /** Finds a merchant in the matrix and reads one of its cells. */
  async expectCell(appId: string, key: string, text: string): Promise<void> {
    await this.page.getByTestId('matrix-search').fill(appId)
    await expect(this.row(appId).locator(`[data-capability="${key}"]`)).toHaveText(text)
    await this.page.getByTestId('matrix-search').clear()
  }

  row(appId: string): Locator {
    return this.page.locator(`[data-testid="matrix-row"][data-app-id="${appId}"]`)
  }

  /** Finds each merchant in the matrix and ticks it. */
  async tick(appIds: readonly string[]): Promise<void> {
    const search = this.page.getByTestId('matrix-search')
    for (const appId of appIds) {
      await search.fill(appId)
      await this.row(appId).getByTestId('matrix-tick').check()
    }
    await search.clear()
  }

  /** Reads those that were never read. */
  async readAll(): Promise<void> {
    await this.page.getByTestId('matrix-read-unread').click()
    await expect(this.page.getByTestId('matrix-pending')).toHaveCount(0, { timeout: 60_000 })
  }
}
