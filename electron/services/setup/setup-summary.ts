import type { DomainDrift } from '@shared/domain/domains'
import type { MerchantRef } from '@shared/domain/merchant'
import type { Readiness } from '@shared/domain/readiness'
import { readiness, summarized } from '@shared/rules/readiness'
import type { Store } from '../../store/repositories'
import { templateInUse } from '../templates/told-template'
import { driftFrom } from './baseline-target'

/** What the database knows of a merchant, judged against a submission to audit. */
export function merchantReadiness(store: Store, { accountId, appId }: MerchantRef): Readiness {
  const ref = { accountId, appId }
  const authorization = store.merchants.profile(ref)?.authorization
  return readiness({
    authorization: authorization?.state ?? 'unknown',
    permissions: authorization?.permissions ?? [],
    information: store.information.read(ref).value,
    categories: store.categories.read(ref).value,
    domains: store.domains.read(ref).value,
    drift: merchantDrift(store, ref),
    standing: store.standing.read(ref).value
  })
}

/** How a merchant's domains, as they were read last, stand to its baseline; null without one. */
export function merchantDrift(store: Store, ref: MerchantRef): DomainDrift | null {
  const baseline = store.baselines.of(ref)
  return baseline && driftFrom(baseline, store.domains.read(ref).value)
}

/** Keeps with each merchant what the list shows of its set-up, so that a row needs no other table. */
export class SetupSummaries {
  private readonly store: Store

  constructor(parts: { store: Store }) {
    this.store = parts.store
  }

  /** Judges anew from what the database knows. A merchant that is gone has no summary. */
  refresh(ref: MerchantRef): void {
    if (this.store.merchants.row(ref) === null) return
    const standing = this.store.standing.read(ref).value
    this.store.merchants.saveSetup(ref, {
      readiness: summarized(merchantReadiness(this.store, ref)),
      creditScore: standing?.credit?.score ?? null,
      drift: merchantDrift(this.store, ref),
      template: templateInUse(this.store, ref)
    })
  }
}
