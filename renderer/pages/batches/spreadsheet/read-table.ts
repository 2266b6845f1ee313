import { decodeText } from './decode-text'

/** A table's cells as texts without spaces around them, row by row; or why there is none. */
export type TableReading =
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'problem'; readonly text: string }

/** Ours: more than a list of ten thousand merchants needs. */
const tableMaxBytes = 20 * 1024 * 1024

/** Reads a CSV (UTF-8 or GBK) or the first sheet of an XLSX file. Never rejects. */
export async function readTable(file: File): Promise<TableReading> {
  if (file.size > tableMaxBytes) return problem('文件超过 20 MB，请只留下需要的列')
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return problem('文件读不出来，可能已被移动或改动，请重新选择')
  const isZip = new Uint8Array(bytes.slice(0, 2)).join() === '80,75' // "PK"
  if (isZip) return readWorkbook(bytes)
  if (/\.xlsx?$/i.test(file.name)) return problem('这个文件不是 .xlsx，请在表格程序里另存为 .xlsx 或 CSV')
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
    return problem('这个 Excel 文件打不开，请另存为 .xlsx 或 CSV 后再选')
  }
}

function table(cells: readonly (readonly unknown[])[]): TableReading {
  const rows = cells.map((row) => row.map(cellText)).filter((row) => row.some((cell) => cell !== ''))
  return rows.length > 0 ? { kind: 'table', rows } : problem('表格是空的')
}

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell.trim()
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

function problem(text: string): TableReading {
  return { kind: 'problem', text }
}
