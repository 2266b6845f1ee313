/** What can be made of the wall's codes. */
export const exportKinds = ['print', 'pdf', 'pictures'] as const
export type ExportKind = (typeof exportKinds)[number]

export const exportNames: Readonly<Record<ExportKind, string>> = {
  print: '打印',
  pdf: '导出 PDF',
  pictures: '导出图片'
}

/** Codes beside each other on an A4 sheet. */
export const sheetColumns = { min: 2, max: 6, usual: 3 } as const
