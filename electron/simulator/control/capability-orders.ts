import { z } from 'zod'
import { orderCapabilityReview, setCapability } from '../world/capability-orders'
import { capabilityStates } from '../world/capability-state'
import type { Merchant } from '../world/state'
import { newDraft } from '../world/templates'
import type { World } from '../world/world'
import { reviewOrderSchema } from './profile-orders'

/** How the review of an application ends; a rejection without a reason takes a sample one. */
export const capabilityOrderSchema = reviewOrderSchema.omit({ advice: true })
export type CapabilityOrderInput = z.input<typeof capabilityOrderSchema>

/** A developer's upload to a template app. */
export const draftOrderSchema = z.strictObject({
  version: z.string().min(1),
  description: z.string(),
  uploadedBy: z.string().default('模板开发')
})
export type DraftOrderInput = z.input<typeof draftOrderSchema>

const fixture = z.strictObject({
  state: z.enum(capabilityStates).exclude(['applying']),
  reason: z.string().default('')
})
/** A member of a merchant's change: states by capability, as if they had come about without an application. */
export const capabilityChange = { capabilities: z.record(z.string(), fixture).optional() }

export function setCapabilities(
  world: World,
  merchant: Merchant,
  { capabilities = {} }: z.output<z.ZodObject<typeof capabilityChange>>
): void {
  for (const [key, given] of Object.entries(capabilities)) setCapability(world, merchant, key, given)
}

/** What control can do about capabilities and templates. */
export interface CapabilityControl {
  /**
   * Fixes how the running review of an application ends, else the next one's. `key` is a capacity_key, or `video_mount`,
   * `live_component`, `phone_number`. Throws `Refusal` 40004, 11009 (no such key); 10003 for `now` alone.
   */
  capabilityAudit(appId: string, key: string, order: CapabilityOrderInput): void
  /** Puts another draft into a template app and gives its id. Throws `Refusal` 40004. */
  newDraft(templateAppId: string, order: DraftOrderInput): { readonly draftId: string }
}

export function capabilityControl(world: World): CapabilityControl {
  return {
    capabilityAudit: (appId, key, order) => {
      const given = { ...capabilityOrderSchema.parse(order), advice: '' }
      orderCapabilityReview(world, world.merchant(appId), key, given)
    },
    newDraft: (templateAppId, order) => ({ draftId: newDraft(world, templateAppId, draftOrderSchema.parse(order)) })
  }
}
