import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantClient } from '../../douyin/platform'
import type { Clock } from '../../ports'
import type { FacetRepository } from '../../store/repositories'
import type { AccountService } from '../account-service'
import type { MerchantReader } from '../merchant-reader'

/** Reads the parts of a merchant's set-up from the platform into the database, one part at a time. */
export class FacetReader {
  private readonly accounts: AccountService
  private readonly reader: MerchantReader
  private readonly clock: Clock

  constructor(parts: { accounts: AccountService; reader: MerchantReader; clock: Clock }) {
    this.accounts = parts.accounts
    this.reader = parts.reader
    this.clock = parts.clock
  }

  /**
   * Reads one part, keeps it, judges the merchant anew and tells the page. `what` names it for the operator. Throws
   * `DeskFailure`; what was read before stays then, with the reason, unless the reading was cancelled.
   */
  async read<Value>(
    ref: MerchantRef,
    what: string,
    facet: FacetRepository<Value>,
    work: (merchant: MerchantClient) => Promise<Value>
  ): Promise<Value> {
    try {
      const value = await work(this.accounts.platform(ref.accountId).merchant(ref.appId))
      this.accounts.worked(ref.accountId)
      facet.save(ref, value, this.clock.now())
      return value
    } catch (error) {
      const failure = this.reader.failure(ref, what, error)
      if (failure.error.code !== 'cancelled') facet.fail(ref, failure.error)
      throw failure
    } finally {
      this.reader.judge(ref)
    }
  }
}
