import type { Account, Connection } from '@shared/domain/account'
import { DeskFailure } from '@shared/errors'
import type { PlatformClient } from '../douyin/platform'
import type { Clock } from '../ports'
import type { StoredAccount } from '../store/repositories'
import type { EventHub } from './event-hub'

/** One account that is open: what the database keeps of it, and the platform as it sees it. */
export type OpenAccount = { readonly account: StoredAccount; readonly platform: PlatformClient }

/** The open accounts, and how the connection of each fares, as the calls made for it tell. */
export class AccountService {
  private readonly open: ReadonlyMap<string, OpenAccount>
  private readonly connections = new Map<string, Connection>()
  private readonly clock: Clock
  private readonly events: EventHub

  constructor(accounts: readonly OpenAccount[], clock: Clock, events: EventHub) {
    this.open = new Map(accounts.map((each) => [each.account.id, each]))
    this.clock = clock
    this.events = events
  }

  list(): readonly Account[] {
    return [...this.open.values()].map(({ account }) => this.withConnection(account))
  }

  ids(): readonly string[] {
    return [...this.open.keys()]
  }

  /** The platform as this account sees it. Throws `DeskFailure` `not_found` for an account that is not open. */
  platform(accountId: string): PlatformClient {
    const found = this.open.get(accountId)
    if (found) return found.platform
    throw new DeskFailure({
      code: 'not_found',
      message: '没有这个账号',
      reason: '账号不存在，或没有打开',
      nextStep: '请回到商家列表，选择一个账号',
      retryable: false
    })
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

  private change(accountId: string, connection: Connection): void {
    const account = this.open.get(accountId)?.account
    if (!account) return
    this.connections.set(accountId, connection)
    this.events.send('account.changed', { account: this.withConnection(account) })
  }

  private withConnection(account: StoredAccount): Account {
    return { ...account, connection: this.connections.get(account.id) ?? { state: 'untried' } }
  }
}
