import type { MerchantRef, MerchantRow } from '@shared/domain/merchant'
import type { FateFacts } from '@shared/rules/rollout-fate'
import type { Store } from '../../store/repositories'
import { merchantDetail, versionFactsOf } from '../merchant-facts'
import { uploadRequest } from '../templates/upload-request'

/** What `rolloutFate` looks at, as it is kept. Throws `DeskFailure` `not_found`. */
export function fateFacts({ store }: { readonly store: Store }, ref: MerchantRef): FateFacts {
  const detail = merchantDetail(store, ref)
  return { ...versionFactsOf(detail), readiness: detail.readiness, lastUpload: lastUpload(store, ref) }
}

/**
 * The same for a preview of thousands, from the merchant's line in the list. Where that says that nothing blocks a submission,
 * readiness and permissions need not be looked at; and the seconds between two submissions are no news in a preview.
 */
export function listedFacts(store: Store, row: MerchantRow): FateFacts {
  const { accountId, appId, authorization, unsettled, readiness } = row
  const ref = { accountId, appId }
  if (readiness === null || readiness.level === 'blocking') return fateFacts({ store }, ref)
  return {
    versions: store.merchants.versions(ref),
    authorization,
    permissions: [],
    unsettled,
    lastSubmittedAt: null,
    lastRolledBackAt: store.operations.lastDoneAt(ref, ['rollback']),
    readiness: [],
    lastUpload: lastUpload(store, ref)
  }
}

/** The newest accepted upload. */
const lastUpload = (store: Store, ref: MerchantRef): FateFacts['lastUpload'] =>
  uploadRequest.safeParse(store.operations.lastRequest(ref, 'upload')).data ?? null
