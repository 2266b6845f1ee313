import {
  defaultAccountSettings,
  type Account,
  type AccountSettings,
  type CredentialField,
  type KeychainState
} from '@shared/domain/account'
import { say } from '@shared/texts/say'
import PQueue from 'p-queue'
import type { Clock, Logger } from '../../ports'
import type { Store, StoredAccount } from '../../store/repositories'
import type { AccountService } from '../account-service'
import { explainFailure } from '../failures'
import { alreadyThere, notChangeable, operationsRun, secretsNeeded } from './account-failures'
import { accountIdOf, checkDraft, merged, type AccountDraft } from './account-rules'
import type { AccountSession } from './account-session'
import { nothingProven } from './credential-book'
import { openSession, type SessionGround, type SessionOrder } from './open-session'
import { pasteFailure, readPastedTicket } from './pasted-ticket'
import type { AccountSecrets, SecretStore } from './secret-store'

type Partly<Value> = { readonly [Key in keyof Value]?: Value[Key] | undefined }

export type NewAccount = AccountSecrets & {
  readonly name: string
  readonly colour: string
  readonly componentAppId: string
  readonly settings: Partly<AccountSettings>
}

export type AccountChange = {
  readonly name?: string | undefined
  readonly colour?: string | undefined
  readonly secrets?: Partly<AccountSecrets> | undefined
  readonly settings?: Partly<AccountSettings> | undefined
}

export type AccountAdminParts = {
  readonly store: Store
  readonly secrets: SecretStore
  readonly accounts: AccountService
  readonly ground: SessionGround
  readonly clock: Clock
  readonly logger: Logger
  /** The operating system's user. */
  readonly actor: string
  /** Whether something is being done to the platform that must not lose its account. */
  readonly isBusy: () => boolean
  /** Which accounts there are, or what the keychain does, changed. */
  readonly onChange: () => void
}

/** Ids of accounts that were given by the environment: they are nobody's to open at another start. */
export const environmentPrefix = 'env-'

/**
 * The accounts as the operator keeps them: added, changed, removed, and opened at start. Secrets go from here into the
 * keychain and into the session, and nowhere else.
 */
export class AccountAdmin {
  private readonly parts: AccountAdminParts
  private readonly sessions = new Map<string, AccountSession>()
  /** One change at a time: two that open the same account at once would leave a receiver behind. */
  private readonly turns = new PQueue({ concurrency: 1 })
  private closed = false

  constructor(parts: AccountAdminParts) {
    this.parts = parts
  }

  keychain(): KeychainState {
    return this.parts.secrets.state()
  }

  /** Shows the stored accounts at once, without their secrets; `openStored` opens them behind. */
  listStored(): void {
    for (const account of this.stored()) this.putClosed(account)
  }

  /** Opens every stored account whose secrets can be read. Never rejects. */
  openStored(): Promise<void> {
    return this.inTurn(() => this.openStoredNow())
  }

  private async openStoredNow(): Promise<void> {
    const waiting = this.stored().filter(({ id }) => !this.sessions.has(id))
    if (waiting.length === 0) return
    try {
      const state = await this.parts.secrets.open()
      if (state === 'ready' || state === 'memory')
        for (const account of waiting) if (!this.closed) await this.openKept(account)
    } catch (error) {
      this.parts.logger.error('accounts not opened', { error: String(error) })
    }
    this.changed()
  }

  /** Opens an account whose secrets are not the operator's: the practice environment, or one from the environment. */
  async openGiven(order: Omit<SessionOrder, 'kept'>): Promise<void> {
    this.parts.store.accounts.save(order.account)
    this.parts.store.sealed.forgetAll(order.account.id)
    await this.open({ ...order, kept: 'environment' })
  }

  /** Throws `DeskFailure`: `invalid_input` by field, `keychain`. */
  add(order: NewAccount): Promise<Account> {
    return this.inTurn(() => this.addNow(order))
  }

