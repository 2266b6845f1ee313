import { t } from '@/i18n'
import { decodeText } from './decode-text'

/** A table's cells as texts without spaces around them, row by row; or why there is none. */
export type TableReading =
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'problem'; readonly text: string }

/** Ours: more than a list of ten thousand merchants needs. */
const tableMaxBytes = 20 * 1024 * 1024

/** Reads a CSV (UTF-8 or GBK) or the first sheet of an XLSX file. Never rejects. */
export async function readTable(file: File): Promise<TableReading> {
  if (file.size > tableMaxBytes) return problem(t('batches.table.tooBig'))
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return problem(t('batches.table.unreadable'))
  const isZip = new Uint8Array(bytes.slice(0, 2)).join() === '80,75' // "PK"
  if (isZip) return readWorkbook(bytes)
  if (/\.xlsx?$/i.test(file.name)) return problem(t('batches.table.notXlsx'))
  return readText(decodeText(bytes))
}

/** Reads pasted or decoded text: columns parted by tabs, commas or semicolons. */
export async function readText(text: string): Promise<TableReading> {
  const { default: Papa } = await import('papaparse')
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    // A copied table has tabs; a comma may be part of what its cells say.
    delimiter: text.includes('\t') ? '\t' : '',
    skipEmptyLines: 'greedy'
  })
  return table(data)
}

async function readWorkbook(bytes: ArrayBuffer): Promise<TableReading> {
  try {
    const [{ readSheet }, { unzipSync, zipSync }] = await Promise.all([
      import('read-excel-file/universal'),
      import('fflate')
    ])
    // The reader unpacks large files in a worker, which the page's policy forbids; files that are stored need none.
    const stored = zipSync(unzipSync(new Uint8Array(bytes)), { level: 0 })
    return table(await readSheet(new Blob([stored])))
  } catch {
    return problem(t('batches.table.notOpened'))
  }
}

function table(cells: readonly (readonly unknown[])[]): TableReading {
  const rows = cells.map((row) => row.map(cellText)).filter((row) => row.some((cell) => cell !== ''))
  return rows.length > 0 ? { kind: 'table', rows } : problem(t('batches.table.empty'))
}

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell.trim()
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

function problem(text: string): TableReading {
  return { kind: 'problem', text }
}
