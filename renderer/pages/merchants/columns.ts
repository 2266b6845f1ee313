import { columnWidthPx, listColumns, type ColumnChoice, type ListColumn } from '@shared/domain/lists'
import { t } from '@/i18n'

export const columnTitles: Readonly<Record<ListColumn, string>> = {
  name: t('merchants.column.name'),
  tags: t('merchants.column.tags'),
  note: t('merchants.column.note'),
  online: t('merchants.column.online'),
  audit: t('merchants.column.audit'),
  test: t('merchants.column.test'),
  template: t('merchants.column.template'),
  state: t('merchants.column.state'),
  readiness: t('merchants.column.readiness'),
  drift: t('merchants.column.drift'),
  credit: t('merchants.column.credit'),
  appState: t('merchants.column.appState'),
  authorization: t('merchants.column.authorization'),
  authorizedAt: t('merchants.column.authorizedAt'),
  authorizationEndsAt: t('merchants.column.authorizationEndsAt'),
  readAt: t('merchants.column.readAt')
}

const columnsNotUsual: ReadonlySet<ListColumn> = new Set([
  'note',
  'template',
  'appState',
  'authorization',
  'authorizedAt',
  'authorizationEndsAt'
])

/**
 * The columns as long as the operator has chosen none, between the tick box and the refresh button. Their widths are in
 * list-grid.css, which drops 测试版本, 信用 and 域名 one after the other as the window gets narrow.
 */
export const usualColumns: readonly ListColumn[] = listColumns.filter((name) => !columnsNotUsual.has(name))

/** What a column needs at least, in pixels, and its share of what is left. */
const room: Readonly<Record<ListColumn, { readonly minPx: number; readonly share: number }>> = {
  name: { minPx: 184, share: 2.2 },
  tags: { minPx: 100, share: 1.2 },
  note: { minPx: 140, share: 1.6 },
  online: { minPx: 88, share: 0.8 },
  audit: { minPx: 148, share: 1 },
  test: { minPx: 92, share: 0.8 },
  template: { minPx: 108, share: 1 },
  state: { minPx: 112, share: 0.8 },
  readiness: { minPx: 96, share: 0.7 },
  drift: { minPx: 88, share: 0.7 },
  credit: { minPx: 56, share: 0.4 },
  appState: { minPx: 84, share: 0.6 },
  authorization: { minPx: 96, share: 0.7 },
  authorizedAt: { minPx: 84, share: 0.7 },
  authorizationEndsAt: { minPx: 100, share: 0.7 },
  readAt: { minPx: 84, share: 0.7 }
}

/** Widths of the columns at both ends, with the paddings of the line beside them. */
const edgesPx = { tick: 36, refresh: 40, paddings: 28 } as const

/** The grid of chosen columns for CSS, and how wide a line is at least. */
export function gridOf(columns: readonly ColumnChoice[]): { readonly template: string; readonly minWidth: string } {
  const tracks = columns.map(({ name, widthPx }) =>
    widthPx === null ? `minmax(${room[name].minPx}px, ${room[name].share}fr)` : `${widthPx}px`
  )
  const leastPx = columns.reduce((sum, { name, widthPx }) => sum + (widthPx ?? room[name].minPx), 0)
  return {
    template: `${edgesPx.tick}px ${tracks.join(' ')} ${edgesPx.refresh}px`,
    minWidth: `${leastPx + edgesPx.tick + edgesPx.refresh + edgesPx.paddings}px`
  }
}

/** A width that a column may have. */
export function columnWidth(px: number): number {
  return Math.round(Math.min(columnWidthPx.max, Math.max(columnWidthPx.min, px)))
}

/** Heights in pixels of a row and of the head; list-grid.css has the same. */
export const rowHeightPx = 40
export const headHeightPx = 34
