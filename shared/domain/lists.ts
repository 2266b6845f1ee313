import type { AuthorizationState } from './merchant'

/** The columns of the merchant list, in the order in which they are offered. */
export const listColumns = [
  'name',
  'tags',
  'note',
  'online',
  'audit',
  'test',
  'template',
  'state',
  'readiness',
  'drift',
  'credit',
  'appState',
  'authorization',
  'authorizedAt',
  'authorizationEndsAt',
  'readAt'
] as const
export type ListColumn = (typeof listColumns)[number]

/** A column that is shown; `widthPx` null: as wide as it fits. */
export type ColumnChoice = { readonly name: ListColumn; readonly widthPx: number | null }

/** 审核 as the operator asks about it: `to_release` is approved but not released, `none` has no audit version. */
export const auditFilters = ['rejected', 'to_release', 'in_review', 'released', 'withdrawn', 'none'] as const
export type AuditFilter = (typeof auditFilters)[number]

/** What is asked of the list. Within one part any value is enough; the parts must all hold. An empty part asks nothing. */
export type ListFilter = {
  readonly query: string
  readonly audit: readonly AuditFilter[]
  /** Online versions, and the words that stand for "none" and "behind the newest". */
  readonly version: readonly string[]
  readonly authorization: readonly AuthorizationState[]
  readonly tag: readonly string[]
  readonly needsCare: boolean
  /** 就绪有问题. */
  readonly notReady: boolean
  /** 域名有偏差. */
  readonly drifted: boolean
  readonly readFailed: boolean
}

export const emptyFilter: ListFilter = Object.freeze({
  query: '',
  audit: [],
  version: [],
  authorization: [],
  tag: [],
  needsCare: false,
  notReady: false,
  drifted: false,
  readFailed: false
})

/** `null` is the standing order: by name and app id. */
export type ListSort = { readonly column: ListColumn; readonly direction: 'ascending' | 'descending' } | null

/** What a view shows and how. `columns` null: those that are remembered for the account. */
export type ViewContent = {
  readonly filter: ListFilter
  readonly sort: ListSort
  readonly columns: readonly ColumnChoice[] | null
}

/** A view of the merchant list that the operator named and kept. */
export type SavedView = { readonly id: string; readonly name: string; readonly content: ViewContent }

/** An account's views in their order, and the columns of its list; null: the usual ones. */
export type ListViews = {
  readonly accountId: string
  readonly views: readonly SavedView[]
  readonly columns: readonly ColumnChoice[] | null
}

/** Limits of ours. */
export const savedViewsMax = 30
export const viewNameMaxLength = 20
export const noteMaxLength = 500
export const merchantTagsMax = 20
export const tagMaxLength = 20
export const columnWidthPx = { min: 48, max: 600 } as const
