import { createHash } from 'node:crypto'
import type { MerchantRef } from '@shared/domain/merchant'
import type { TimelineEntry } from '@shared/domain/operation'
import type { MerchantInformation } from '@shared/domain/profile'
import type { VersionList } from '@shared/domain/version'
import { type DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock, Logger } from '../ports'
import type { Store } from '../store/repositories'
import type { AccountService } from './account-service'
import { isAuthorizationGone } from './authorization/authorization-failures'
import type { AuthorizationBook } from './authorization/authorization-book'
import type { EventHub } from './event-hub'
import { explainFailure } from './failures'
import { merchantName } from './merchant-facts'
import { doneKinds } from './operation-ledger'
import { informationFacet } from './setup/information-facet'
import type { PendingReviews } from './setup/pending-reviews'
import type { SetupSummaries } from './setup/setup-summary'
import { versionChanges, type VersionChange } from './version-changes'

/** An operation of ours shows in the version list this much later at most (a rollback takes 3 to 5 minutes). */
const explainedWithinMs = 30 * 60_000

export type MerchantReaderParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly events: EventHub
  readonly authorizations: AuthorizationBook
  readonly summaries: SetupSummaries
  readonly reviews: PendingReviews
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Reads merchants from the platform into the database, and tells what changed since the last reading.
 *
 * All methods throw `DeskFailure` naming the merchant; what was read before stays in the database then, with the reason
 * why it could not be read again.
 */
export class MerchantReader {
  private readonly store: Store
  private readonly accounts: AccountService
  private readonly events: EventHub
  private readonly authorizations: AuthorizationBook
  private readonly summaries: SetupSummaries
  private readonly reviews: PendingReviews
  private readonly clock: Clock
  private readonly logger: Logger

  constructor(parts: MerchantReaderParts) {
    this.store = parts.store
    this.accounts = parts.accounts
    this.events = parts.events
    this.authorizations = parts.authorizations
    this.summaries = parts.summaries
    this.reviews = parts.reviews
    this.clock = parts.clock
    this.logger = parts.logger
  }

  /** Authorisation, profile with icon, and versions; what one missing permission set denies does not hide the rest. */
  async read(ref: MerchantRef, signal?: AbortSignal): Promise<void> {
    await this.reading(ref, say`读取商家`, async () => {
      const platform = this.accounts.platform(ref.accountId)
      const permissions = await platform.authorize(ref.appId, { signal })
      const merchant = platform.merchant(ref.appId)
      if (permissions) this.authorizations.permissionsSeen(ref, permissions, 'call')
      const [information, versions] = await Promise.allSettled([
        merchant.basicInformation({ signal }),
        merchant.versions({ signal })
      ])
      if (information.status === 'fulfilled') this.saveInformation(ref, information.value)
      if (versions.status === 'fulfilled') this.saveVersions(ref, versions.value)
      if (information.status === 'fulfilled') await this.readIcon(ref, information.value, signal)
      if (information.status === 'rejected') throw this.informationNotRead(ref, information.reason)
      if (versions.status === 'rejected') throw versions.reason
    })
  }

  /** The version list alone; also what every operation looks at before and after. */
  async readVersions(ref: MerchantRef, signal?: AbortSignal): Promise<VersionList> {
    return this.reading(ref, say`读取版本`, async () => {
      const versions = await this.accounts.platform(ref.accountId).merchant(ref.appId).versions({ signal })
      this.saveVersions(ref, versions)
      return versions
    })
  }

  /** Turns a failure into what the operator is told, noting what it says about the account and the authorisation. */
  failure(ref: MerchantRef, what: string, error: unknown): DeskFailure {
    const failure = explainFailure(error, { message: say`${what}没有成功`, merchant: merchantName(this.store, ref) })
    switch (failure.error.code) {
      case 'authorization_lost':
        if (isAuthorizationGone(failure.error)) this.authorizations.lost(ref, 'call')
        this.accounts.worked(ref.accountId)
        break
      case 'credentials':
      case 'network':
      case 'timeout':
        this.accounts.failed(ref.accountId, failure.error.reason ?? failure.error.message)
        break
      default:
        break
    }
    return failure
  }

