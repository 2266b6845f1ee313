import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, type Locator, type Page } from '@playwright/test'
import type { SimulatedPlatform } from '../../support/simulated-platform.ts'

/** What the operator takes from the platform's console besides app id and secret. */
export const messageKeys = { token: 'ConsoleMessageToken', key: `${'abcDEF0123+/'.repeat(4).slice(0, 42)}A` }

/** A port of this machine that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export type Typed = {
  readonly name?: string
  readonly source: 'receiver' | 'relay' | 'paste'
  readonly relay?: { readonly url: string; readonly secret: string }
  readonly redirectUrl?: string
  /** What the operator gets wrong. */
  readonly mistake?: { readonly secret?: string; readonly key?: string; readonly token?: string }
}

/** The pages of an account, as an operator goes through them. */
export class AccountPages {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** By the rail. */
  async go(place: '商家' | '授权' | '令牌' | '事件' | '账号'): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place }).click()
  }

  /** From the rail to a saved account; a machine without a keychain asks what to do first. */
  async connect({ credentials }: SimulatedPlatform, typed: Typed): Promise<void> {
    const { name = '青禾科技', source, relay, redirectUrl, mistake = {} } = typed
    await this.go('账号')
    await this.page.getByTestId('accounts-add').first().click()
    await this.fill('name', name)
    await this.fill('componentAppId', credentials.appId)
    await this.fill('secret', mistake.secret ?? credentials.secret)
    await this.fill('messageToken', mistake.token ?? messageKeys.token)
    await this.fill('messageKey', mistake.key ?? messageKeys.key)
    await this.page.getByTestId(`account-source-${source}`).check({ force: true })
    if (source === 'receiver') await this.fill('receiverPort', String(await freePort()))
    if (relay) {
      await this.fill('relayUrl', relay.url)
      await this.fill('relaySecret', relay.secret)
    }
    await this.page.getByTestId('account-advanced').locator('summary').click()
    await this.fill('openUrl', credentials.url)
    await this.fill('microappUrl', credentials.url)
    if (redirectUrl !== undefined) await this.fill('redirectUrl', redirectUrl)
    await this.page.getByTestId('account-save').click()
    const saved = this.page.getByTestId('account-title')
    await this.goOnWithoutKeychain(this.page.getByTestId('account-dialog'), saved, () =>
      this.page.getByTestId('account-save').click()
    )
    await expect(this.page.getByTestId('account-title')).toContainText(name)
  }

  /** Only where this machine has none: the operator chooses memory where the form is, and saves again. */
  async goOnWithoutKeychain(form: Locator, saved: Locator, save: () => Promise<void>): Promise<void> {
    const banner = form.getByTestId('keychain-memory')
    await expect(saved.or(banner)).toBeVisible()
    if (!(await banner.isVisible())) return
    await banner.click()
    await this.page.locator('.el-message-box').getByRole('button', { name: '这次先用内存' }).click()
    await save()
  }

  async fill(field: string, text: string): Promise<void> {
    await this.page.getByTestId('account-dialog').getByTestId(`account-${field}`).fill(text)
  }

  proof(field: string): Locator {
    return this.page.getByTestId(`proof-${field}`)
  }

  /** Where the tunnel has to lead: what the page shows to be copied. */
  async receiverUrl(): Promise<string> {
    const text = (await this.page.getByTestId('receiver-url').textContent()) ?? ''
    const [url] = /http:\/\/127\.0\.0\.1:\d+\/push\/[\w-]+/.exec(text) ?? []
    if (url === undefined) throw new Error(`no receiver address in: ${text}`)
    return url
  }

  async paste(ticket: string): Promise<void> {
    await this.page.getByTestId('ticket-text').fill(ticket)
    await this.page.getByTestId('ticket-paste').click()
  }

  /** Makes a link, as the page for a new merchant does; answers with its address. */
  async makeLink(): Promise<string> {
    await this.go('授权')
    await this.page.getByTestId('make-link').click()
    await expect(this.page.getByTestId('qr-picture')).toBeVisible()
    return (await this.page.getByTestId('link-url').textContent())?.trim() ?? ''
  }

  /** Of the account whose page, or whose diagnosis, is shown. */
  accountId(): string {
    const [, id] = /#\/accounts\/([^/]+)/.exec(this.page.url()) ?? []
    if (id === undefined) throw new Error(`no account in ${this.page.url()}`)
    return id
  }

  async diagnose(): Promise<void> {
    await this.page.getByTestId('account-diagnose').click()
    await expect(this.page.getByTestId('diagnosis-summary')).not.toHaveAttribute('data-outcome', 'running')
  }

  step(name: string): Locator {
    return this.page.locator(`[data-testid="diagnosis-step"][data-step="${name}"]`)
  }
}
