import type { ListColumn } from '@shared/domain/lists'
import type { MerchantRow } from '@shared/domain/merchant'
import { t } from '@/i18n'
import { templateHint } from '@/pages/drift/drift-words'
import { driftHint } from '@/stores/merchant-rows/row-setup'
import { rowState } from '@/stores/merchant-rows/row-state'

const submitted = t('merchants.row.submittedHint')
const noBaseline = t('merchants.row.noBaselineHint')
const noCredit = t('merchants.row.noCredit')
const noVersion = t('merchants.row.noVersion')
const templateUnknown = t('merchants.row.templateUnknown')
const templateOfTest = t('merchants.row.templateOfTest')

/** What a cell of the list tells on hover beyond what it shows; undefined where that is all. */
export function cellHint(row: MerchantRow, column: ListColumn): string | undefined {
  switch (column) {
    case 'audit':
      return row.audit?.reason || undefined
    case 'test':
      return row.test?.submitted ? submitted : undefined
    case 'state':
      return rowState(row).detail || undefined
    case 'readiness':
      return row.readiness?.text || undefined
    case 'drift':
      return row.drift ? driftHint(row.drift) : noBaseline
    case 'credit':
      return row.creditScore === null ? noCredit : undefined
    case 'template':
      return templateCellHint(row)
    case 'note':
      return row.note || undefined
    default:
      return undefined
  }
}

/** Which template it is, how that is known, and the description of the version that tells. */
function templateCellHint({ template, online, test }: MerchantRow): string {
  if (!template) return online || test ? templateUnknown : noVersion
  return [templateHint(template), template.description, online ? '' : templateOfTest].filter(Boolean).join('\n')
}
