import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

/** The views, columns, notes, and lists of the merchant list, in the operator's words. */
export class ListViews {
  readonly page: Page
  readonly tabs: Locator
  readonly current: Locator
  readonly dialog: Locator
  readonly noteText: Locator
  readonly heads: Locator
  readonly pasted: Locator

  constructor(page: Page) {
    this.page = page
    this.tabs = page.getByTestId('view-tab')
    this.current = page.getByRole('tab', { selected: true })
    this.dialog = page.getByRole('dialog')
    this.noteText = page.getByTestId('note-text')
    this.heads = page.getByRole('columnheader').filter({ hasText: /\S/ })
    this.pasted = page.getByTestId('paste-found')
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true })
  }

  /** Chooses an entry of the view's menu. */
  async choose(
    command: 'saveNew' | 'update' | 'revert' | 'rename' | 'moveLeft' | 'moveRight' | 'remove'
  ): Promise<void> {
    await this.page.getByTestId('view-menu').click()
    await this.page.getByTestId(`view-${command}`).click()
  }

  /** Types a name into the dialog and keeps it by keyboard. */
  async name(name: string): Promise<void> {
    await expect(this.page.getByTestId('view-name')).toBeFocused()
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByTestId('view-dialog')).toBeHidden()
  }

  async titles(): Promise<string[]> {
    return (await this.heads.allTextContents()).map((text) => text.trim())
  }

  async openColumns(): Promise<void> {
    await this.page.getByTestId('column-menu').click()
    await expect(this.page.getByTestId('column-choice')).toBeVisible()
  }

  column(title: string): Locator {
    return this.page.getByTestId('column-choice').getByRole('checkbox', { name: title, exact: true })
  }

  /** Closes what is open over the list. */
  async closeMenu(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.page.getByTestId('column-choice')).toBeHidden()
  }

  /** What a download holds, as text. */
  async downloaded(start: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
    const waiting = this.page.waitForEvent('download')
    await start()
    const download = await waiting
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
}
