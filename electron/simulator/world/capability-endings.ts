import { ownKeys } from './capability-catalogue'
import type { Capability } from './capability-state'
import { announce } from './events'
import type { Merchant } from './state'
import type { World } from './world'

/** The general list's numbers for states, also those of its event. */
export const generalStatuses = {
  ...{ applying: 1, granted: 2, rejected: 3, closed: 4, banned: 5 },
  ...{ can_apply: 6, cannot_apply: 7 }
} as const

/** Ends the reviews of applications that were due by now. */
export function endCapabilityReviews(world: World, merchant: Merchant): void {
  for (const [key, capability] of Object.entries(merchant.capabilities)) {
    const { plan } = capability
    if (plan === null || plan.endsAt > world.now()) continue
    Object.assign(capability, {
      state: plan.outcome === 'pass' ? 'granted' : 'rejected',
      reason: plan.reason,
      plan: null
    })
    announceCapability(world, merchant, key, capability, plan.endsAt)
  }
}

/** 能力申请审核结果, as the capability's own event where it has one. */
export function announceCapability(
  world: World,
  { appId }: Merchant,
  key: string,
  { state, reason }: Pick<Capability, 'state' | 'reason'>,
  at: number = world.now()
): void {
  if (state === 'none') return
  const results = { status: ownStatusOf(state), reason }
  switch (key) {
    case ownKeys.videoMount:
      return announce(world, 'APPLY_VIDEO_CAPABILITY', appId, { ApplyVideoCapabilityResults: results }, at)
    case ownKeys.liveComponent:
      return announce(world, 'APPLY_LIVE_CAPABILITY', appId, { ApplyLiveCapabilityResults: results }, at)
    case ownKeys.phone:
      return announce(world, 'APPLY_PHONE_NUMBER_CAPABILITY', appId, { ApplyPhoneNumberCapabilityResults: results }, at)
    default: {
      const EventContent = { capacity_key: key, status: generalStatuses[state], reason }
      announce(world, 'APPLY_CAPACITY', appId, { EventContent }, at)
    }
  }
}

/** The older events: 0 rejected, 1 granted, 2 closed. */
function ownStatusOf(state: Capability['state']): number {
  if (state === 'granted') return 1
  return state === 'rejected' ? 0 : 2
}
