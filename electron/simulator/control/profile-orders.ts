import { z } from 'zod'
import { chinaMonth } from '../world/china-time'
import { profileItems, verdictOutcomes } from '../world/profile-state'
import {
  orderCategoryReview,
  orderProfileReview,
  orderPublicationReview,
  type ReviewOrder
} from '../world/review-orders'
import type { Merchant } from '../world/state'
import type { World } from '../world/world'

const outcome = z.enum(verdictOutcomes)
/** Ends the running review at once. */
const now = z.boolean().default(false)

/** How the review of a changed item or of a category ends; without a reason, a sample one. */
export const reviewOrderSchema = z.strictObject({
  outcome,
  reason: z.string().default(''),
  advice: z.string().default(''),
  now
}) satisfies z.ZodType<ReviewOrder>
export type ReviewOrderInput = z.input<typeof reviewOrderSchema>

const names = z.array(z.string()).default([])
/** How a publication's review ends: names of categories, and a text of its own. */
export const publicationOrderSchema = z.strictObject({
  outcome,
  redundant: names,
  lacking: names,
  reason: z.string().default(''),
  now
})
export type PublicationOrderInput = z.input<typeof publicationOrderSchema>

export const profileItemSchema = z.enum(profileItems)
export type ProfileItemInput = z.input<typeof profileItemSchema>

const count = z.number().int().min(0).optional()
/** Members of a merchant's change. */
export const allowanceOrders = {
  /** Changes left this month. */
  remaining: z.strictObject({ name: count, introduction: count, icon: count, mainCategory: count }).optional(),
  /** Times categories were added this month, and may be each month. */
  categoryChanges: z.strictObject({ used: count, limit: count }).optional()
}
type AllowanceOrders = z.output<z.ZodObject<typeof allowanceOrders>>

/** Sets what is left of a merchant's monthly allowances. */
export function setAllowances(
  world: World,
  merchant: Merchant,
  { remaining = {}, categoryChanges = {} }: AllowanceOrders
): void {
  const month = chinaMonth(world.now())
  for (const item of profileItems) {
    const { [item]: left } = remaining
    if (left !== undefined) merchant.profileChanges[item].allowance = { month, left }
  }
  if (remaining.mainCategory !== undefined) merchant.mainCategory.allowance = { month, left: remaining.mainCategory }
  const { used, limit } = categoryChanges
  if (used !== undefined) Object.assign(merchant.categoryChanges, { month, used })
  if (limit !== undefined) merchant.categoryChanges.limit = limit
}

/** What control can do about reviews of profile and categories. */
export interface ReviewControl {
  /** Fixes how the running review of an item ends, else the next one's. Throws `Refusal` 40004; 10003 for `now` alone. */
  profileAudit(appId: string, item: ProfileItemInput, order: ReviewOrderInput): void
  /** The same for a category, `"level1,level2,level3"`; it need not be in the list yet. */
  categoryAudit(appId: string, categoryId: string, order: ReviewOrderInput): void
  /** The same for a publication of categories. */
  publishAudit(appId: string, order: PublicationOrderInput): void
}

export function reviewControl(world: World): ReviewControl {
  return {
    profileAudit: (appId, item, order) =>
      orderProfileReview(world, world.merchant(appId), profileItemSchema.parse(item), reviewOrderSchema.parse(order)),
    categoryAudit: (appId, categoryId, order) =>
      orderCategoryReview(world, world.merchant(appId), categoryId, reviewOrderSchema.parse(order)),
    publishAudit: (appId, order) => {
      const { outcome, now, reason, redundant, lacking } = publicationOrderSchema.parse(order)
      const verdict = { outcome, reason: { redundant, lacking, other: reason } }
      orderPublicationReview(world, world.merchant(appId), verdict, now)
    }
  }
}
