import type { MerchantDetail } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure, type MerchantName } from '@shared/errors'
import type { VersionFacts } from '@shared/rules/version-actions'
import { say } from '@shared/texts/say'
import type { Store } from '../store/repositories'
import { merchantReadiness } from './setup/setup-summary'

/** All that the merchant page draws, from the database alone. Throws `DeskFailure` `not_found`. */
export function merchantDetail(store: Store, { accountId, appId }: MerchantRef): MerchantDetail {
  const ref = { accountId, appId }
  const profile = store.merchants.profile(ref)
  if (!profile) throw notFound(ref)
  return {
    profile,
    versions: store.merchants.versions(ref),
    unsettled: store.operations.unsettled(ref),
    lastSubmittedAt: store.operations.lastDoneAt(ref, ['submit', 'resubmit']),
    lastRolledBackAt: store.operations.lastDoneAt(ref, ['rollback']),
    readiness: merchantReadiness(store, ref)
  }
}

/** The failure for a merchant that the account does not have. */
export function notFound({ appId }: MerchantRef): DeskFailure {
  return new DeskFailure({
    code: 'not_found',
    message: say`没有这个商家`,
    reason: say`账号下没有 ${appId}`,
    nextStep: say`请回到商家列表，读取授权列表后再试`,
    retryable: false,
    actor: 'operator',
    wayOut: 'merchants'
  })
}

/** What the rules of `versionActions` look at. */
export function versionFacts(store: Store, ref: MerchantRef): VersionFacts {
  return versionFactsOf(merchantDetail(store, ref))
}

/** The same, of what was read already. */
export function versionFactsOf(detail: MerchantDetail): VersionFacts {
  const { profile, versions, unsettled, lastSubmittedAt, lastRolledBackAt } = detail
  return {
    versions,
    authorization: profile.authorization.state,
    permissions: profile.authorization.permissions,
    unsettled: unsettled?.kind ?? null,
    lastSubmittedAt,
    lastRolledBackAt
  }
}

/** How a merchant is named in what the operator is told. */
export function merchantName(store: Store, { accountId, appId }: MerchantRef): MerchantName {
  return { appId, name: store.merchants.row({ accountId, appId })?.name ?? appId }
}
