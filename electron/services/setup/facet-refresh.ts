import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import PQueue from 'p-queue'
import { withPriority } from '../../douyin/priority'
import type { Clock, Logger } from '../../ports'
import type { FacetRepository, Store } from '../../store/repositories'
import { isAccountTrouble } from './account-trouble'
import type { DomainService } from './domain-service'
import type { StandingService } from './standing-service'

/** What was read longer ago is read again when merchants are refreshed. */
const staleAfterMs = 12 * 3600_000

/** Few, since nobody waits for them: the operator's own calls go between. */
const concurrency = 2

const manyMerchants = 10_000

export type FacetRefreshParts = {
  readonly store: Store
  readonly domains: Pick<DomainService, 'read'>
  readonly standing: Pick<StandingService, 'read'>
  /** Whether merchants of the account are being refreshed: that goes before. */
  readonly isBusy: (accountId: string) => boolean
  readonly clock: Clock
  readonly logger: Logger
}

type Facet = {
  readonly name: string
  readonly facet: FacetRepository<unknown>
  readonly read: (ref: MerchantRef, signal: AbortSignal) => Promise<unknown>
}

/**
 * Reads domains and standing of the merchants in the background, those that were read longest ago first. What is dropped
 * because a refresh began is still stale when that ends, and taken up then.
 */
export class FacetRefresh {
  private readonly parts: FacetRefreshParts
  private readonly facets: readonly Facet[]
  private readonly queue = new PQueue({ concurrency })
  private readonly queued = new Set<string>()
  /** When a merchant refused a reading: it stays stale, and must not be asked at every refresh. */
  private readonly refusedAt = new Map<string, number>()
  /** Accounts that can not be asked at this moment. */
  private readonly troubled = new Set<string>()
  private readonly stopping = new AbortController()

  constructor(parts: FacetRefreshParts) {
    this.parts = parts
    const { store, domains, standing } = parts
    this.facets = [
      { name: 'domains', facet: store.domains, read: (ref, signal) => domains.read(ref, signal) },
      { name: 'standing', facet: store.standing, read: (ref, signal) => standing.read(ref, signal) }
    ]
  }

  /** Called when a refresh of merchants has ended; answers at once and never throws. */
  refresh(accountId: string): void {
    this.troubled.delete(accountId)
    try {
      for (const facet of this.facets) this.enqueueStale(accountId, facet)
    } catch (error) {
      this.parts.logger.error('stale facets not found', { accountId, error: String(error) })
    }
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

  private enqueueStale(accountId: string, facet: Facet): void {
    const before = this.parts.clock.now() - staleAfterMs
    for (const appId of facet.facet.stale(accountId, before, manyMerchants)) this.enqueue({ accountId, appId }, facet)
  }

  private enqueue(ref: MerchantRef, facet: Facet): void {
    const key = `${facet.name}/${ref.accountId}/${ref.appId}`
    const refusedAt = this.refusedAt.get(key) ?? -Infinity
    if (this.queued.has(key) || this.parts.clock.now() - refusedAt < staleAfterMs) return
    this.queued.add(key)
    void this.queue.add(async () => {
      await withPriority('background', () => this.readOne(ref, facet, key))
      this.queued.delete(key)
    })
  }

  private async readOne(ref: MerchantRef, { name, read }: Facet, key: string): Promise<void> {
    if (!this.mayRead(ref)) return
    try {
      await read(ref, this.stopping.signal)
    } catch (error) {
      // What the platform says is kept with the merchant; anything else is a bug, or a full disk.
      if (!(error instanceof DeskFailure)) {
        this.parts.logger.error('facet not read', { name, appId: ref.appId, error: String(error) })
      } else if (isAccountTrouble(error.error)) this.troubled.add(ref.accountId)
      else this.refusedAt.set(key, this.parts.clock.now())
    }
  }

  private mayRead(ref: MerchantRef): boolean {
    const { store, isBusy } = this.parts
    if (this.stopping.signal.aborted || this.troubled.has(ref.accountId) || isBusy(ref.accountId)) return false
    return store.merchants.row(ref)?.authorization === 'authorized'
  }
}
