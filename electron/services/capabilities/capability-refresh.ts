import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import PQueue from 'p-queue'
import { withPriority } from '../../douyin/priority'
import type { Logger } from '../../ports'
import type { Store } from '../../store/repositories'
import type { EventHub } from '../event-hub'
import { isAccountTrouble } from '../setup/account-trouble'
import type { SetupReadings } from '../setup/setup-readings'

/** Few: the operator's own calls go between, and each reading takes several calls. */
const concurrency = 2

export type CapabilityRefreshParts = {
  readonly store: Store
  readonly readings: Pick<SetupReadings, 'capabilities'>
  readonly events: EventHub
  readonly logger: Logger
}

/** Reads the capabilities of many merchants in the background, when the operator asks for it. */
export class CapabilityRefresh {
  private readonly parts: CapabilityRefreshParts
  private readonly queue = new PQueue({ concurrency })
  /** Those that wait or are being read, by account. */
  private readonly asked = new Map<string, Set<string>>()
  private readonly stopping = new AbortController()

  constructor(parts: CapabilityRefreshParts) {
    this.parts = parts
  }

  /** Answers at once with how many will be read; merchants that are gone, lost or being read already are not counted. */
  refresh(accountId: string, appIds: readonly string[]): { readonly asked: number } {
    const asked = this.asked.get(accountId) ?? new Set<string>()
    this.asked.set(accountId, asked)
    const wanted = [...new Set(appIds)].filter((appId) => !asked.has(appId) && this.isOurs({ accountId, appId }))
    for (const appId of wanted) {
      asked.add(appId)
      void this.queue.add(() => withPriority('background', () => this.take({ accountId, appId }, asked)))
    }
    return { asked: wanted.length }
  }

  /** Resolves when nothing waits or is being read. */
  idle(): Promise<void> {
    return this.queue.onIdle()
  }

  /** Drops what waits and cancels what is being read. */
  async stop(): Promise<void> {
    this.stopping.abort()
    this.queue.clear()
    await this.queue.onIdle()
  }

  private isOurs(ref: MerchantRef): boolean {
    const row = this.parts.store.merchants.row(ref)
    return row !== null && row.authorization !== 'lost'
  }

  /** Whoever was dropped meanwhile is not among the asked any more. */
  private async take(ref: MerchantRef, asked: Set<string>): Promise<void> {
    if (!asked.has(ref.appId) || this.stopping.signal.aborted) return
    try {
      await this.parts.readings.capabilities(ref, this.stopping.signal)
    } catch (error) {
      this.failed(ref, asked, error)
    } finally {
      asked.delete(ref.appId)
    }
  }

  /** What concerns one merchant is kept with it; what would meet the next one as well ends the whole, and is told once. */
  private failed({ accountId, appId }: MerchantRef, asked: Set<string>, error: unknown): void {
    if (!(error instanceof DeskFailure)) {
      this.parts.logger.error('capabilities not read', { accountId, appId, error: String(error) })
    } else if (isAccountTrouble(error.error) && asked.size > 0) {
      asked.clear()
      this.parts.events.send('notice', { error: { ...error.error, message: say`没有读完各商家的能力` } })
    }
  }
}
