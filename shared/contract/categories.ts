import { z } from 'zod'
import type { CategoryFacts, CategoryTree } from '../domain/category'
import type { Reading, SettingChange, SettingKind } from '../domain/setting'
import { qualificationFilesMax } from '../rules/limits'
import { accountId, appId, merchant, ownId, returning, text } from './call'

/** 服务类目 of one merchant, from the database alone. */
export type CategoryDetail = {
  readonly reading: Reading<CategoryFacts>
  /** Newest first, fifty at most. */
  readonly changes: readonly SettingChange[]
  /** What is being sent at this moment. */
  readonly running: SettingKind | null
}

/** A complete id: `"level1,level2,level3"`. */
const category = z.string().regex(/^\d{1,20},\d{1,20},\d{1,20}$/)

/** A file of a qualification: one that was staged here, or one that the platform has from the submission before. */
const qualificationFile = z.union([z.strictObject({ fileId: ownId }), z.strictObject({ path: text(2048).min(1) })])

const qualifications = z
  .array(
    z.strictObject({
      id: text(64).min(1),
      name: text(200),
      files: z.array(qualificationFile).min(1).max(qualificationFilesMax)
    })
  )
  .max(40)

const submission = z.strictObject({ accountId, appId, category, name: text(200).min(1), qualifications })
const one = z.strictObject({ accountId, appId, category })

export const categoryCalls = {
  'categories.get': returning<CategoryDetail>().from(merchant),
  /** Reads them from the platform and answers with what was read. */
  'categories.read': returning<CategoryDetail>().from(merchant),
  /** The tree for this merchant's kind of subject; kept for an hour unless it is to be `fresh`. */
  'categories.available': returning<CategoryTree>().from(z.strictObject({ accountId, appId, fresh: z.boolean() })),
  'categories.add': returning<CategoryDetail>().from(submission),
  /** Corrects a rejected one: the same category and the same qualifications, with other files. */
  'categories.supply': returning<CategoryDetail>().from(submission),
  'categories.delete': returning<CategoryDetail>().from(one),
  'categories.publish': returning<CategoryDetail>().from(merchant),
  'categories.presetMain': returning<CategoryDetail>().from(one)
} as const
