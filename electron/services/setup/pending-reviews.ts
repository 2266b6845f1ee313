import type { Capability } from '@shared/domain/capability'
import type { CategoryFacts } from '@shared/domain/category'
import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantInformation } from '@shared/domain/profile'
import type { Store } from '../../store/repositories'

/** What of a merchant is to be read again, as the platform reviews something of it. */
export type PendingReview = {
  readonly appId: string
  readonly information: boolean
  readonly categories: boolean
  readonly capabilities: boolean
}

/**
 * Which merchants have a name, an introduction, an icon, categories or an application for a capability in review, as far as
 * they were read. Kept in memory; filled from the database when an account is first asked for, and kept right by whoever reads
 * a merchant (`look`).
 */
export class PendingReviews {
  private readonly store: Store
  private readonly accounts = new Map<string, Map<string, PendingReview>>()

  constructor(store: Store) {
    this.store = store
  }

  /** Those of an account. */
  of(accountId: string): readonly PendingReview[] {
    return [...this.found(accountId).values()]
  }

  /** Looks at what the database knows of a merchant now. */
  look(ref: MerchantRef): void {
    const known = this.accounts.get(ref.accountId)
    if (known) this.note(ref, known, isApplying(this.store.capabilities.read(ref).value))
  }

  private found(accountId: string): Map<string, PendingReview> {
    const known = this.accounts.get(accountId)
    if (known) return known
    const filled = new Map<string, PendingReview>()
    // One query for all: the lists are long, and most of them alike.
    for (const { appId, capabilities } of this.store.capabilityRows(accountId)) {
      this.note({ accountId, appId }, filled, isApplying(capabilities))
    }
    this.accounts.set(accountId, filled)
    return filled
  }

  private note({ accountId, appId }: MerchantRef, known: Map<string, PendingReview>, capabilities: boolean): void {
    const ref = { accountId, appId }
    const information = isInformationInReview(this.store.information.read(ref).value)
    const categories = areCategoriesInReview(this.store.categories.read(ref).value)
    const isAnything = information || categories || capabilities
    const isWaiting = isAnything && this.store.merchants.row(ref)?.authorization !== 'lost'
    if (isWaiting) known.set(appId, { appId, information, categories, capabilities })
    else known.delete(appId)
  }
}

function isInformationInReview(information: MerchantInformation | null): boolean {
  if (information === null) return false
  const { nameAudit, introductionAudit, iconAudit, categories } = information
  return [nameAudit, introductionAudit, iconAudit, ...categories].some((each) => each?.state === 'in_review')
}

function areCategoriesInReview(facts: CategoryFacts | null): boolean {
  if (facts === null) return false
  return [facts.publishing, ...facts.configured].some((each) => each?.state === 'in_review')
}

const isApplying = (capabilities: readonly Capability[] | null): boolean =>
  capabilities?.some(({ state }) => state === 'applying') ?? false
