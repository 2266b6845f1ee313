import type { CapabilityEntry } from './capability-catalogue'
import { isOpen, missingOf } from './capability-conditions'
import { type Application, type Capability, untouchedCapability } from './capability-state'
import { chinaMonth } from './china-time'
import { plannedCapabilityReview } from './review-plans'
import { Refusal } from './refusal'
import type { Merchant } from './state'
import type { World } from './world'

/** Applications for one capability in a calendar month in China; the pages give no figure. */
const applicationsPerMonth = 5

/** What a status query tells. */
export type CapabilityStatus = {
  readonly state: Exclude<Capability['state'], 'none'> | 'can_apply' | 'cannot_apply'
  readonly reason: string
}

/** What is remembered of a capability. */
export function capabilityOf({ capabilities }: Merchant, key: string): Capability {
  return capabilities[key] ?? untouchedCapability()
}

/** 查询能力申请状态. A capability that can not be applied for says which conditions are missing. */
export function statusOf(world: World, merchant: Merchant, entry: CapabilityEntry): CapabilityStatus {
  const { state, reason } = capabilityOf(merchant, entry.key)
  if (state !== 'none') return { state, reason }
  if (isOpen(world, merchant, entry)) return { state: 'can_apply', reason: '' }
  return { state: 'cannot_apply', reason: missingOf(world, merchant, entry) }
}

/** Whether one of the permission sets that cover a capability was granted. */
export function isCovered({ authorization }: Merchant, { sets }: CapabilityEntry): boolean {
  return sets.some((id) => authorization.permissions.includes(id))
}

/**
 * Rejected and closed ones may be applied for again. Throws `Refusal` 28005032 (applied or granted already), 28005034
 * (banned, or conditions not fulfilled).
 */
export function requireApplicable(world: World, merchant: Merchant, entry: CapabilityEntry): void {
  const { state } = capabilityOf(merchant, entry.key)
  if (state === 'applying' || state === 'granted') throw new Refusal(28005032)
  if (state === 'banned' || !isOpen(world, merchant, entry)) throw new Refusal(28005034)
}

/** Hands an application in that was checked. Throws `Refusal` 28005033 when this month's are used up. */
export function submitApplication(
  world: World,
  merchant: Merchant,
  { key }: CapabilityEntry,
  application: Application
): void {
  const before = capabilityOf(merchant, key)
  const month = chinaMonth(world.now())
  const used = before.month === month ? before.used : 0
  if (used >= applicationsPerMonth) throw new Refusal(28005033)
  const counted = { ...before, count: before.count + 1, month, used: used + 1 }
  merchant.capabilities[key] = {
    ...counted,
    ...{ state: 'applying', reason: '', application },
    plan: plannedCapabilityReview(world, merchant, key, counted),
    nextVerdict: null
  }
  world.touch()
}
