import type { AuthorizationChange, AuthorizationRecord, KeeperEntry } from '@shared/domain/authorization'
import type { MerchantRef, PermissionSet } from '@shared/domain/merchant'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import { authorizationAct } from '../activity/authorization-act'
import type { EventHub } from '../event-hub'
import type { SetupSummaries } from '../setup/setup-summary'
import { EntryAnnouncer } from './entry-announcer'
import { judged } from './keeper'

/** How a change was noticed. */
export type NoticedBy = AuthorizationRecord['by']

/** An authorisation as it was noticed. */
export type Grant = {
  /** Null where the platform did not tell them. */
  readonly permissions: readonly PermissionSet[] | null
  readonly by: NoticedBy
  readonly actor: string | null
  /** A code was exchanged for it: as a code works once, this is news even of a merchant that is authorised already. */
  readonly isProven: boolean
}

/** The event, the redirect and the list tell of the same authorisation within this time: so long a code is valid. */
const sameWithinMs = 3600_000

/** Enough to see how the authorisation stood last, among changes of its permissions. */
const historyLimit = 100

/**
 * The one place that changes what is known of a merchant's authorisation. Each real change leaves one record, however often
 * and by however many ways it is noticed; the page hears of it.
 */
export class AuthorizationBook {
  private readonly store: Store
  private readonly accounts: AccountService
  private readonly events: EventHub
  private readonly entries: EntryAnnouncer
  private readonly summaries: Pick<SetupSummaries, 'refresh'>
  private readonly clock: Clock

  constructor(parts: {
    store: Store
    accounts: AccountService
    events: EventHub
    summaries: Pick<SetupSummaries, 'refresh'>
    clock: Clock
  }) {
    this.store = parts.store
    this.accounts = parts.accounts
    this.events = parts.events
    this.entries = new EntryAnnouncer(parts.events)
    this.summaries = parts.summaries
    this.clock = parts.clock
  }

  /** The merchant as the token keeper shows it; null for one that the account does not have. */
  entry(ref: MerchantRef): KeeperEntry | null {
    const facts = this.store.tokens.keeperOf(ref)
    return facts && judged(facts, this.clock.now())
  }

  /** Tells the page how the merchant and its authorisation look now. */
  announce(ref: MerchantRef): void {
    this.summaries.refresh(ref)
    const row = this.store.merchants.row(ref)
    if (row) this.events.merchantChanged(row)
    const entry = this.entry(ref)
    if (entry) this.entries.changed(entry)
  }

  /** A merchant authorised us. `isNew`: it was not in the list before; `isNews`: it was not known to have done so. */
  authorized(ref: MerchantRef, grant: Grant): { readonly isNew: boolean; readonly isNews: boolean } {
    const outcome = this.store.transaction(() => {
      const isNew = this.store.merchants.row(ref) === null
      const isNews = isNew || this.isNews(ref, grant.isProven)
      if (isNews) {
        this.store.merchants.discover(ref.accountId, [{ appId: ref.appId, authorizedAt: this.timeOfGrant(ref) }])
        this.record(ref, 'authorized', grant)
      }
      this.saveGrant(ref, grant)
      return { isNew, isNews }
    })
    this.announce(ref)
    return outcome
  }

  /** The code was retrieved (找回授权码) and new tokens are held. */
  rescued(ref: MerchantRef, permissions: readonly PermissionSet[] | null, actor: string): void {
    this.store.transaction(() => {
      this.saveGrant(ref, { permissions, by: 'operator' })
      this.record(ref, 'rescued', { by: 'operator', actor })
    })
    this.announce(ref)
  }

  /**
   * The merchant is not authorised to us any more. Its tokens are dropped, unless only the list says so: a list may be
   * incomplete, and tokens that still work are kept for its return.
   */
  lost(ref: MerchantRef, by: NoticedBy): void {
    const row = this.store.merchants.row(ref)
    if (!row) return
    if (by !== 'list') this.forgetTokens(ref)
    if (row.authorization === 'lost') return
    this.store.transaction(() => {
      // One that was lost, and in the list again by mistake of the list, was lost all the time.
      if (this.lastStanding(ref)?.change !== 'lost') this.record(ref, 'lost', { by })
      this.store.merchants.saveAuthorization(ref, 'lost')
    })
    this.announce(ref)
  }

