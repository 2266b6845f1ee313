import type { AuthorizationState, MerchantRow } from '@shared/domain/merchant'
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

const auditTexts: Readonly<Record<AuditFilter, string>> = {
  rejected: '未通过',
  to_release: '待发布',
  in_review: '审核中',
  released: '已发布',
  withdrawn: '已撤回',
  none: '没有审核版本'
}
const authorizationTexts: Readonly<Record<AuthorizationState, string>> = {
  authorized: '授权有效',
  lost: '授权失效',
  unknown: '授权未核实'
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
    ...(newest === null ? [] : [option(outdatedVersion, `落后于 ${newest}`)]),
    ...versions.map((version) => option(version, version === newest ? `${version}（最新）` : version)),
    option(noVersion, '没有线上版本')
  ]
}

function tagOptions(counts: Tally): FilterOption[] {
  const tags = [...counts].filter(([tag]) => tag !== noTag).sort(([a, m], [b, n]) => n - m || compareVersions(a, b))
  return [
    ...tags.map(([tag, count]) => ({ value: tag, text: tag, count })),
    { value: noTag, text: '没有标签', count: counts.get(noTag) ?? 0 }
  ]
}
