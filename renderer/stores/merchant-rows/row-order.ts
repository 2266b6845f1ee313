import type { ListColumn, ListSort } from '@shared/domain/lists'
import type { MerchantRow } from '@shared/domain/merchant'
import { driftOrder, readinessOrder } from './row-setup'
import { rowState } from './row-state'

/** The standing order. Names are compared by code unit, as the database does, so that pages and changes fit together. */
function standing(a: MerchantRow, b: MerchantRow): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  if (a.appId === b.appId) return 0
  return a.appId < b.appId ? -1 : 1
}

/**
 * The list with newer versions of some rows, and those that are new, in the standing order. A row is known by its app id.
 * Returns a frozen list of frozen rows; neither argument is changed.
 */
export function mergeRows(rows: readonly MerchantRow[], fresh: readonly MerchantRow[]): readonly MerchantRow[] {
  const places = new Map(rows.map((row, place) => [row.appId, place]))
  const merged = [...rows]
  let moved = false
  for (const row of fresh) {
    const place = places.get(row.appId)
    if (place === undefined) places.set(row.appId, merged.length)
    moved ||= place === undefined || merged[place]?.name !== row.name
    merged[place ?? merged.length] = Object.freeze(row)
  }
  // An already ordered list costs one pass.
  return Object.freeze(moved ? merged.sort(standing) : merged)
}

/** Pinyin order for names; `numeric` so that 1.10 stands after 1.9. */
const collator = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' })

/** The newer of two version numbers comes last; versions are free texts, so this is the order people expect of them. */
export function compareVersions(a: string, b: string): number {
  return collator.compare(a, b)
}

/** The texts' places in collation order: comparing five thousand rows by number takes a tenth of comparing by text. */
function ranks(texts: Iterable<string>): ReadonlyMap<string, number> {
  const unique = [...new Set(texts)].sort(collator.compare)
  return new Map(unique.map((text, rank) => [text, rank]))
}

const auditOrder = { rejected: 0, passed: 1, in_review: 2, withdrawn: 3 } as const
const appStateOrder = { offline: 0, not_published: 1, published: 2 } as const
const authorizationOrder = { lost: 0, unknown: 1, authorized: 2 } as const

/** A column's value to compare: a text, a number, or null for "nothing there". */
function sortValue(row: MerchantRow, column: ListColumn): string | number | null {
  switch (column) {
    case 'name':
      return row.name
    case 'tags':
      return row.tags.length === 0 ? null : row.tags.join(' ')
    case 'note':
      return row.note || null
    case 'online':
      return row.online?.version ?? null
    case 'audit':
      return row.audit && auditOrder[row.audit.status] + (row.audit.released ? 4 : 0)
    case 'test':
      return row.test?.version ?? null
    case 'template':
      return row.template?.templateId ?? null
    case 'state':
      return rowState(row).order
    case 'readiness':
      return readinessOrder(row)
    case 'drift':
      return driftOrder(row)
    case 'credit':
      return row.creditScore
    case 'appState':
      return row.appState && appStateOrder[row.appState]
    case 'authorization':
      return authorizationOrder[row.authorization]
    case 'authorizedAt':
      return row.authorizedAt
    case 'authorizationEndsAt':
      return row.authorizationEndsAt
    case 'readAt':
      return row.readAt
  }
}

/** The rows in the order asked for; what has no value in that column stands last in both directions. */
export function sortRows(rows: readonly MerchantRow[], sort: ListSort): readonly MerchantRow[] {
  if (sort === null) return rows
  const values = rows.map((row) => sortValue(row, sort.column))
  const rankOf = ranks(values.filter((value) => typeof value === 'string'))
  const sign = sort.direction === 'ascending' ? 1 : -1
  const keyed = values.map((value, place) => ({
    key: value === null ? Infinity : sign * (typeof value === 'string' ? (rankOf.get(value) ?? 0) : value),
    place
  }))
  keyed.sort((a, b) => (a.key === b.key ? a.place - b.place : a.key - b.key))
  return keyed.flatMap(({ place }) => rows[place] ?? [])
}
