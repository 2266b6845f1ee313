import { z } from 'zod'
import type { Batch, BatchItem } from '../domain/batch'
import { baselineModes } from '../domain/domains'
import { account, accountId, appId, appIds, ownId, returning, text } from './call'
import { application } from './capabilities'

/** A batch with all of its items, in the order in which they are done. */
export type BatchDetail = { readonly batch: Batch; readonly items: readonly BatchItem[] }

const batch = z.strictObject({ accountId, batchId: ownId })
const many = 10_000

const order = z.union([
  z.strictObject({
    kind: z.literal('introduction'),
    items: z
      .array(z.strictObject({ appId, introduction: text(400) }))
      .min(1)
      .max(many)
  }),
  /** Staged pictures; one may serve several merchants. */
  z.strictObject({
    kind: z.literal('icon'),
    items: z
      .array(z.strictObject({ appId, fileId: ownId }))
      .min(1)
      .max(many)
  }),
  /** Assigns the baseline as well. */
  z.strictObject({ kind: z.literal('domains'), baselineId: ownId, mode: z.enum(baselineModes), appIds }),
  /** The same application for all; those who have the capability, or are applying for it, are left alone. */
  z.strictObject({ kind: z.literal('capability'), appIds, ...application })
])

export const batchCalls = {
  /** Begins it and answers at once; each merchant's outcome comes by `batch.progress`. One runs at a time per account. */
  'batches.start': returning<BatchDetail>().from(z.strictObject({ accountId, order }), 16 * 1024 * 1024),
  /** Newest first, a hundred at most. */
  'batches.list': returning<readonly Batch[]>().from(account),
  'batches.get': returning<BatchDetail>().from(batch),
  /** The merchant that is at it is finished first. */
  'batches.pause': returning<BatchDetail>().from(batch),
  'batches.resume': returning<BatchDetail>().from(batch),
  /** What waits is skipped for good. */
  'batches.stop': returning<BatchDetail>().from(batch),
  /** Those that failed, and no others, wait again. */
  'batches.retry': returning<BatchDetail>().from(batch)
} as const
