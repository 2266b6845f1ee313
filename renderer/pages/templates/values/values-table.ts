import type { ExtVariable } from '@shared/domain/ext-variables'
import type { MerchantRow } from '@shared/domain/merchant'
import { t } from '@/i18n'
import { merchantIndex } from '@/pages/batches/merchant-index'
import type { ValueChange } from './use-values'

/** The columns that name a merchant. */
const idHead = 'AppID'
const nameHead = t('templates.values.nameHead')
/** Tables come from colleagues who speak the other language, too. */
// eslint-disable-next-line operator-texts/no-page-text -- compared, not shown
const nameHeads = ['名称', 'Name']

/** What a table of values comes to. */
export type ValuesTable =
  | {
      readonly kind: 'values'
      readonly changes: readonly ValueChange[]
      /** Lines whose merchant was not found, with the reason. */
      readonly strangers: readonly string[]
      /** Heads of columns that are no variables. */
      readonly unknownColumns: readonly string[]
    }
  | { readonly kind: 'problem'; readonly text: string }

type Cells = readonly (readonly string[])[]

/** Whether a pasted table names its merchants itself, by a head with AppID or 名称. */
export function hasHead([head = []]: Cells): boolean {
  return head.some((cell) => isHead(cell, idHead) || isNameHead(cell))
}

/** Reads a table with a head: AppID or 名称, then a column for each variable. Empty cells take values away. */
export function valuesOfTable(
  cells: Cells,
  merchants: readonly MerchantRow[],
  variables: readonly ExtVariable[]
): ValuesTable {
  const [head = [], ...lines] = cells
  if (!hasHead(cells)) return { kind: 'problem', text: t('templates.values.noHead') }
  const idColumn = head.findIndex((cell) => isHead(cell, idHead))
  const nameColumn = head.findIndex(isNameHead)
  const columns = head.flatMap((cell, place) => {
    const variable = variables.find(({ name }) => name === cell.trim())
    return variable ? [{ variable, place }] : []
  })
  if (columns.length === 0) return { kind: 'problem', text: t('templates.values.noColumns') }
  const index = merchantIndex(merchants)
  const changes: ValueChange[] = []
  const strangers: string[] = []
  for (const line of lines) {
    const [appId, name] = [line[idColumn]?.trim() ?? '', line[nameColumn]?.trim() ?? '']
    if (appId === '' && name === '') continue
    const { merchant, problem } = index.find(appId === '' ? { name } : { appId })
    if (!merchant) strangers.push(t('templates.values.stranger', { merchant: appId || name, problem: problem ?? '' }))
    else {
      for (const { variable, place } of columns)
        changes.push({ appId: merchant.appId, name: variable.name, value: typedCell(variable, line[place] ?? '') })
    }
  }
  const unknownColumns = head.filter((cell, place) => {
    return (
      cell.trim() !== '' && place !== idColumn && place !== nameColumn && !columns.some((each) => each.place === place)
    )
  })
  return { kind: 'values', changes, strangers, unknownColumns }
}

/** Lays pasted cells over the merchants and variables that follow a place; what reaches beyond them is left out. */
export function valuesOfBlock(
  cells: Cells,
  merchants: readonly MerchantRow[],
  variables: readonly ExtVariable[]
): readonly ValueChange[] {
  return cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const [merchant, variable] = [merchants[row], variables[column]]
      if (!merchant || !variable) return []
      return [{ appId: merchant.appId, name: variable.name, value: typedCell(variable, cell) }]
    })
  )
}

/** A cell as its variable's value: spreadsheets write TRUE, people write 是, and a text like a formula has a quote before it. */
function typedCell({ type }: ExtVariable, cell: string): string {
  const text = cell.trim().replace(/^'(?=[=+\-@])/, '')
  if (type === 'number') return withoutGroups(text)
  if (type !== 'boolean') return text
  const lower = text.toLowerCase()
  return { 是: 'true', 否: 'false' }[lower] ?? (['true', 'false'].includes(lower) ? lower : text)
}

/** `1,234.5` as spreadsheets show it; any other comma stays, to be seen as wrong. */
function withoutGroups(text: string): string {
  const [first = '', ...others] = text.split('.')[0]?.split(',') ?? []
  const isGrouped = others.length > 0 && first.length <= 4 && others.every((group) => /^\d{3}$/.test(group))
  return isGrouped ? text.replaceAll(',', '') : text
}

function isHead(cell: string, head: string): boolean {
  return cell.trim().toLowerCase() === head.toLowerCase()
}

const isNameHead = (cell: string): boolean => nameHeads.some((head) => isHead(cell, head))

/** The table that `valuesOfTable` reads. */
export function tableOfValues(
  merchants: readonly MerchantRow[],
  variables: readonly ExtVariable[],
  valuesOf: (appId: string) => Readonly<Record<string, string>>
): string[][] {
  const names = variables.map(({ name }) => name)
  const lines = merchants.map(({ appId, name }) => {
    const values = valuesOf(appId)
    return [appId, name, ...names.map((each) => values[each] ?? '')]
  })
  return [[idHead, nameHead, ...names], ...lines]
}
