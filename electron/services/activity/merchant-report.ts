import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantReport, ReportChange, ReportPresent } from '@shared/domain/merchant-report'
import { settingKinds } from '@shared/domain/setting'
import type { StandingSample } from '@shared/domain/standing'
import { chinaDayStart } from '@shared/rules/china-day'
import type { Store } from '../../store/repositories'
import { notFound } from '../merchant-facts'
import { reportMattersOf } from './report-matters'
import { reportHistory } from './report-history'

export type ReportOrder = MerchantRef & { readonly from: number; readonly to: number }

/** More changes than a page has room for; the page says how many it leaves out. */
const changesLooked = 500
const creditDays = 60

/** 商家月报, from the database alone. Throws `DeskFailure` `not_found`. */
export function merchantReport(store: Store, { from, to, ...ref }: ReportOrder, now: number): MerchantReport {
  const row = store.merchants.row(ref)
  const keeper = store.tokens.keeperOf(ref)
  if (!row || !keeper) throw notFound(ref)
  return {
    ...ref,
    accountName: store.accounts.get(ref.accountId)?.name ?? ref.accountId,
    name: row.name,
    iconKey: row.iconKey,
    ...{ from, to, madeAt: now },
    ...reportHistory(store, ref, { from, to }),
    changes: changesIn(store, ref, { from, to }),
    present: present(store, ref),
    matters: reportMattersOf(row, keeper.refreshExpiresAt, now),
    readAt: row.readAt
  }
}

function changesIn(
  store: Store,
  ref: MerchantRef,
  { from, to }: { from: number; to: number }
): readonly ReportChange[] {
  return store.settingChanges
    .list(ref, settingKinds, changesLooked)
    .filter(({ state, startedAt }) => state === 'done' && startedAt >= from && startedAt < to)
    .map(({ startedAt, kind, summary }) => ({ at: startedAt, kind, summary }))
}

function present(store: Store, ref: MerchantRef): ReportPresent {
  const row = store.merchants.row(ref)
  const categories = store.categories.read(ref).value
  const domains = store.domains.read(ref).value
  const standing = store.standing.read(ref).value
  const server = domains?.server ?? null
  return {
    onlineVersion: row?.online?.version ?? null,
    categories: categories && (categories.online ?? categories.configured).map(({ name }) => name),
    serverDomains: server && new Set(Object.values(server).flat()).size,
    webviewDomains: domains?.webview?.length ?? null,
    creditScore: row?.creditScore ?? null,
    creditHistory: creditByDay(store.standingSamples.list(ref, creditDays)),
    rating: standing?.rating ?? null,
    authorization: row?.authorization ?? 'unknown',
    authorizationEndsAt: store.tokens.keeperOf(ref)?.refreshExpiresAt ?? null
  }
}

/** The last score of each day of China. */
function creditByDay(samples: readonly StandingSample[]): ReportPresent['creditHistory'] {
  const byDay = new Map(
    samples.flatMap(({ at, creditScore }) =>
      creditScore === null ? [] : [[chinaDayStart(at), { at, score: creditScore }] as const]
    )
  )
  return [...byDay.values()]
}
