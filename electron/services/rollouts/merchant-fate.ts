import type { MerchantRef, MerchantRow } from '@shared/domain/merchant'
import type { FateFacts } from '@shared/rules/rollout-fate'
import type { Store } from '../../store/repositories'
import { merchantDetail, versionFactsOf } from '../merchant-facts'
import { uploadRequest, type UploadRequest } from '../templates/upload-request'

/** What `rolloutFate` looks at, as it is kept. Throws `DeskFailure` `not_found`. */
export function fateFacts({ store }: { readonly store: Store }, ref: MerchantRef): FateFacts {
  const detail = merchantDetail(store, ref)
  const upload = uploadRequest.safeParse(store.operations.lastRequest(ref, 'upload'))
  return { ...versionFactsOf(detail), readiness: detail.readiness, lastUpload: upload.data ?? null }
}

/** The newest accepted upload of each merchant that has any. */
export function lastUploads(store: Store, accountId: string): ReadonlyMap<string, UploadRequest> {
  const requests = store.operations
    .uploads(accountId, 1)
    .map(({ appId, request }) => [appId, uploadRequest.safeParse(request).data] as const)
  return new Map(requests.flatMap(([appId, upload]) => (upload ? [[appId, upload] as const] : [])))
}

/**
 * The same for a preview of thousands, from the merchant's line in the list. Where that says that nothing blocks a submission,
 * readiness and permissions need not be looked at; and the seconds between two submissions are no news in a preview.
 */
export function listedFacts(store: Store, row: MerchantRow, lastUpload: UploadRequest | null): FateFacts {
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
    lastUpload
  }
}
