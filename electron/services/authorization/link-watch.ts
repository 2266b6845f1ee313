import type { Account } from '@shared/domain/account'
import { DeskFailure } from '@shared/errors'
import type { Clock, Logger } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import type { RefreshService } from '../refresh-service'

const pace = { leastMs: 60_000, mostMs: 30 * 60_000, partOfAge: 4 } as const

/** More than can be open at a time in practice: links live a day. */
const looked = 100

export type LinkWatchParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly refreshes: RefreshService
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Notices merchants that use a link (授权链接) of an account to which the platform's messages do not come, as its tickets
 * are pasted or its receiver is in trouble: while a link waits, 获取授权小程序列表 is read, after a minute at first and more
 * and more rarely as the newest link grows old, half an hour apart at most.
 */
export class LinkWatch {
  private readonly parts: LinkWatchParts
  private readonly lookedAt = new Map<string, number>()

  constructor(parts: LinkWatchParts) {
    this.parts = parts
  }

  /** Reads the list of every account where that is due. A failure is shown at the account's connection. Never rejects. */
  async look(): Promise<void> {
    const { accounts } = this.parts
    for (const account of accounts.list())
      if (hearsNothing(account) && this.isDue(account.id)) await this.read(account.id)
  }

  private isDue(accountId: string): boolean {
    const now = this.parts.clock.now()
    const links = this.parts.store.links.list(accountId, looked)
    const waiting = links.find(({ usedBy, expiresAt }) => usedBy === null && now < expiresAt)
    if (!waiting) return false
    const everyMs = Math.min(pace.mostMs, Math.max(pace.leastMs, (now - waiting.createdAt) / pace.partOfAge))
    return now - Math.max(waiting.createdAt, this.lookedAt.get(accountId) ?? 0) >= everyMs
  }

  private async read(accountId: string): Promise<void> {
    const { refreshes, clock, logger } = this.parts
    this.lookedAt.set(accountId, clock.now())
    try {
      await refreshes.import(accountId)
    } catch (error) {
      if (!(error instanceof DeskFailure)) logger.error('the list was not read for a link', { error: String(error) })
    }
  }
}

function hearsNothing({ secrets, ticket }: Account): boolean {
  return secrets !== 'missing' && ticket.source.state !== 'listening' && ticket.source.state !== 'connected'
}