  /** A call with the merchant's token worked. May be called within a transaction. */
  working(ref: MerchantRef): void {
    const before = this.store.merchants.row(ref)?.authorization
    if (before === undefined || before === 'authorized') return
    if (this.lastStanding(ref)?.change === 'lost') this.record(ref, 'authorized', { by: 'call' })
    this.store.merchants.saveAuthorization(ref, 'authorized')
    this.announce(ref)
  }

  /** The list has one that was lost: whether it is authorised again will show when it is read. */
  listedAgain(ref: MerchantRef): void {
    this.store.merchants.saveAuthorization(ref, 'unknown')
    this.announce(ref)
  }

  /** The list has one that was never seen; called within the transaction that adds it. */
  imported(ref: MerchantRef): void {
    this.record(ref, 'imported', { by: 'list' })
  }

  /**
   * The platform told a merchant's permission sets. A difference from those kept is recorded, but for the first ones, which
   * are part of the authorisation itself. Does nothing for a merchant that the account does not have (yet).
   */
  permissionsSeen(ref: MerchantRef, permissions: readonly PermissionSet[], by: NoticedBy): void {
    this.store.transaction(() => this.savePermissions(ref, permissions, by))
    this.announce(ref)
  }

  private saveGrant(ref: MerchantRef, { permissions, by }: Pick<Grant, 'permissions' | 'by'>): void {
    if (permissions) this.savePermissions(ref, permissions, by)
    this.store.merchants.saveAuthorization(ref, 'authorized')
  }

  private savePermissions(ref: MerchantRef, permissions: readonly PermissionSet[], by: NoticedBy): void {
    const kept = this.store.merchants.profile(ref)?.authorization.permissions
    if (!kept) return
    const added = without(permissions, kept)
    const removed = without(kept, permissions)
    const isFirst = kept.length === 0 && !this.history(ref).some(({ change }) => change === 'permissions')
    if (!isFirst && added.length + removed.length > 0) this.record(ref, 'permissions', { by, added, removed })
    this.store.merchants.savePermissions(ref, permissions)
  }

  private isNews(ref: MerchantRef, isProven: boolean): boolean {
    const last = this.lastStanding(ref)
    if (last?.change === 'authorized' && this.clock.now() - last.at < sameWithinMs) return false
    return isProven || this.store.merchants.row(ref)?.authorization !== 'authorized'
  }

  /** Null where the list or the event told the platform's own time already, and nothing happened since. */
  private timeOfGrant(ref: MerchantRef): number | null {
    const told = this.store.merchants.row(ref)?.authorizedAt ?? null
    return told !== null && this.lastStanding(ref) === undefined ? null : this.clock.now()
  }

  /** The newest record that says whether the merchant is authorised. */
  private lastStanding(ref: MerchantRef): AuthorizationRecord | undefined {
    return this.history(ref).find(({ change }) => change === 'authorized' || change === 'rescued' || change === 'lost')
  }

  private history(ref: MerchantRef): readonly AuthorizationRecord[] {
    return this.store.authorizationRecords.list(ref, historyLimit)
  }

  private record(ref: MerchantRef, change: AuthorizationChange, facts: RecordFacts): void {
    const { by, actor = null, added = [], removed = [] } = facts
    const record = { at: this.clock.now(), change, by, actor, added, removed }
    const act = authorizationAct(ref, record)
    this.store.transaction(() => {
      this.store.authorizationRecords.add(ref, record)
      if (act) this.store.activity.add(act)
    })
  }

  private forgetTokens({ accountId, appId }: MerchantRef): void {
    if (this.accounts.ids().includes(accountId)) this.accounts.platform(accountId).forget(appId)
  }
}

type RecordFacts = { readonly by: NoticedBy } & Partial<Pick<AuthorizationRecord, 'actor' | 'added' | 'removed'>>

function without(sets: readonly PermissionSet[], others: readonly PermissionSet[]): readonly PermissionSet[] {
  const known = new Set(others.map(({ id }) => id))
  return sets.filter(({ id }) => !known.has(id))
}
