import { t } from '@/i18n'

/** What can be made of the wall's codes. */
export const exportKinds = ['print', 'pdf', 'pictures'] as const
export type ExportKind = (typeof exportKinds)[number]

export const exportNames: Readonly<Record<ExportKind, string>> = {
  print: t('codes.export.print'),
  pdf: t('codes.export.pdf'),
  pictures: t('codes.export.pictures')
}

/** Codes beside each other on an A4 sheet. */
export const sheetColumns = { min: 2, max: 6, usual: 3 } as const
