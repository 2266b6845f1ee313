import {
  auditFilters,
  columnWidthPx,
  emptyFilter,
  listColumns,
  type ColumnChoice,
  type ListFilter,
  type ListSort,
  type ViewContent
} from '@shared/domain/lists'
import { z } from 'zod'

const texts = z.array(z.string()).catch([])
const flag = z.boolean().catch(false)

const filterParts = z.object({
  query: z.string().catch(''),
  audit: z.array(z.enum(auditFilters)).catch([]),
  version: texts,
  authorization: z.array(z.enum(['authorized', 'lost', 'unknown'])).catch([]),
  tag: texts,
  needsCare: flag,
  notReady: flag,
  drifted: flag,
  readFailed: flag
})
const filter: z.ZodType<ListFilter> = filterParts.catch(() => filterParts.parse({}))

const sort: z.ZodType<ListSort> = z
  .object({ column: z.enum(listColumns), direction: z.enum(['ascending', 'descending']) })
  .nullable()
  .catch(null)

const column: z.ZodType<ColumnChoice> = z.object({
  name: z.enum(listColumns),
  widthPx: z.number().int().min(columnWidthPx.min).max(columnWidthPx.max).nullable().catch(null)
})

/** Columns of another version of the program are left out; the name comes first; null where nothing would be left. */
export const columnChoices: z.ZodType<readonly ColumnChoice[] | null> = z
  .array(z.unknown())
  .transform((all) => sound(all.flatMap((each) => column.safeParse(each).data ?? [])))
  .nullable()
  .catch(null)

function sound(all: readonly ColumnChoice[]): readonly ColumnChoice[] | null {
  const known = all.filter(({ name }, place) => all.findIndex((other) => other.name === name) === place)
  const others = known.filter(({ name }) => name !== 'name')
  const name = known.find((each) => each.name === 'name') ?? { name: 'name', widthPx: null }
  return known.length === 0 ? null : [name, ...others]
}

/** What a view was kept with. A part that is missing or damaged, or from another version of the program, asks nothing. */
export const viewContent: z.ZodType<ViewContent> = z
  .object({ filter, sort, columns: columnChoices })
  .catch({ filter: emptyFilter, sort: null, columns: null })
