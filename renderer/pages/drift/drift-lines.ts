import type { Drift, DriftRow } from '@shared/domain/drift'
import { queryWords } from '@/stores/merchant-rows/row-filter'
import { compareVersions } from '@/stores/merchant-rows/row-order'

/** `behind` the wanted template; `current`: has it or a newer one; `unknown`: not to be told; `none`: nothing is online. */
export const standings = ['behind', 'current', 'unknown', 'none'] as const
export type Standing = (typeof standings)[number]

/** A merchant as the matrix shows it. `behind`: how many templates newer than its own there are, up to the wanted one. */
export type DriftLine = { readonly row: DriftRow; readonly behind: number | null; readonly standing: Standing }

export type DriftFilter = {
  readonly query: string
  readonly standings: readonly Standing[]
  readonly inReview: boolean
  /** Any of these. */
  readonly tags: readonly string[]
}

export const emptyFilter: DriftFilter = Object.freeze({ query: '', standings: [], inReview: false, tags: [] })

export type DriftColumn = 'name' | 'online' | 'behind' | 'since' | 'readAt'
export type DriftSort = { readonly column: DriftColumn; readonly direction: 'ascending' | 'descending' }

/** Every merchant measured against a template; null for the newest. */
export function driftLines({ templates, rows }: Drift, templateId: string | null): readonly DriftLine[] {
  const newer = Math.max(
    0,
    templates.findIndex((each) => each.templateId === templateId)
  )
  return rows.map((row) => {
    const behind = row.behind === null ? null : Math.max(0, row.behind - newer)
    return { row, behind, standing: standingOf(row, behind) }
  })
}

function standingOf(row: DriftRow, behind: number | null): Standing {
  if (row.online === null) return 'none'
  if (behind === null) return 'unknown'
  return behind > 0 ? 'behind' : 'current'
}

/** Whether a version of it is in review on the platform. */
export const isInReview = ({ audit }: DriftRow): boolean => audit?.state === 'in_review'

/** The lines that answer the filter, in the order they had. */
export function filterLines(lines: readonly DriftLine[], filter: DriftFilter): readonly DriftLine[] {
  const words = queryWords(filter.query)
  return lines.filter(({ row, standing }) => {
    if (filter.standings.length > 0 && !filter.standings.includes(standing)) return false
    if (filter.inReview && !isInReview(row)) return false
    if (filter.tags.length > 0 && !row.tags.some((tag) => filter.tags.includes(tag))) return false
    const text = words.length === 0 ? '' : [row.name, row.appId, ...row.tags].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The lines in the order asked for; what has no value there stands last in both directions. */
export function sortLines(lines: readonly DriftLine[], { column, direction }: DriftSort): readonly DriftLine[] {
  const sign = direction === 'ascending' ? 1 : -1
  const keyed = lines.map((line, place) => ({ line, key: keyOf(line, column), place }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || a.place - b.place
    return sign * compareKeys(a.key, b.key) || a.place - b.place
  })
  return keyed.map(({ line }) => line)
}

function keyOf({ row, behind }: DriftLine, column: DriftColumn): string | number | null {
  switch (column) {
    case 'name':
      return row.name
    case 'online':
      return row.online?.version ?? null
    case 'behind':
      return behind
    case 'since':
      return row.behindSince
    case 'readAt':
      return row.readAt
  }
}

function compareKeys(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareVersions(String(a), String(b))
}
