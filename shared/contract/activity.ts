import { z } from 'zod'
import {
  activityActions,
  activityOrigins,
  activityOutcomes,
  type ActivityCheck,
  type ActivityChoices,
  type ActivityEntry,
  type ActivityFilter
} from '../domain/activity'
import type { MerchantReport } from '../domain/merchant-report'
import { accountId, appId, cursor, nothing, returning, text } from './call'

/** Entries newest first; `total` counts all that fit, on the first page only (null on the others). */
export type ActivityPage = {
  readonly entries: readonly ActivityEntry[]
  readonly next: string | null
  readonly total: number | null
}

const time = z.number().int().min(0)
const some = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(z.enum(values)).min(1).max(values.length).readonly().nullable()

const filter = z.strictObject({
  accountId: accountId.nullable(),
  appId: appId.nullable(),
  actions: some(activityActions),
  outcomes: some(activityOutcomes),
  origins: some(activityOrigins),
  actor: text(200).nullable(),
  from: time.nullable(),
  to: time.nullable(),
  text: text(100)
}) satisfies z.core.$ZodType<ActivityFilter>

export const activityCalls = {
  'activity.page': returning<ActivityPage>().from(
    z.strictObject({ filter, cursor: cursor.nullable(), limit: z.number().int().min(1).max(500) })
  ),
  'activity.choices': returning<ActivityChoices>().from(nothing),
  /** Calculates all hashes again, from the first entry on. */
  'activity.check': returning<ActivityCheck>().from(nothing),
  /** Writes that the journal, or a part of it, was handed out; answers with that entry. */
  'activity.noteExport': returning<ActivityEntry>().from(
    z.strictObject({
      accountId: accountId.nullable(),
      format: z.enum(['csv', 'xlsx', 'jsonl']),
      entries: z.number().int().min(0),
      lastHash: z.string().regex(/^[0-9a-f]{64}$/)
    })
  ),
  /** 商家月报 from what is kept here: nothing is read from the platform. `from` is within, `to` is not. */
  'activity.report': returning<MerchantReport>().from(z.strictObject({ accountId, appId, from: time, to: time }))
} as const
