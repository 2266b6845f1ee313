/** The list's columns in their order; widths are in keeper-grid.css. */
export const keeperColumns: readonly string[] = ['商家', '状态', '授权于', '令牌签发', '刷新令牌剩余', '问题', '操作']

/** Heights in pixels of a row and of the head; keeper-grid.css has the same. */
export const rowHeightPx = 40
export const headHeightPx = 34
