import type { AuthorizationState, MerchantRow } from '@shared/domain/merchant'
import { authorizationWords } from '@/components/common/words'
import { t } from '@/i18n'
import {
  auditOf,
  newestVersion,
  noTag,
  noVersion,
  outdatedVersion,
  tagsOf,
  versionsOf,
  type AuditFilter
} from '@/stores/merchant-rows/row-filter'
import { compareVersions } from '@/stores/merchant-rows/row-order'
import { hasReadinessTrouble, isDrifted } from '@/stores/merchant-rows/row-setup'
import { rowState } from '@/stores/merchant-rows/row-state'

/** One value a filter can be set to, and how many merchants have it. */
export type FilterOption<Value extends string = string> = {
  readonly value: Value
  readonly text: string
  readonly count: number
}

export type FilterOptions = {
  readonly audit: readonly FilterOption<AuditFilter>[]
  readonly version: readonly FilterOption[]
  readonly authorization: readonly FilterOption<AuthorizationState>[]
  readonly tag: readonly FilterOption[]
  readonly needsCare: number
  readonly notReady: number
  readonly drifted: number
  readonly readFailed: number
}

/** 审核 in the words of the filter. */
export const auditTexts: Readonly<Record<AuditFilter, string>> = {
  rejected: t('merchants.filter.auditRejected'),
  to_release: t('merchants.filter.auditToRelease'),
  in_review: t('merchants.filter.auditInReview'),
  released: t('merchants.filter.auditReleased'),
  withdrawn: t('merchants.filter.auditWithdrawn'),
  none: t('merchants.filter.auditNone')
}
const authorizationTexts: Readonly<Record<AuthorizationState, string>> = {
  authorized: authorizationWords.authorized.text,
  lost: authorizationWords.lost.text,
  unknown: authorizationWords.unknown.text
}

/** All that the list can be filtered by, counted over all of its rows. */
export function filterOptions(rows: readonly MerchantRow[]): FilterOptions {
  const newest = newestVersion(rows)
  const audits = tally(rows, (row) => [auditOf(row)])
  const authorizations = tally(rows, (row) => [row.authorization])
  return {
    audit: named(auditTexts, audits),
    version: versionOptions(
      tally(rows, (row) => versionsOf(row, newest)),
      newest
    ),
    authorization: named(authorizationTexts, authorizations),
    tag: tagOptions(tally(rows, tagsOf)),
    needsCare: rows.filter((row) => rowState(row).needsCare).length,
    notReady: rows.filter(hasReadinessTrouble).length,
    drifted: rows.filter(isDrifted).length,
    readFailed: rows.filter((row) => row.readError !== null).length
  }
}

type Tally = ReadonlyMap<string, number>

function tally(rows: readonly MerchantRow[], values: (row: MerchantRow) => readonly string[]): Tally {
  const counts = new Map<string, number>()
  for (const row of rows) for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function named<Value extends string>(texts: Readonly<Record<Value, string>>, counts: Tally): FilterOption<Value>[] {
  // Object.keys forgets the keys' type.
  const values = Object.keys(texts) as Value[]
  return values.map((value) => ({ value, text: texts[value], count: counts.get(value) ?? 0 }))
}

function versionOptions(counts: Tally, newest: string | null): FilterOption[] {
  const option = (value: string, text: string): FilterOption => ({ value, text, count: counts.get(value) ?? 0 })
  const versions = [...counts.keys()]
    .filter((value) => value !== noVersion && value !== outdatedVersion)
    .sort((a, b) => compareVersions(b, a))
  return [
    ...(newest === null ? [] : [option(outdatedVersion, t('merchants.filter.outdated', { version: newest }))]),
    ...versions.map((version) =>
      option(version, version === newest ? t('merchants.filter.newest', { version }) : version)
    ),
    option(noVersion, t('merchants.filter.noVersion'))
  ]
}

function tagOptions(counts: Tally): FilterOption[] {
  const tags = [...counts].filter(([tag]) => tag !== noTag).sort(([a, m], [b, n]) => n - m || compareVersions(a, b))
  return [
    ...tags.map(([tag, count]) => ({ value: tag, text: tag, count })),
    { value: noTag, text: t('merchants.filter.noTag'), count: counts.get(noTag) ?? 0 }
  ]
}
