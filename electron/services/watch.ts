import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { isLoopbackUrl } from '@shared/rules/platform-url'
import type { Clock, Logger } from '../ports'
import type { Store } from '../store/repositories'
import type { AccountService } from './account-service'
import type { MerchantReader } from './merchant-reader'
import type { OperationRunner } from './operation-runner'

/** How often what waits is looked at. A practice audit takes seconds, a real one hours. */
type WatchPace = { readonly firstMs: number; readonly lastMs: number }

const farPace: WatchPace = { firstMs: 60_000, lastMs: 15 * 60_000 }
/** For a platform on this machine. */
const nearPace: WatchPace = { firstMs: 2_000, lastMs: 15_000 }

const tickMs = 1_000

export type WatchParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly reader: MerchantReader
  readonly runner: OperationRunner
  readonly clock: Clock
  readonly logger: Logger
}

type Due = { readonly look: () => Promise<unknown>; readonly pace: WatchPace }
type Waiting = { intervalMs: number; dueAt: number }

/**
 * Looks after what the operator waits for: versions in review are read at growing intervals until they are judged, and
 * operations whose answer was lost are settled, those left by a crash first of all.
 */
export class Watch {
  private readonly parts: WatchParts
  private readonly waiting = new Map<string, Waiting>()
  private readonly stopping = new AbortController()
  private finished: Promise<void> = Promise.resolve()

  constructor(parts: WatchParts) {
    this.parts = parts
  }

  start(): void {
    this.finished = this.loop()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.finished
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted) {
      try {
        await this.tick()
        await this.parts.clock.wait(tickMs, signal)
      } catch (error) {
        if (signal.aborted) return
        this.parts.logger.error('watch tick failed', { error: String(error) })
        await this.parts.clock.wait(tickMs, signal).catch(() => undefined)
      }
    }
  }

  private async tick(): Promise<void> {
    const { store, accounts, runner } = this.parts
    const due = new Map<string, Due>()
    for (const operation of store.operations.allUnsettled()) {
      if (runner.isRunning(operation) || !accounts.ids().includes(operation.accountId)) continue
      const look = () => runner.settle(operation, operation.id)
      due.set(operation.id, { look, pace: this.paceOf(operation.accountId) })
    }
    for (const accountId of accounts.ids()) {
      for (const ref of store.merchants.inReview(accountId, 200)) {
        if (runner.isRunning(ref)) continue
        due.set(`${accountId}/${ref.appId}`, { look: () => this.readReview(ref), pace: this.paceOf(accountId) })
      }
    }
    this.forget(due)
    for (const [id, { look, pace }] of due) {
      if (this.stopping.signal.aborted) return
      if (this.isDue(id, pace)) await this.quietly(look)
    }
  }

  private readReview(ref: MerchantRef): Promise<unknown> {
    return this.parts.reader.readVersions(ref, this.stopping.signal)
  }

  /** A failure is in the database and on its way to the page already. */
  private async quietly(look: () => Promise<unknown>): Promise<void> {
    try {
      await look()
    } catch (error) {
      if (!(error instanceof DeskFailure)) throw error
    }
  }

  private paceOf(accountId: string): WatchPace {
    const { openUrl } = this.parts.accounts.get(accountId).settings
    return isLoopbackUrl(new URL(openUrl)) ? nearPace : farPace
  }

  private isDue(id: string, { firstMs, lastMs }: WatchPace): boolean {
    const now = this.parts.clock.now()
    const waiting = this.waiting.get(id)
    if (waiting && now < waiting.dueAt) return false
    const intervalMs = waiting ? Math.min(waiting.intervalMs * 1.5, lastMs) : firstMs
    this.waiting.set(id, { intervalMs, dueAt: now + intervalMs })
    return true
  }

  private forget(due: ReadonlyMap<string, unknown>): void {
    for (const id of this.waiting.keys()) if (!due.has(id)) this.waiting.delete(id)
  }
}
