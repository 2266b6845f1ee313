import type { Account, Connection } from '@shared/domain/account'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { PlatformClient } from '../douyin/platform'
import type { Clock } from '../ports'
import type { StoredAccount } from '../store/repositories'
import type { EventHub } from './event-hub'

/** What is known of an account while it is open, besides how its calls fare. */
export type AccountState = Pick<Account, 'secrets' | 'ticket' | 'credentials' | 'sharing'>

/** One account that is open: what the database keeps of it, the platform as it sees it, and how it does. */
export type OpenAccount = {
  readonly account: StoredAccount
  /** Null where the account's secrets are not there: nothing can be asked then. */
  readonly platform: PlatformClient | null
  state(): AccountState
}

/** The open accounts, and how the connection of each fares, as the calls made for it tell. */
export class AccountService {
  private readonly open = new Map<string, OpenAccount>()
  private readonly connections = new Map<string, Connection>()
  private readonly clock: Clock
  private readonly events: EventHub

  constructor(clock: Clock, events: EventHub) {
    this.clock = clock
    this.events = events
  }

  /** Adds an account, or puts it in the place of the one with the same id. */
  put(account: OpenAccount): void {
    this.open.set(account.account.id, account)
    this.connections.delete(account.account.id)
  }

  drop(accountId: string): void {
    this.open.delete(accountId)
    this.connections.delete(accountId)
  }

  /** Real ones in the order of their names, the practice environment last. */
  list(): readonly Account[] {
    const accounts = [...this.open.values()].map((each) => this.describe(each))
    return accounts.sort(byKindAndName)
  }

  /** Those that can call the platform. */
  ids(): readonly string[] {
    return [...this.open.values()].filter(({ platform }) => platform).map(({ account }) => account.id)
  }

  /** Throws `DeskFailure` `not_found` for an account that is not open. */
  get(accountId: string): Account {
    return this.describe(this.found(accountId))
  }

  /**
   * The platform as this account sees it. Throws `DeskFailure`: `not_found` for an account that is not open, `credentials`
   * for one whose secrets are not there.
   */
  platform(accountId: string): PlatformClient {
    const { account, platform } = this.found(accountId)
    if (platform) return platform
    throw new DeskFailure({
      code: 'credentials',
      message: say`账号「${account.name}」还不能使用`,
      reason: say`没有读到它的密钥：钥匙串没有打开，或密钥只在上次运行的内存里`,
      nextStep: say`请在账号页打开钥匙串，或重新填写密钥`,
      retryable: false,
      actor: 'operator',
      wayOut: 'account'
    })
  }

  /** Connections that were kept may be dead: each account makes new ones. */
  dropIdleConnections(): void {
    for (const { platform } of this.open.values()) platform?.dropIdle()
  }

  /** Notes that a call worked. */
  worked(accountId: string): void {
    if (this.connections.get(accountId)?.state !== 'working') {
      this.change(accountId, { state: 'working', since: this.clock.now() })
    }
  }

  /** Notes that calls fail for a reason that lies with the connection or the account, not with one merchant. */
  failed(accountId: string, trouble: string): void {
    const before = this.connections.get(accountId)
    if (before?.state === 'failing' && before.trouble === trouble) return
    this.change(accountId, { state: 'failing', since: this.clock.now(), trouble })
  }

  /** Tells the page how the account looks now. */
  announce(accountId: string): void {
    const found = this.open.get(accountId)
    if (found) this.events.send('account.changed', { account: this.describe(found) })
  }

  private found(accountId: string): OpenAccount {
    const found = this.open.get(accountId)
    if (found) return found
    throw new DeskFailure({
      code: 'not_found',
      message: say`没有这个账号`,
      reason: say`账号不存在，或没有打开`,
      nextStep: say`请在顶部选择一个账号`,
      retryable: false,
      actor: 'operator',
      wayOut: 'accounts'
    })
  }

  private change(accountId: string, connection: Connection): void {
    if (!this.open.has(accountId)) return
    this.connections.set(accountId, connection)
    this.announce(accountId)
  }

  private describe(open: OpenAccount): Account {
    const { account } = open
    return { ...account, ...open.state(), connection: this.connections.get(account.id) ?? { state: 'untried' } }
  }
}

const names = new Intl.Collator('zh-CN')

function byKindAndName(a: Account, b: Account): number {
  return Number(a.kind === 'practice') - Number(b.kind === 'practice') || names.compare(a.name, b.name)
}