  /** Throws `DeskFailure`: `invalid_input` by field, `keychain`, `not_found`. */
  change(accountId: string, change: AccountChange): Promise<Account> {
    return this.inTurn(() => this.changeNow(accountId, change))
  }

  /** Throws `DeskFailure`: `not_possible_now` while operations run, `keychain`, `not_found`. */
  remove(accountId: string, data: 'keep' | 'delete'): Promise<void> {
    return this.inTurn(() => this.removeNow(accountId, data))
  }

  private async addNow(order: NewAccount): Promise<Account> {
    const settings = merged(this.freshSettings(), order.settings)
    const { name, colour, componentAppId, secret, messageToken, messageKey, relaySecret } = order
    const id = accountIdOf(componentAppId, settings.openUrl)
    const account: StoredAccount = { id, kind: 'platform', name, colour, componentAppId, settings }
    const secrets = { secret, messageToken, messageKey, relaySecret }
    if (this.parts.accounts.list().some((each) => each.id === id)) throw alreadyThere()
    await this.keep({ account, secrets }, ['componentAppId', 'secret', 'messageToken', 'messageKey'])
    this.changed()
    return this.parts.accounts.get(id)
  }

  private async changeNow(accountId: string, change: AccountChange): Promise<Account> {
    const before = this.changeable(accountId)
    const kept = await this.parts.secrets.read(accountId)
    const secrets = merged(kept ?? noSecrets, change.secrets)
    if (!kept && !(secrets.secret && secrets.messageToken && secrets.messageKey)) throw secretsNeeded()
    const account = {
      ...before,
      name: change.name ?? before.name,
      colour: change.colour ?? before.colour,
      settings: merged(before.settings, change.settings)
    }
    await this.keep({ account, secrets }, changedFields(kept, secrets), before)
    this.changed()
    return this.parts.accounts.get(accountId)
  }

  private async removeNow(accountId: string, data: 'keep' | 'delete'): Promise<void> {
    const { store, secrets, accounts, clock, isBusy } = this.parts
    this.changeable(accountId)
    if (isBusy()) throw operationsRun()
    await secrets.remove(accountId)
    await this.close(accountId)
    accounts.drop(accountId)
    if (data === 'keep') store.accounts.hide(accountId, clock.now())
    else this.delete(accountId)
    this.changed()
  }

  /** What the activity journal says of the account's merchants goes with its data; that it went stays. */
  private delete(accountId: string): void {
    const { store, clock, actor } = this.parts
    store.transaction(() => {
      store.activity.removeContents({ accountId, at: clock.now(), actor })
      store.accounts.delete(accountId)
    })
  }

  /** Throws `DeskFailure`: `invalid_input` for what is no ticket, or what the platform says to it. */
  async pasteTicket(accountId: string, text: string): Promise<Account> {
    const session = this.session(accountId)
    const pasted = readPastedTicket(text)
    if (pasted.kind === 'message') {
      try {
        session.receivePasted(pasted.body)
      } catch (error) {
        throw pasteFailure(error)
      }
    } else {
      await this.explained(say`票据没有通过平台的验证`, () => session.tryTicket(pasted.ticket))
    }
    return this.parts.accounts.get(accountId)
  }

  /** Throws `DeskFailure` with what the platform says. */
  async probe(accountId: string): Promise<Account> {
    const session = this.session(accountId)
    await this.explained(say`凭据没有通过平台的验证`, () => session.probe())
    return this.parts.accounts.get(accountId)
  }

  async retryKeychain(): Promise<void> {
    await this.parts.secrets.open()
    await this.openStored()
    this.changed()
  }

  useMemory(): void {
    this.parts.secrets.useMemory()
    this.changed()
  }

  async closeAll(): Promise<void> {
    this.closed = true
    await Promise.all([...this.sessions.keys()].map((id) => this.close(id)))
  }

  private stored(): readonly StoredAccount[] {
    return this.parts.store.accounts
      .list()
      .filter(({ id, kind }) => kind === 'platform' && !id.startsWith(environmentPrefix))
  }

