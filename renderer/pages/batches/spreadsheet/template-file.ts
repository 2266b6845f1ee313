import type { MerchantRow } from '@shared/domain/merchant'
import { t } from '@/i18n'

/**
 * The list to fill in: every merchant with its app id, name and present introduction, as a CSV that spreadsheet programs
 * open as UTF-8. A CSV, as the writer of XLSX files packs large ones in a worker, which the page's policy forbids.
 */
export async function introductionTemplate(
  merchants: readonly MerchantRow[],
  introductions: ReadonlyMap<string, string>
): Promise<Blob> {
  const { default: Papa } = await import('papaparse')
  const lines = merchants.map(({ appId, name }) => [appId, name, introductions.get(appId) ?? ''])
  // A text that begins like a formula must not become one.
  const text = Papa.unparse([['AppID', t('batches.table.nameHead'), t('batches.table.introductionHead')], ...lines], {
    escapeFormulae: true
  })
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' })
}

/** Hands a file to the operator under this name. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has taken the address once this task is over.
  setTimeout(() => URL.revokeObjectURL(link.href))
}
