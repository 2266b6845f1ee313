import { z } from 'zod'
import type { MerchantProfile, MerchantRow } from '../domain/merchant'
import type { Operation } from '../domain/operation'
import type { Readiness } from '../domain/readiness'
import type { VersionList } from '../domain/version'
import { account, accountId, appId, appIds, cursor, merchant, returning } from './call'

/** A page of the merchant list in its standing order (name, then app id); `next` is the cursor of the following one. */
export type MerchantPage = {
  readonly rows: readonly MerchantRow[]
  readonly total: number
  readonly next: string | null
}

/** All that the merchant page needs to draw itself, from the database alone. */
export type MerchantDetail = {
  readonly profile: MerchantProfile
  readonly versions: VersionList | null
  readonly unsettled: Operation | null
  readonly lastSubmittedAt: number | null
  readonly lastRolledBackAt: number | null
  /** What the platform would refuse in a submission to audit, as far as it was read. */
  readonly readiness: Readiness
}

/** A reading of many merchants that goes on in the background; see the event `refresh.progress`. */
export type RefreshProgress = {
  readonly accountId: string
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly running: boolean
}

export const merchantCalls = {
  'merchants.page': returning<MerchantPage>().from(
    z.strictObject({ accountId, cursor: cursor.nullable(), limit: z.number().int().min(1).max(1000) })
  ),
  'merchants.get': returning<MerchantDetail>().from(merchant),
  /** Reads the list of authorised merchants from the platform, then each of them; answers at once. */
  'merchants.import': returning<RefreshProgress>().from(account),
  /** Reads merchants again; answers at once. `appIds: null` means all of the account. */
  'merchants.refresh': returning<RefreshProgress>().from(
    z.strictObject({ accountId, appIds: appIds.nullable() }),
    512 * 1024
  ),
  'merchants.refreshStatus': returning<RefreshProgress>().from(account),
  /** Reads one merchant and answers with what was read. */
  'merchants.read': returning<MerchantDetail>().from(merchant),
  'merchants.setTags': returning<MerchantRow>().from(
    z.strictObject({ accountId, appId, tags: z.array(z.string().trim().min(1).max(20)).max(20) })
  )
} as const