  private async keep(
    draft: AccountDraft,
    changed: readonly CredentialField[],
    before: StoredAccount | null = null
  ): Promise<void> {
    const { store, accounts } = this.parts
    const { account } = draft
    checkDraft(
      draft,
      accounts.list().filter(({ id }) => id !== account.id)
    )
    await this.writeSecrets(draft)
    await this.close(account.id)
    // Another platform knows nothing of this one's tickets and tokens.
    if (before && before.settings.openUrl !== account.settings.openUrl) store.sealed.forgetAll(account.id)
    store.accounts.save(account)
    await this.openWith(account, draft.secrets, changed)
  }

  /** The page hears of a keychain that turns out to be in trouble, as it has the two ways on. */
  private async writeSecrets({ account, secrets }: AccountDraft): Promise<void> {
    const before = this.keychain()
    try {
      await this.parts.secrets.write(account.id, secrets)
    } finally {
      if (this.keychain() !== before) this.changed()
    }
  }

  private async openKept(account: StoredAccount): Promise<void> {
    const secrets = await this.parts.secrets.read(account.id)
    if (secrets) await this.openWith(account, secrets, [])
    else this.putClosed(account)
  }

  private async openWith(account: StoredAccount, secrets: AccountSecrets, changed: readonly CredentialField[]) {
    const box = this.parts.secrets.box()
    if (!box) return this.putClosed(account)
    const kept = this.parts.secrets.state() === 'memory' ? 'memory' : 'keychain'
    await this.open({ account, secrets, kept, box, changed })
  }

  private async open(order: SessionOrder): Promise<void> {
    const { id } = order.account
    await this.close(id)
    if (this.closed) return
    const session = await openSession(this.parts.ground, order)
    if (this.closed) return session.close()
    this.sessions.set(id, session)
    this.parts.accounts.put(session)
    session.start()
  }

  private async close(accountId: string): Promise<void> {
    const session = this.sessions.get(accountId)
    this.sessions.delete(accountId)
    await session?.close()
  }

  private putClosed(account: StoredAccount): void {
    const credentials = nothingProven()
    this.parts.accounts.put({
      account,
      platform: null,
      state: () => ({
        secrets: 'missing',
        ticket: { receivedAt: null, expiresAt: null, from: null, source: { state: 'off' } },
        credentials,
        sharing: { role: 'alone', rivals: null }
      })
    })
  }

  private session(accountId: string): AccountSession {
    const session = this.sessions.get(accountId)
    if (session) return session
    this.parts.accounts.platform(accountId)
    throw new Error(`the account ${accountId} has a platform and no session`)
  }

  private changeable(accountId: string): StoredAccount {
    const { kind, secrets } = this.parts.accounts.get(accountId)
    const account = this.parts.store.accounts.get(accountId)
    if (account && kind === 'platform' && secrets !== 'environment') return account
    throw notChangeable(kind)
  }

  /** Two receivers can not share a port: the next free one among our accounts is offered. */
  private freshSettings(): AccountSettings {
    const taken = new Set(this.stored().map(({ settings }) => settings.receiverPort))
    let { receiverPort } = defaultAccountSettings
    while (taken.has(receiverPort)) receiverPort += 1
    return { ...defaultAccountSettings, receiverPort }
  }

  /** Nobody is left to hear of it once everything is being closed. */
  private changed(): void {
    if (!this.closed) this.parts.onChange()
  }

  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.turns.add(work)
  }

  private async explained(message: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw explainFailure(error, { message })
    }
  }
}

const noSecrets: AccountSecrets = { secret: '', messageToken: '', messageKey: '', relaySecret: null }

function changedFields(before: AccountSecrets | null, after: AccountSecrets): readonly CredentialField[] {
  const fields = ['secret', 'messageToken', 'messageKey'] as const
  return fields.filter((field) => before?.[field] !== after[field])
}