  /**
   * Takes the icon where its address is another than the kept one's. An icon that can not be had is no reason to call a
   * reading failed: the list shows a letter instead.
   */
  async readIcon(ref: MerchantRef, { iconUrl }: MerchantInformation, signal?: AbortSignal): Promise<void> {
    if (!iconUrl || withoutQuery(iconUrl) === withoutQuery(this.store.icons.sourceUrl(ref) ?? '')) return
    try {
      const { contentType, bytes } = await this.accounts.platform(ref.accountId).picture(iconUrl, { signal })
      const key = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
      this.store.icons.save(ref, { key, contentType, bytes }, iconUrl)
    } catch (error) {
      this.logger.warn('icon not read', { appId: ref.appId, error: String(error) })
    }
  }

  /** Judges the merchant anew from what the database knows now, and tells the page. */
  judge(ref: MerchantRef): void {
    if (this.store.merchants.row(ref) === null) return
    this.store.lightly(() => this.summaries.refresh(ref))
    this.reviews.look(ref)
    this.announce(ref)
  }

  /** Tells the page how the merchant's row looks now. */
  announce(ref: MerchantRef): void {
    const row = this.store.merchants.row(ref)
    if (row) this.events.merchantChanged(row)
  }

  private async reading<Value>(ref: MerchantRef, what: string, work: () => Promise<Value>): Promise<Value> {
    try {
      const value = await work()
      this.accounts.worked(ref.accountId)
      return value
    } catch (error) {
      const failure = this.failure(ref, what, error)
      if (failure.error.code !== 'cancelled') {
        this.store.merchants.saveReading(ref, { error: failure.error.reason ?? failure.error.message })
      }
      throw failure
    } finally {
      this.judge(ref)
    }
  }

  private saveInformation(ref: MerchantRef, information: MerchantInformation): void {
    informationFacet(this.store).save(ref, information, this.clock.now())
  }

  private informationNotRead(ref: MerchantRef, reason: unknown): DeskFailure {
    const failure = this.failure(ref, say`读取商家`, reason)
    if (failure.error.code !== 'cancelled') this.store.information.fail(ref, failure.error)
    return failure
  }

  private saveVersions(ref: MerchantRef, versions: VersionList): void {
    this.store.lightly(() => this.store.transaction(() => this.takeVersions(ref, versions)))
  }

  private takeVersions(ref: MerchantRef, versions: VersionList): void {
    const before = this.store.merchants.versions(ref)
    const since = before === null ? 0 : before.readAt - explainedWithinMs
    for (const change of versionChanges(before, versions)) {
      if (!this.isOurs(ref, change, since)) this.store.timeline.add(ref, observed(change))
    }
    this.store.merchants.saveVersions(ref, versions)
    this.authorizations.working(ref)
    this.store.merchants.saveReading(ref, { readAt: versions.readAt })
  }

  /** Whether an operation of ours is what was observed: one in the timeline already, or one that is being settled. */
  private isOurs(ref: MerchantRef, change: VersionChange, since: number): boolean {
    const open = this.store.operations.unsettled(ref)
    if (open && doneKinds[open.kind] === change.kind && open.version === change.version) return true
    return this.store.timeline
      .page(ref, null, 20)
      .entries.some(
        ({ source, kind, version, at }) =>
          source === 'desk' && kind === change.kind && version === change.version && at >= since
      )
  }
}

/** A signed address changes at every reading while the picture behind it stays. */
function withoutQuery(url: string): string {
  return url.split('?')[0] ?? url
}

function observed(change: VersionChange): Omit<TimelineEntry, 'id'> {
  return { ...change, source: 'platform', actor: null, logId: null, operation: null, error: null }
}
