import type { RefreshProgress } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import PQueue from 'p-queue'
import { withPriority } from '../douyin/priority'
import type { Clock, Logger } from '../ports'
import type { Store } from '../store/repositories'
import type { AccountService } from './account-service'
import type { AuthorizationBook } from './authorization/authorization-book'
import { AuthorizedList, type ListNews } from './authorization/authorized-list'
import type { EventHub } from './event-hub'
import { explainFailure } from './failures'
import type { MerchantReader } from './merchant-reader'

/** Merchants read at the same time per account; the client's rate limiter sets the pace of the calls. */
const concurrency = 6

type Run = {
  readonly queued: Map<string, Promise<void>>
  total: number
  done: number
  failed: number
  lastSentAt: number
}

export type RefreshServiceParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly reader: MerchantReader
  readonly authorizations: AuthorizationBook
  readonly events: EventHub
  readonly clock: Clock
  readonly logger: Logger
  /** Called when all merchants of a run were read: what is less urgent may be read now. */
  readonly onEnd?: (accountId: string) => void
}

/**
 * Reads many merchants in the background. One run per account: asking again while it runs adds to it, and a merchant
 * that still waits is not read twice. Progress is sent at most ten times a second, and always at the end.
 */
export class RefreshService {
  private readonly parts: RefreshServiceParts
  private readonly list: AuthorizedList
  private readonly runs = new Map<string, Run>()
  private readonly queue = new PQueue({ concurrency })
  private readonly stopping = new AbortController()

  constructor(parts: RefreshServiceParts) {
    this.parts = parts
    this.list = new AuthorizedList(parts)
  }

  status(accountId: string): RefreshProgress {
    const run = this.runs.get(accountId)
    const { total, done, failed } = run ?? { total: 0, done: 0, failed: 0 }
    return { accountId, total, done, failed, running: run !== undefined && done < total }
  }

  /** Reads these merchants, or all of the account for null; answers at once. */
  refresh(accountId: string, appIds: readonly string[] | null): RefreshProgress {
    const wanted = appIds ?? this.parts.store.merchants.appIds(accountId)
    const run = this.runFor(accountId)
    for (const appId of wanted) void this.enqueue({ accountId, appId }, run)
    this.report(accountId, run, true)
    return this.status(accountId)
  }

  /** Reads one merchant among the others; resolves when that is done, whatever came of it. */
  read(ref: MerchantRef): Promise<void> {
    const run = this.runFor(ref.accountId)
    const reading = this.enqueue(ref, run)
    this.report(ref.accountId, run, true)
    return reading
  }

  /**
   * 获取授权小程序列表: adds the merchants that authorised us and notes those that do not any more, then reads those that
   * were never read or came back. Throws `DeskFailure` when the list can not be had; nothing is changed then.
   */
  async import(accountId: string): Promise<RefreshProgress> {
    const news = await this.readList(accountId)
    // They are in the list at once, by their app ids: reading hundreds takes a while.
    for (const { appId } of news.newcomers) this.parts.reader.announce({ accountId, appId })
    for (const app of news.newcomers) this.readNewcomer(accountId, app, news)
    return this.refresh(accountId, [...this.parts.store.merchants.unread(accountId), ...news.returned])
  }

  /** Drops what waits and cancels what runs. */
  stop(): void {
    this.stopping.abort()
    this.queue.clear()
  }

  private async readList(accountId: string): Promise<ListNews> {
    const { accounts } = this.parts
    const before = this.list.standing(accountId)
    try {
      const apps = await accounts.platform(accountId).authorizedApps({ signal: this.stopping.signal })
      accounts.worked(accountId)
      return this.list.take(accountId, apps, before)
    } catch (error) {
      const failure = explainFailure(error, { message: say`授权列表没有读到` })
      if (failure.error.code !== 'cancelled') accounts.failed(accountId, failure.error.reason ?? failure.error.message)
      throw failure
    }
  }

  private readNewcomer(accountId: string, app: ListNews['newcomers'][number], news: ListNews): void {
    const { logger } = this.parts
    this.enqueue({ accountId, appId: app.appId }, this.runFor(accountId))
      .then(() => this.list.newcomerRead(accountId, app, news))
      .catch((error: unknown) => logger.error('link not marked', { appId: app.appId, error: String(error) }))
  }

  private enqueue(ref: MerchantRef, run: Run): Promise<void> {
    const queued = run.queued.get(ref.appId)
    if (queued) return queued
    run.total += 1
    const reading = this.queue.add(() => withPriority('background', () => this.readOne(ref, run)))
    run.queued.set(ref.appId, reading)
    return reading
  }

  private runFor(accountId: string): Run {
    const running = this.runs.get(accountId)
    if (running && running.done < running.total) return running
    const run: Run = { queued: new Map(), total: 0, done: 0, failed: 0, lastSentAt: 0 }
    this.runs.set(accountId, run)
    return run
  }

  private async readOne(ref: MerchantRef, run: Run): Promise<void> {
    try {
      await this.parts.reader.read(ref, this.stopping.signal)
    } catch (error) {
      // Nobody waits for this: a bug, or a full disk, is one merchant that was not read, and a line in the log.
      const known = error instanceof DeskFailure
      if (!known) this.parts.logger.error('merchant not read', { appId: ref.appId, error: String(error) })
      if (!known || error.error.code !== 'cancelled') run.failed += 1
    } finally {
      run.queued.delete(ref.appId)
      run.done += 1
      this.report(ref.accountId, run, run.done === run.total)
      if (run.done === run.total && !this.stopping.signal.aborted) this.parts.onEnd?.(ref.accountId)
    }
  }

  private report(accountId: string, run: Run, always: boolean): void {
    const now = this.parts.clock.now()
    if (!always && now - run.lastSentAt < 100) return
    run.lastSentAt = now
    this.parts.events.send('refresh.progress', this.status(accountId))
  }
}
