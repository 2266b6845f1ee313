import { emptyFilter, type AuditFilter, type ListFilter } from '@shared/domain/lists'
import type { MerchantRow } from '@shared/domain/merchant'
import { searchable } from '@/components/palette/pinyin'
import { matchWord, wordOf, type Word } from '@/components/palette/text-match'
import { compareVersions } from './row-order'
import { hasReadinessTrouble, isDrifted } from './row-setup'
import { isReleasable, rowState } from './row-state'

export { emptyFilter, type AuditFilter, type ListFilter }

/** What stands for "no online version" and "behind the newest" among the version filter's values. */
export const noVersion = '(none)'
export const outdatedVersion = '(outdated)'
/** What stands for "no tag" among the tag filter's values. */
export const noTag = '(none)'

/** Whether anything is asked at all. */
export function isFiltering(filter: ListFilter): boolean {
  const { query, audit, version, authorization, tag } = filter
  const { needsCare, notReady, drifted, readFailed } = filter
  return (
    query.trim() !== '' ||
    [needsCare, notReady, drifted, readFailed].includes(true) ||
    [audit, version, authorization, tag].some((part: readonly string[]) => part.length > 0)
  )
}

/** The audit of a row in the filter's words. */
export function auditOf(row: MerchantRow): AuditFilter {
  if (row.audit === null) return 'none'
  if (isReleasable(row)) return 'to_release'
  return row.audit.status === 'passed' ? 'released' : row.audit.status
}

/** The newest version that any merchant has online; null where none has. */
export function newestVersion(rows: readonly MerchantRow[]): string | null {
  const versions = new Set(rows.flatMap((row) => row.online?.version ?? []))
  return [...versions].reduce<string | null>(
    (newest, each) => (newest === null || compareVersions(each, newest) > 0 ? each : newest),
    null
  )
}

const searchTexts = new WeakMap<MerchantRow, string>()

/** What a row is searched by as it is written, in lower case. A line break between the parts, which no query contains. */
function searchText(row: MerchantRow): string {
  const known = searchTexts.get(row)
  if (known !== undefined) return known
  const text = [row.name, row.appId, ...row.tags, row.note].join('\n').toLowerCase()
  searchTexts.set(row, text)
  return text
}

/** The words that must all occur, in lower case. */
export function queryWords(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

type Test = (row: MerchantRow) => boolean

/** The rows that answer the filter, in the order they had. */
export function filterRows(
  rows: readonly MerchantRow[],
  filter: ListFilter,
  newest: string | null
): readonly MerchantRow[] {
  const tests = testsOf(filter, newest)
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)))
}

/** What a row has to pass: only of the parts that ask anything, as this runs over all rows with every key pressed. */
function testsOf(filter: ListFilter, newest: string | null): readonly Test[] {
  const { audit, version, authorization, tag } = filter
  const words = queryWords(filter.query).map(wantedOf)
  const tests: (Test | false)[] = [
    filter.needsCare && ((row) => rowState(row).needsCare),
    filter.notReady && hasReadinessTrouble,
    filter.drifted && isDrifted,
    filter.readFailed && ((row) => row.readError !== null),
    audit.length > 0 && ((row) => audit.includes(auditOf(row))),
    authorization.length > 0 && ((row) => authorization.includes(row.authorization)),
    version.length > 0 && ((row) => versionsOf(row, newest).some((each) => version.includes(each))),
    tag.length > 0 && ((row) => tagsOf(row).some((each) => tag.includes(each))),
    words.length > 0 && ((row) => words.every((word) => isFound(row, word)))
  ]
  return tests.filter((test) => test !== false)
}

/** A word of the query; `others` are its characters that no reading has: digits, mostly. */
type Wanted = { readonly word: Word; readonly others: readonly string[] }

const wantedOf = (text: string): Wanted => ({
  word: wordOf(text),
  others: [...text].filter((character) => character < 'a' || character > 'z')
})

/** As it is written anywhere, or by pinyin or initials in the name or a tag, once these are loaded. */
function isFound(row: MerchantRow, wanted: Wanted): boolean {
  if (searchText(row).includes(wanted.word.text)) return true
  return isReadAs(row.name, wanted) || row.tags.some((tag) => isReadAs(tag, wanted))
}

/** A word without a letter has no reading, and in most texts one with a digit has none. */
function isReadAs(text: string, { word, others }: Wanted): boolean {
  if (word.letters === 0 || others.some((each) => !text.includes(each))) return false
  return matchWord(searchable(text), word) !== null
}

/** The values of the tag filter that a row answers to. */
export function tagsOf(row: MerchantRow): readonly string[] {
  return row.tags.length > 0 ? row.tags : [noTag]
}

/** The values of the version filter that a row answers to. */
export function versionsOf(row: MerchantRow, newest: string | null): readonly string[] {
  if (!row.online) return [noVersion]
  return row.online.version === newest ? [row.online.version] : [row.online.version, outdatedVersion]
}
