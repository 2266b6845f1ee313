import { expect, type Locator, type Page } from '@playwright/test'
import { SetupTab } from './setup-tab'

export type DomainGroup = 'server' | 'webview'

/** Typed lists of domains, on whatever page they stand. */
export class DomainFields {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  text(list: string): Locator {
    return this.page.getByTestId(`domains-${list}-text`)
  }

  field(list: string): Locator {
    return this.page.getByTestId(`domains-${list}`)
  }

  async type(list: string, ...domains: readonly string[]): Promise<void> {
    await this.text(list).fill(domains.join('\n'))
  }

  problems(list: string): Locator {
    return this.field(list).getByTestId('line-problem')
  }

  fixes(list: string): Locator {
    return this.field(list).getByTestId('line-fix')
  }
}

/** The tab 域名 of a merchant, in the operator's words. */
export class DomainsTab extends SetupTab {
  readonly fields: DomainFields
  readonly difference: Locator
  readonly confirmDialog: Locator
  readonly meanwhile: Locator

  constructor(page: Page) {
    super(page)
    this.fields = new DomainFields(page)
    this.difference = page.getByTestId('domain-difference')
    this.confirmDialog = page.getByTestId('confirm-domains')
    this.meanwhile = page.getByTestId('changed-meanwhile')
  }

  list(kind: string): Locator {
    return this.page.getByTestId(`domain-list-${kind}`)
  }

  editor(group: DomainGroup): Locator {
    return this.page.getByTestId(`edit-${group}`)
  }

  sendButton(group: DomainGroup): Locator {
    return this.page.getByTestId(`send-${group}`)
  }

  async edit(group: DomainGroup): Promise<void> {
    await this.page.getByTestId(`change-${group}`).click()
    await expect(this.editor(group)).toBeVisible()
  }

  /** Sends what only adds. */
  async send(group: DomainGroup): Promise<void> {
    await this.sendButton(group).click()
    await expect(this.editor(group)).toBeHidden({ timeout: 20_000 })
  }

  /** Sends what deletes, after a look at it. */
  async sendAfterLook(group: DomainGroup, ...texts: readonly string[]): Promise<void> {
    await this.sendButton(group).click()
    for (const text of texts) await expect(this.confirmDialog).toContainText(text)
    await this.page.keyboard.press('Enter')
    await expect(this.confirmDialog).toBeVisible()
    await this.page.getByTestId('confirm-domains-button').click()
    await expect(this.editor(group)).toBeHidden({ timeout: 20_000 })
  }
}
