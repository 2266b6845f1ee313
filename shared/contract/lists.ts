import { z } from 'zod'
import {
  auditFilters,
  columnWidthPx,
  listColumns,
  merchantTagsMax,
  noteMaxLength,
  savedViewsMax,
  tagMaxLength,
  viewNameMaxLength,
  type ColumnChoice,
  type ListFilter,
  type ListSort,
  type ListViews,
  type SavedView,
  type ViewContent
} from '../domain/lists'
import type { MerchantRow } from '../domain/merchant'
import { account, accountId, appId, appIds, ownId, returning, text } from './call'

/** How many merchants were changed, and those that were not: they have as much as they may have already. */
export type MarksChanged = { readonly changed: number; readonly full: readonly string[] }

const values = <Value extends z.core.$ZodType>(value: Value) => z.array(value).max(500).readonly()

const filter = z.strictObject({
  query: text(200),
  audit: values(z.enum(auditFilters)),
  version: values(text(64)),
  authorization: values(z.enum(['authorized', 'lost', 'unknown'])),
  tag: values(text(64)),
  needsCare: z.boolean(),
  notReady: z.boolean(),
  drifted: z.boolean(),
  readFailed: z.boolean()
}) satisfies z.core.$ZodType<ListFilter>

const sort = z
  .strictObject({ column: z.enum(listColumns), direction: z.enum(['ascending', 'descending']) })
  .nullable() satisfies z.core.$ZodType<ListSort>

const column = z.strictObject({
  name: z.enum(listColumns),
  widthPx: z.number().int().min(columnWidthPx.min).max(columnWidthPx.max).nullable()
}) satisfies z.core.$ZodType<ColumnChoice>

/** The name always stays, as the first, and no column stands twice. */
const columns = z
  .array(column)
  .min(1)
  .max(listColumns.length)
  .refine((all) => all[0]?.name === 'name' && new Set(all.map(({ name }) => name)).size === all.length)
  .readonly()
  .nullable()

const content = z.strictObject({ filter, sort, columns }) satisfies z.core.$ZodType<ViewContent>
const tags = z.array(z.string().trim().min(1).max(tagMaxLength)).max(merchantTagsMax).readonly()
const note = z.string().trim().max(noteMaxLength)

export const listCalls = {
  'views.list': returning<ListViews>().from(account),
  /** Keeps a view; without an `id` a new one, behind the others. The name must be free; an account has 30 at most. */
  'views.save': returning<SavedView>().from(
    z.strictObject({
      accountId,
      id: ownId.nullable(),
      name: z.string().trim().min(1).max(viewNameMaxLength),
      content
    })
  ),
  'views.remove': returning<ListViews>().from(z.strictObject({ accountId, id: ownId })),
  /** Puts a view at this place among the others, counted from 0. */
  'views.move': returning<ListViews>().from(
    z.strictObject({
      accountId,
      id: ownId,
      to: z
        .number()
        .int()
        .min(0)
        .max(savedViewsMax - 1)
    })
  ),
  /** Remembers the columns of the account's list; null: the usual ones. */
  'views.setColumns': returning<ListViews>().from(z.strictObject({ accountId, columns })),
  /** Replaces the merchant's note; empty: it has none any more. */
  'merchants.setNote': returning<MerchantRow>().from(z.strictObject({ accountId, appId, note })),
  /** Adds tags to many merchants and takes tags from them. One that would get more than 20 stays as it is. */
  'merchants.changeTags': returning<MarksChanged>().from(
    z.strictObject({ accountId, appIds, add: tags, remove: tags }),
    512 * 1024
  ),
  /**
   * Gives many merchants a note: instead of theirs, or as a further line of it. One whose note would be too long stays as it
   * is.
   */
  'merchants.changeNotes': returning<MarksChanged>().from(
    z.strictObject({ accountId, appIds, note, mode: z.enum(['replace', 'append']) }),
    512 * 1024
  )
} as const
