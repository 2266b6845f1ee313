import type { KeeperEntry } from '@shared/domain/authorization'
import type { MerchantRef } from '@shared/domain/merchant'
import type { DeskError, DeskErrorCode } from '@shared/errors'
import { refreshSoonMs } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import PQueue from 'p-queue'
import { withPriority } from '../../douyin/priority'
import type { Clock, Logger } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import type { MerchantReader } from '../merchant-reader'
import type { RefreshService } from '../refresh-service'
import { Rounds } from '../rounds'
import type { AuthorizationBook } from './authorization-book'
import { LinkWatch } from './link-watch'

const tickMs = 60_000

/** So long before its end whoever reads along shall have a newer access token; the client decides when it renews. */
const accessSoonMs = 15 * 60_000

/** Renewals at a time: the client's limits are for what the operator does. */
const concurrency = 4

const firstPauseMs = 5 * 60_000
const longestPauseMs = { merchant: 6 * 3600_000, account: 10 * 60_000 } as const

/** Failures of these kinds are the account's: the next merchant would fail in the same way. */
const accountTrouble: ReadonlySet<DeskErrorCode> = new Set(['credentials', 'network', 'timeout', 'platform_busy'])

export type TokenUpkeepParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly authorizations: AuthorizationBook
  readonly reader: MerchantReader
  readonly refreshes: RefreshService
  readonly clock: Clock
  readonly logger: Logger
}

type Pause = { readonly lengthMs: number; readonly until: number }

/**
 * Keeps tokens alive that nobody uses: a refresh token dies after a month without use, and desktops that read along use the
 * access tokens which the writer renews. Quietly: what fails is tried again after growing pauses, and shown by the token
 * keeper. A desktop that may not renew leaves it to the one that may. On the same round it looks after links that wait.
 */
export class TokenUpkeep {
  private readonly parts: TokenUpkeepParts
  private readonly links: LinkWatch
  private readonly pauses = new Map<string, Pause>()
  private readonly rounds: Rounds

  constructor(parts: TokenUpkeepParts) {
    this.parts = parts
    this.links = new LinkWatch(parts)
    const { clock, logger } = parts
    const run = (signal: AbortSignal): Promise<void> => withPriority('background', () => this.round(signal))
    const failure = 'token upkeep failed'
    this.rounds = new Rounds({ intervalMs: tickMs, first: 'after_interval', run, failure, clock, logger })
  }

  start(): void {
    this.rounds.start()
  }

  /** Resolves when nothing is under way any more. */
  stop(): Promise<void> {
    return this.rounds.stop()
  }

  private async round(signal: AbortSignal): Promise<void> {
    const queue = new PQueue({ concurrency })
    for (const accountId of this.parts.accounts.ids()) {
      for (const ref of this.due(accountId)) void queue.add(() => this.renew(ref, signal))
    }
    await queue.onIdle()
    if (!signal.aborted) await this.links.look()
  }

  private due(accountId: string): readonly MerchantRef[] {
    const { store, accounts, clock } = this.parts
    const { role } = accounts.get(accountId).sharing
    if (role === 'reader' || role === 'cut_off') return []
    const now = clock.now()
    const ending = store.tokens.ending(accountId, now + refreshSoonMs)
    const forReaders = role === 'writer' ? store.tokens.accessEnding(accountId, now + accessSoonMs) : []
    const due = new Map([...ending, ...forReaders].map((ref) => [ref.appId, ref]))
    return [...due.values()].filter((ref) => !this.isPaused(merchantKey(ref)))
  }

  private async renew(ref: MerchantRef, signal: AbortSignal): Promise<void> {
    const { accounts, authorizations } = this.parts
    const before = authorizations.entry(ref)
    if (signal.aborted || this.isPaused(ref.accountId) || !before || before.authorization === 'lost') return
    try {
      const permissions = await accounts.platform(ref.accountId).authorize(ref.appId, { signal })
      if (permissions) authorizations.permissionsSeen(ref, permissions, 'call')
      this.worked(ref, before)
    } catch (error) {
      if (!signal.aborted) this.failed(ref, error)
    }
  }

  /** Nothing is new where the client still holds a token that is good enough. */
  private worked(ref: MerchantRef, before: KeeperEntry): void {
    const { authorizations, refreshes } = this.parts
    this.pauses.delete(ref.accountId)
    this.pauses.delete(merchantKey(ref))
    if (authorizations.entry(ref)?.issuedAt === before.issuedAt) return
    authorizations.announce(ref)
    // What an earlier failure left to be shown goes with the next reading.
    if (before.trouble !== null) refreshes.refresh(ref.accountId, [ref.appId])
  }

  private failed(ref: MerchantRef, error: unknown): void {
    const facts = this.explained(ref, error)
    if (facts && accountTrouble.has(facts.code)) return this.pause(ref.accountId, longestPauseMs.account)
    this.pause(merchantKey(ref), longestPauseMs.merchant)
    if (!facts) return
    this.parts.store.merchants.saveReading(ref, { error: facts.reason ?? facts.message })
    this.parts.authorizations.announce(ref)
  }

  /** Null for a bug, which is in the log then: it must not end the round. */
  private explained(ref: MerchantRef, error: unknown): DeskError | null {
    try {
      return this.parts.reader.failure(ref, say`更新授权凭据`, error).error
    } catch (bug) {
      this.parts.logger.error('token not renewed', { appId: ref.appId, error: String(bug) })
      return null
    }
  }

  private isPaused(key: string): boolean {
    const pause = this.pauses.get(key)
    return pause !== undefined && this.parts.clock.now() < pause.until
  }

  private pause(key: string, longestMs: number): void {
    if (this.isPaused(key)) return
    const before = this.pauses.get(key)
    const lengthMs = before ? Math.min(before.lengthMs * 2, longestMs) : firstPauseMs
    this.pauses.set(key, { lengthMs, until: this.parts.clock.now() + lengthMs })
  }
}

function merchantKey({ accountId, appId }: MerchantRef): string {
  return `${accountId}/${appId}`
}
