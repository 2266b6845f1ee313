import { capabilityOf } from './capabilities'
import { announceCapability } from './capability-endings'
import type { Capability } from './capability-state'
import { pick } from './random'
import { completed, fixRunning, type ReviewOrder } from './review-orders'
import type { Merchant } from './state'
import type { World } from './world'

/**
 * Fixes how the running review of an application ends, or, when none runs, the next one; `now` also ends the running one.
 * Throws `Refusal` 11009 for an unknown capability, 10003 when `now` is asked for and none runs.
 */
export function orderCapabilityReview(
  world: World,
  merchant: Merchant,
  key: string,
  { now, ...given }: ReviewOrder
): void {
  world.capabilities.at(key)
  const capability = capabilityOf(merchant, key)
  const verdict = completed(given, { reason: pick(world.capabilities.reasons, 0), advice: '' })
  if (!fixRunning(world, merchant, capability, verdict, now)) {
    merchant.capabilities[key] = { ...capability, nextVerdict: verdict }
  }
  world.touch()
}

export type CapabilityFixture = {
  readonly state: Exclude<Capability['state'], 'applying'>
  readonly reason: string
}

/**
 * Puts a capability into a state without an application; an application that runs is gone. What the platform closed or
 * banned is announced. Throws `Refusal` 11009 for an unknown capability.
 */
export function setCapability(world: World, merchant: Merchant, key: string, fixture: CapabilityFixture): void {
  world.capabilities.at(key)
  merchant.capabilities[key] = { ...capabilityOf(merchant, key), ...fixture, plan: null }
  if (fixture.state === 'closed' || fixture.state === 'banned') announceCapability(world, merchant, key, fixture)
  world.touch()
}
