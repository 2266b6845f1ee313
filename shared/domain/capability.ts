/** 能力申请: states of the general list (page `query-capacity-apply-status`) in words. */
export const capabilityStates = [
  'can_apply',
  'cannot_apply',
  'applying',
  'granted',
  'rejected',
  'closed',
  'banned'
] as const
export type CapabilityState = (typeof capabilityStates)[number]

/** How one is applied for. `automatic`: the platform grants it by itself; nothing can be sent. */
export type CapabilityWay = 'general' | 'video_mount' | 'automatic'

/** One field of an application's form. What the platform's type numbers mean is not documented. */
export type CapabilityField = {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly kind: 'text' | 'pictures'
  /** Characters at most; null where the platform tells none. */
  readonly maxLength: number | null
}

export type CapabilityCondition = { readonly name: string; readonly description: string; readonly satisfied: boolean }

export type Capability = {
  /** The platform's `capacity_key`; ours for those that are not in its list. */
  readonly key: string
  readonly name: string
  readonly description: string
  readonly way: CapabilityWay
  /** Null for a number that is not documented. */
  readonly state: CapabilityState | null
  /** Why it was refused or closed. */
  readonly reason: string
  /** Whether its conditions are fulfilled; null where the platform does not tell. */
  readonly canApply: boolean | null
  /** Groups; whether they are alternatives is not documented. */
  readonly conditions: readonly (readonly CapabilityCondition[])[]
  readonly fields: readonly CapabilityField[]
  /** Permission sets that cover it, and whether they are granted; null where the platform does not tell. */
  readonly permissionIds: readonly number[]
  readonly permitted: boolean | null
}

/** What is sent: texts as they are, pictures as staged files. */
export type CapabilityAnswer = {
  readonly key: string
  readonly texts: readonly string[]
  readonly files: readonly string[]
}

/** One merchant's line in the matrix of merchants and capabilities. */
export type CapabilityRow = {
  readonly appId: string
  readonly name: string
  /** By capability; one that is absent was not in this merchant's list. */
  readonly states: Readonly<Record<string, { readonly state: CapabilityState | null; readonly reason: string }>>
  readonly readAt: number | null
}

export type CapabilityMatrix = {
  readonly capabilities: readonly { readonly key: string; readonly name: string; readonly way: CapabilityWay }[]
  readonly rows: readonly CapabilityRow[]
}
