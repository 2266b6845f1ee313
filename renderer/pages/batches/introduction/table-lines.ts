import { t } from '@/i18n'

/** One line of the operator's table; `number` is its place there, from 1, as spreadsheet programs count. */
export type TableLine = {
  readonly number: number
  readonly appId: string
  readonly name: string
  readonly introduction: string
}

export type TableLines =
  { readonly kind: 'lines'; readonly lines: readonly TableLine[] } | { readonly kind: 'problem'; readonly text: string }

type Columns = { readonly appId: number; readonly name: number; readonly introduction: number }

/* eslint-disable operator-texts/no-page-text -- heads of the operators' own tables, in both languages: compared, not shown */
/** In lower case and without spaces. */
const heads: Readonly<Record<keyof Columns, readonly string[]>> = {
  appId: ['appid', '小程序id', '小程序appid', 'app_id'],
  name: ['名称', '小程序名称', '商家', '商家名称', 'name', 'merchant', 'merchantname'],
  introduction: ['简介', '新简介', '小程序简介', 'introduction', 'newintroduction']
}
/* eslint-enable operator-texts/no-page-text */

/** A title or a note may stand above the head. */
const headWithin = 5

/**
 * The lines of a table: its columns are found by their head (AppID or 小程序ID, 名称 or Name, 简介 or Introduction). Without a head a table of two
 * columns is taken as app id and introduction.
 */
export function tableLines(rows: readonly (readonly string[])[]): TableLines {
  for (const [place, row] of rows.slice(0, headWithin).entries()) {
    const columns = columnsOf(row)
    if (columns.introduction >= 0 && (columns.appId >= 0 || columns.name >= 0)) return linesBelow(rows, place, columns)
  }
  if (rows.every((row) => row.filter((cell) => cell !== '').length <= 2)) {
    return linesBelow(rows, -1, { appId: 0, name: -1, introduction: 1 })
  }
  return { kind: 'problem', text: t('batches.table.noHead') }
}

function columnsOf(row: readonly string[]): Columns {
  const cells = row.map((cell) => cell.toLowerCase().replace(/\s/g, ''))
  const place = (names: readonly string[]): number => cells.findIndex((cell) => names.includes(cell))
  return { appId: place(heads.appId), name: place(heads.name), introduction: place(heads.introduction) }
}

function linesBelow(rows: readonly (readonly string[])[], head: number, columns: Columns): TableLines {
  const lines = rows.slice(head + 1).map((row, place) => ({
    number: head + 2 + place,
    appId: row[columns.appId] ?? '',
    name: row[columns.name] ?? '',
    introduction: row[columns.introduction] ?? ''
  }))
  return lines.length > 0 ? { kind: 'lines', lines } : { kind: 'problem', text: t('batches.table.noLines') }
}
