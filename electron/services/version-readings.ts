import type { TimelinePage } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { AuditHosts } from '@shared/domain/version'
import { say } from '@shared/texts/say'
import type { Store } from '../store/repositories'
import type { AccountService } from './account-service'
import type { MerchantReader } from './merchant-reader'

/** What is read about versions besides the list itself. */
export class VersionReadings {
  private readonly store: Store
  private readonly accounts: AccountService
  private readonly reader: MerchantReader

  constructor(parts: { store: Store; accounts: AccountService; reader: MerchantReader }) {
    this.store = parts.store
    this.accounts = parts.accounts
    this.reader = parts.reader
  }

  /** What happened to the merchant's versions, newest first. */
  timeline(ref: MerchantRef, cursor: string | null, limit: number): TimelinePage {
    return this.store.timeline.page(ref, cursor, limit)
  }

  /** Page "获取可选审核宿主端列表". Throws `DeskFailure`. */
  async auditHosts(ref: MerchantRef): Promise<AuditHosts> {
    try {
      return await this.accounts.platform(ref.accountId).merchant(ref.appId).auditHosts()
    } catch (error) {
      throw this.reader.failure(ref, say`读取可选宿主端`, error)
    }
  }
}
