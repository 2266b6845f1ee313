import type { MerchantRow } from '@shared/domain/merchant'
import { t } from '@/i18n'
import { merchantIndex } from '@/pages/batches/merchant-index'
import { codeProblem } from '@/pages/merchant/codes/bulk/bulk-plan'

/** One line of the operator's table of codes; `number` is its place there, from 1, as spreadsheet programs count. */
export type SheetLine = {
  readonly number: number
  readonly appId: string
  readonly label: string
  readonly path: string
}

export type SheetLines =
  { readonly kind: 'lines'; readonly lines: readonly SheetLine[] } | { readonly kind: 'problem'; readonly text: string }

/** A line as it will be carried out, or why it will not. */
export type PlannedLine = SheetLine & { readonly merchant: MerchantRow | null; readonly problem: string | null }

type Columns = { readonly appId: number; readonly label: number; readonly path: number }

/* eslint-disable operator-texts/no-page-text -- what operators and other programs call the columns: compared, not shown */
const heads: Readonly<Record<keyof Columns, readonly string[]>> = {
  appId: ['appid', 'app_id', '小程序id', '小程序appid', '商家'],
  label: ['标签', 'label', '名称', '桌号'],
  path: ['路径', 'path', '页面', '页面路径']
}
/* eslint-enable operator-texts/no-page-text */

/** A title or a note may stand above the head. */
const headWithin = 5

/** The lines of a table with the columns AppID, 标签 and 路径; without a head, its first three columns in that order. */
export function sheetLines(rows: readonly (readonly string[])[]): SheetLines {
  for (const [place, row] of rows.slice(0, headWithin).entries()) {
    const columns = columnsOf(row)
    if (columns.appId >= 0 && columns.label >= 0) return linesBelow(rows, place, columns)
  }
  if (rows.every((row) => (row[0] ?? '') !== '' && (row[1] ?? '') !== ''))
    return linesBelow(rows, -1, { appId: 0, label: 1, path: 2 })
  return { kind: 'problem', text: t('codes.sheet.noHead') }
}

function columnsOf(row: readonly string[]): Columns {
  const cells = row.map((cell) => cell.toLowerCase().replace(/\s/g, ''))
  const place = (names: readonly string[]): number => cells.findIndex((cell) => names.includes(cell))
  return { appId: place(heads.appId), label: place(heads.label), path: place(heads.path) }
}

function linesBelow(rows: readonly (readonly string[])[], head: number, columns: Columns): SheetLines {
  const lines = rows.slice(head + 1).map((row, place) => ({
    number: head + 2 + place,
    appId: row[columns.appId] ?? '',
    label: row[columns.label] ?? '',
    path: row[columns.path] ?? ''
  }))
  return lines.length > 0 ? { kind: 'lines', lines } : { kind: 'problem', text: t('codes.sheet.empty') }
}

/** Judges every line: only those without a problem are made. */
export function planSheet(lines: readonly SheetLine[], merchants: readonly MerchantRow[]): readonly PlannedLine[] {
  const index = merchantIndex(merchants)
  const seen = new Set<string>()
  return lines.map((line) => {
    const { merchant, problem } = index.findEither(line.appId)
    const key = `${merchant?.appId ?? ''}\n${line.label}`
    const isTwice = merchant !== null && seen.has(key)
    seen.add(key)
    const lost = merchant?.authorization === 'lost' ? t('codes.wall.authorizationLost') : null
    const why = problem ?? lost ?? (isTwice ? t('codes.sheet.labelTwice') : null) ?? codeProblem(line.label, line.path)
    return { ...line, merchant, problem: why }
  })
}
