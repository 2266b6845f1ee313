import { z } from 'zod'

/** What a merchant's profile consists of besides categories; each is changed on its own. */
export const profileItems = ['name', 'introduction', 'icon'] as const
export type ProfileItem = (typeof profileItems)[number]

export const verdictOutcomes = ['pass', 'reject'] as const

/** How a reviewer decides. `advice` is what to do about a rejection; only the pages of the profile know it. */
export const verdictSchema = z.object({ outcome: z.enum(verdictOutcomes), reason: z.string(), advice: z.string() })
export const reviewPlanSchema = verdictSchema.extend({ endsAt: z.number() })

/** What is left of an allowance that begins anew with every calendar month in China; another month's is void. */
export const allowanceSchema = z.object({ month: z.string(), left: z.number().int() })

const profileChangeSchema = z.object({
  /** A name, an introduction, or what `icon` of a merchant holds. */
  value: z.string(),
  state: z.enum(['in_review', 'approved', 'rejected', 'expired']),
  reason: z.string(),
  advice: z.string(),
  plan: reviewPlanSchema.nullable()
})
const profileItemSchema = z.object({
  newest: profileChangeSchema.nullable(),
  /** How many there were; outcomes are drawn by it. */
  count: z.number().int(),
  allowance: allowanceSchema,
  /** Fixed by control for the next one. */
  nextVerdict: verdictSchema.nullable()
})

export const profileChangesSchema = z.object({
  name: profileItemSchema,
  introduction: profileItemSchema,
  icon: profileItemSchema
})

export type Verdict = z.infer<typeof verdictSchema>
export type ReviewPlan = z.infer<typeof reviewPlanSchema>
export type Allowance = z.infer<typeof allowanceSchema>
export type ProfileChange = z.infer<typeof profileChangeSchema>
export type ProfileItemChanges = z.infer<typeof profileItemSchema>
export type ProfileChanges = z.infer<typeof profileChangesSchema>
