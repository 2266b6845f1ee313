import { z } from 'zod'
import { reviewPlanSchema, verdictSchema } from './profile-state'

/** What is remembered of a capability; whether one that was never applied for could be, the conditions tell. */
export const capabilityStates = ['none', 'applying', 'granted', 'rejected', 'closed', 'banned'] as const

export const capabilitySchema = z.object({
  state: z.enum(capabilityStates),
  /** Why it was rejected, closed or banned. */
  reason: z.string(),
  /** What was sent last: the reason, and texts or paths of materials by field. */
  application: z.object({ reason: z.string(), info: z.record(z.string(), z.array(z.string())) }).nullable(),
  plan: reviewPlanSchema.nullable(),
  /** Applications since ever; outcomes are drawn by it. */
  count: z.number().int(),
  /** The month in China that `used` counts applications of. */
  month: z.string(),
  used: z.number().int(),
  /** Fixed by control for the next application. */
  nextVerdict: verdictSchema.nullable()
})

/** Members of a merchant, by the capability's key; a world saved without them goes on without applications. */
export const capabilityMembersOfMerchant = { capabilities: z.record(z.string(), capabilitySchema).default(() => ({})) }

/** Members of the world; a world saved without them takes the usual rules. */
export const capabilityMembersOfWorld = {
  /** Under which name the list comes: the page's sample and its text do not agree. */
  capabilityListName: z.enum(['AppCapacityInfoList', 'app_capacity_info_list']).default('AppCapacityInfoList'),
  /** Calls a second that each of the three general endpoints takes; null: any number. */
  capabilityCallsPerSecond: z.number().int().positive().nullable().default(10),
  /** How many templates the library holds. */
  templateLimit: z.number().int().positive().default(200)
}

/** The world's members as a fresh world has them. */
export const freshCapabilityMembers = () => z.object(capabilityMembersOfWorld).parse({})

export type Capability = z.infer<typeof capabilitySchema>
export type Application = NonNullable<Capability['application']>

/** A capability that nobody ever applied for. */
export function untouchedCapability(): Capability {
  return {
    ...{ state: 'none', reason: '', application: null, plan: null },
    ...{ count: 0, month: '', used: 0, nextVerdict: null }
  }
}
