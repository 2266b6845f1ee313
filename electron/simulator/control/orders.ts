import { z } from 'zod'
import { auditOutcomes, standings } from '../world/state'
import { capabilityChange } from './capability-orders'
import { allowanceOrders } from './profile-orders'
import { assessmentOrders, settingRules } from './setting-orders'

/** How an audit ends: what control takes in process and over HTTP (docs/simulator.md). */
export const auditOrderSchema = z.strictObject({
  outcome: z.enum(auditOutcomes),
  /** What the reviewer says to every refused host; without them, sample reasons. */
  reasons: z.array(z.string()).default([]),
  /** Ends the running audit at once. */
  now: z.boolean().default(false)
})
export type AuditOrderInput = z.input<typeof auditOrderSchema>

export const merchantChangeSchema = z.strictObject({
  ...assessmentOrders.shape,
  ...allowanceOrders,
  ...capabilityChange,
  /**
   * False ends the authorisation as the merchant would: its tokens are dead at once. True authorises anew, and is refused
   * (40019) while an authorisation lives.
   */
  authorized: z.boolean().optional(),
  /** Sets that the merchant grants besides; it can not take one back. */
  addPermissions: z.array(z.number().int()).optional(),
  /** Takes the online version down, or puts it up again. */
  takenDown: z.boolean().optional(),
  /** What the merchant granted, as if it had always been so. */
  permissions: z.array(z.number().int()).optional(),
  standing: z.enum(standings).optional(),
  subjectState: z.enum(['in_review', 'approved', 'rejected']).optional(),
  /** An empty one makes the profile incomplete (11306). */
  introduction: z.string().optional(),
  hosts: z.array(z.string()).min(1).optional(),
  /** The reviewer is at the running audit: withdrawing answers 11602. */
  auditLocked: z.boolean().optional()
})
export type MerchantChange = z.input<typeof merchantChangeSchema>

export const speedSchema = z.strictObject({
  timeFactor: z.number().positive().optional(),
  waitFactor: z.number().positive().optional()
})
export type Speed = z.input<typeof speedSchema>

export const rulesSchema = z.strictObject({
  ...settingRules.shape,
  submitScope: z.enum(['merchant', 'application']).optional(),
  /** IP 白名单; empty: everyone may call. */
  allowedAddresses: z.array(z.union([z.ipv4(), z.ipv6()])).optional(),
  /** 授权域名, a host name; null: not set. */
  authorizationDomain: z.string().min(1).nullable().optional()
})
export type Rules = z.input<typeof rulesSchema>

/** Whose tokens expire: the application's component tokens, or all merchants' access tokens. */
export const expirySchema = z.strictObject({ whose: z.enum(['component', 'merchant']) })
export type ExpiryOrder = z.input<typeof expirySchema>

/** A merchant's way through an authorisation link, without its browser. */
export const authorizeSchema = z.strictObject({
  link: z.url(),
  /** Without it, the first mini program that can be chosen. Ignored by a link that creates one. */
  appId: z.string().optional(),
  /** Without it, sets 1 to 6. */
  permissions: z.array(z.number().int()).optional()
})
export type AuthorizeOrder = z.input<typeof authorizeSchema>
