import { z } from 'zod'
import { allowanceSchema, reviewPlanSchema, verdictSchema } from './profile-state'

const categoryReferenceSchema = z.object({ id: z.string(), name: z.string() })
const certificateSchema = z.object({ id: z.string(), name: z.string(), paths: z.array(z.string()) })

/** One category of the draft list. `id` is `"level1,level2,level3"`, the names are joined by `-`. */
export const categorySchema = categoryReferenceSchema.extend({
  state: z.enum(['in_review', 'approved', 'rejected']),
  reason: z.string(),
  certificates: z.array(certificateSchema),
  plan: reviewPlanSchema.nullable()
})

/** Why a publication was refused: names of categories chosen without need, and of missing ones. */
const publicationReasonSchema = z.object({
  redundant: z.array(z.string()),
  lacking: z.array(z.string()),
  other: z.string()
})
const publicationVerdictSchema = verdictSchema.omit({ reason: true, advice: true }).extend({
  reason: publicationReasonSchema
})
const publicationSchema = z.object({
  categories: z.array(categoryReferenceSchema),
  state: z.enum(['in_review', 'approved', 'rejected']),
  reason: publicationReasonSchema,
  plan: publicationVerdictSchema.extend({ endsAt: z.number() }).nullable()
})

/** What a mini program has of categories besides the draft list. */
export const categoryMembers = {
  onlineCategories: z.array(categoryReferenceSchema),
  /** The newest publication; null before the first. */
  publication: publicationSchema.nullable(),
  mainCategory: z.object({
    current: categoryReferenceSchema.nullable(),
    preset: categoryReferenceSchema.nullable(),
    rejected: categoryReferenceSchema.nullable(),
    allowance: allowanceSchema
  }),
  categoryChanges: z.object({
    /** The month in China that `used` counts. */
    month: z.string(),
    used: z.number().int(),
    limit: z.number().int(),
    /** Submissions and publications since ever; outcomes are drawn by it. */
    count: z.number().int(),
    /** Fixed by control for the next submission of a category, by its id. */
    nextVerdicts: z.record(z.string(), verdictSchema),
    /** Fixed by control for the next publication. */
    nextPublication: publicationVerdictSchema.nullable()
  })
}

export type CategoryReference = z.infer<typeof categoryReferenceSchema>
export type Certificate = z.infer<typeof certificateSchema>
export type Category = z.infer<typeof categorySchema>
export type PublicationReason = z.infer<typeof publicationReasonSchema>
export type PublicationVerdict = z.infer<typeof publicationVerdictSchema>
export type Publication = z.infer<typeof publicationSchema>
