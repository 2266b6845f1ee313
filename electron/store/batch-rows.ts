import { batchKinds, type Batch, type BatchItemState } from '@shared/domain/batch'
import { z } from 'zod'
import type { StoredBatchItem } from './repositories'
import { deskError, jsonColumn } from './schemas'

/** The columns of a batch `b`, its items counted by their states. */
export const batchColumns = `b.id, b.account_id AS accountId, b.kind, b.title, b.state, b.created_at AS createdAt,
  b.finished_at AS finishedAt, b.actor,
  (SELECT json_group_object(state, items) FROM (
    SELECT state, count(*) AS items FROM batch_items WHERE batch_id = b.id GROUP BY state)) AS counts`

/** The columns of an item `i`; the merchant `m` may be gone. */
export const batchItemColumns = `i.app_id AS appId, coalesce(m.name, i.app_id) AS name, i.summary, i.state, i.error,
  i.finished_at AS finishedAt, i.request, i.change_id AS changeId`

export const batchItemTables = `batch_items i JOIN batches b ON b.id = i.batch_id
  LEFT JOIN merchants m ON m.account_id = b.account_id AND m.app_id = i.app_id`

const count = z.number().default(0)
const counts = z.object({
  waiting: count,
  running: count,
  done: count,
  unchanged: count,
  failed: count,
  unknown: count,
  skipped: count
} satisfies Record<BatchItemState, z.ZodType<number>>)

export const batch = z
  .object({
    id: z.string(),
    accountId: z.string(),
    kind: z.enum(batchKinds),
    title: z.string(),
    state: z.enum(['running', 'paused', 'interrupted', 'stopped', 'finished']),
    createdAt: z.number(),
    finishedAt: z.number().nullable(),
    actor: z.string(),
    counts: jsonColumn(counts)
  })
  .transform((row): Batch => ({ ...row, total: Object.values(row.counts).reduce((sum, each) => sum + each, 0) }))

export const batches = z.array(batch)

export const batchItem: z.ZodType<StoredBatchItem> = z.object({
  appId: z.string(),
  name: z.string(),
  summary: z.string(),
  state: counts.keyof(),
  error: jsonColumn(deskError).nullable(),
  finishedAt: z.number().nullable(),
  request: jsonColumn(z.unknown()),
  changeId: z.string().nullable()
})

export const batchItems = z.array(batchItem)
