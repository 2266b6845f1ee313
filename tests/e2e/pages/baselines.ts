import { expect, type Locator, type Page } from '@playwright/test'
import { DomainFields } from './domains'

/** The page of domain baselines, in the operator's words. */
export class BaselinesPage {
  readonly page: Page
  readonly fields: DomainFields
  readonly entry: Locator
  readonly members: Locator
  readonly preview: Locator

  constructor(page: Page) {
    this.page = page
    this.fields = new DomainFields(page)
    this.entry = page.getByTestId('baseline-entry')
    this.members = page.getByTestId('member-row')
    this.preview = page.getByTestId('preview-row')
  }

  /** By the rail. */
  async go(): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '域名' }).click()
    await expect(this.page.getByTestId('baseline-desk')).toBeVisible()
  }

  async make(name: string, domains: Readonly<Record<string, readonly string[]>>): Promise<void> {
    await this.page.getByTestId('new-baseline').first().click()
    await this.page.getByTestId('baseline-name').fill(name)
    for (const [list, lines] of Object.entries(domains)) await this.fields.type(list, ...lines)
    await this.page.getByTestId('baseline-save').click()
    await expect(this.entry.filter({ hasText: name })).toBeVisible()
  }

  async assign(appIds: readonly string[]): Promise<void> {
    await this.page.getByTestId('assign-merchants').click()
    for (const appId of appIds) {
      await this.page.getByTestId('picker-search').fill(appId)
      await this.page
        .locator(`[data-testid="picker-row"][data-app-id="${appId}"]`)
        .getByRole('checkbox')
        .check({ timeout: 10_000 })
    }
    await this.page.getByTestId('assign-save').click()
    await expect(this.page.getByTestId('assign-dialog')).toBeHidden()
  }

  member(appId: string): Locator {
    return this.page.locator(`[data-testid="member-row"][data-app-id="${appId}"]`)
  }

  /** Looks at what applying it to all its merchants would change. */
  async look(mode: 'add' | 'exact'): Promise<void> {
    await this.page.getByTestId('apply-baseline').click()
    await this.page.getByTestId('apply-look').click()
    await expect(this.page.getByTestId('preview-sum')).toBeVisible()
    if (mode === 'add') return
    await this.page.getByTestId('mode-exact').click()
    await expect(this.page.getByTestId('preview-sum')).toBeVisible()
  }

  /** Comes to the plan page with what was looked at. */
  async plan(): Promise<void> {
    await this.page.getByTestId('apply-plan').click()
    await expect(this.page.getByTestId('plan-setup')).toBeVisible()
  }
}
