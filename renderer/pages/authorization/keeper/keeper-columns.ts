import { t } from '@/i18n'

/** The list's columns in their order; `cell` is the class of those that give way, as the widths in keeper-grid.css. */
export const keeperColumns: readonly { readonly title: string; readonly cell?: string }[] = [
  { title: t('authorization.keeper.merchant') },
  { title: t('authorization.keeper.state') },
  { title: t('authorization.keeper.authorizedAt'), cell: 'column-authorized' },
  { title: t('authorization.keeper.issuedAt'), cell: 'column-issued' },
  { title: t('authorization.keeper.left') },
  { title: t('authorization.keeper.trouble') },
  { title: t('authorization.keeper.actions') }
]

/** Heights in pixels of a row and of the head; keeper-grid.css has the same. */
export const rowHeightPx = 40
export const headHeightPx = 34
