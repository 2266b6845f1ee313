import type { SortColumn } from '@/stores/merchant-rows/row-order'

export type Column = { readonly name: SortColumn; readonly title: string }

/**
 * The list's columns in their order, between the tick box and the refresh button. Widths are in list-grid.css, which drops
 * 测试版本, 信用 and 域名 one after the other as the window gets narrow.
 */
export const columns: readonly Column[] = [
  { name: 'name', title: '商家' },
  { name: 'tags', title: '标签' },
  { name: 'online', title: '线上版本' },
  { name: 'audit', title: '审核版本' },
  { name: 'test', title: '测试版本' },
  { name: 'state', title: '状态' },
  { name: 'readiness', title: '就绪' },
  { name: 'drift', title: '域名' },
  { name: 'credit', title: '信用' },
  { name: 'readAt', title: '更新于' }
]

/** Heights in pixels of a row and of the head; list-grid.css has the same. */
export const rowHeightPx = 40
export const headHeightPx = 34
