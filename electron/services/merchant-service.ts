import type { MerchantDetail, MerchantPage } from '@shared/contract'
import type { MerchantRef, MerchantRow } from '@shared/domain/merchant'
import type { Store } from '../store/repositories'
import type { EventHub } from './event-hub'
import { merchantDetail, notFound } from './merchant-facts'
import type { MerchantReader } from './merchant-reader'

/** The merchants as the database knows them, and the operator's tags on them. */
export class MerchantService {
  private readonly store: Store
  private readonly reader: MerchantReader
  private readonly events: EventHub

  constructor(parts: { store: Store; reader: MerchantReader; events: EventHub }) {
    this.store = parts.store
    this.reader = parts.reader
    this.events = parts.events
  }

  page(accountId: string, cursor: string | null, limit: number): MerchantPage {
    return this.store.merchants.page(accountId, cursor, limit)
  }

  /** Throws `DeskFailure` `not_found`. */
  detail(ref: MerchantRef): MerchantDetail {
    return merchantDetail(this.store, ref)
  }

  /** Reads the merchant from the platform, then answers as `detail` does. Throws `DeskFailure`. */
  async read(ref: MerchantRef, signal: AbortSignal): Promise<MerchantDetail> {
    this.detail(ref)
    await this.reader.read(ref, signal)
    return this.detail(ref)
  }

  /** Replaces the merchant's tags; doubles are dropped. Throws `DeskFailure` `not_found`. */
  setTags(ref: MerchantRef, tags: readonly string[]): MerchantRow {
    this.detail(ref)
    this.store.merchants.setTags(ref, [...new Set(tags)])
    const row = this.store.merchants.row(ref)
    if (!row) throw notFound(ref)
    this.events.merchantChanged(row)
    return row
  }
}
