import { t } from '@/i18n'

/** The list's columns in their order; widths are in keeper-grid.css. */
export const keeperColumns: readonly string[] = [
  t('authorization.keeper.merchant'),
  t('authorization.keeper.state'),
  t('authorization.keeper.authorizedAt'),
  t('authorization.keeper.issuedAt'),
  t('authorization.keeper.left'),
  t('authorization.keeper.trouble'),
  t('authorization.keeper.actions')
]

/** Heights in pixels of a row and of the head; keeper-grid.css has the same. */
export const rowHeightPx = 40
export const headHeightPx = 34
