import { z } from 'zod'

const trialSchema = z.object({
  isTrial: z.boolean(),
  /** The credit score that ends the trial operation. */
  passScore: z.number().int(),
  capabilityLimited: z.boolean(),
  paymentRestricted: z.boolean(),
  trafficLimited: z.boolean(),
  tasks: z.array(z.object({ name: z.string(), target: z.number().int(), progress: z.number().int() }))
})
export type Trial = z.infer<typeof trialSchema>

export const qualityRatings = ['unrated', 'rating', 'S', 'A', 'B', 'C'] as const
export type QualityRating = (typeof qualityRatings)[number]

const assessmentSchema = z.object({
  creditScore: z.number().int().nullable(),
  trial: trialSchema.nullable(),
  qualityRating: z.enum(qualityRatings).nullable(),
  filingStatus: z.number().int().nullable()
})
export type Assessment = z.infer<typeof assessmentSchema>

/** Everything goes by what the seed and time make of the merchant. */
export function nothingFixed(): Assessment {
  return { creditScore: null, trial: null, qualityRating: null, filingStatus: null }
}

/** Members of a merchant: what control fixed of the platform's judgement; null follows the seed and time. */
export const standingMembersOfMerchant = { assessment: assessmentSchema.default(nothingFixed) }

/** Members of the world. */
export const standingMembersOfWorld = {
  /** Whether the quality rating still answers: it does, a code says that it is retired, or its address is gone. */
  qualityRatingRetired: z.enum(['no', 'code', 'not_found']).default('no')
}

/** The world's members as a fresh world has them. */
export const freshStandingMembers = () => z.object(standingMembersOfWorld).parse({})
