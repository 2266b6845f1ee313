import type { CapabilityCatalogue, CapabilityEntry } from '../world/capability-catalogue'
import { untouchedCapability } from '../world/capability-state'
import { chinaMonth } from '../world/china-time'
import { draw, pick } from '../world/random'
import type { Merchant } from '../world/state'
import type { SampleMerchant } from './sample-schema'

type Pace = { readonly startedAt: number; readonly timeFactor: number }
type Samples = SampleMerchant['capabilities']

/** What a sample tells of its capabilities, in the world's terms; those that were applied for count as one application. */
export function sampleCapabilities({ capabilities }: SampleMerchant, plan: Pace): Merchant['capabilities'] {
  const inWorld = ([key, { state, reason, hoursLeft }]: [string, Samples[string]]) => {
    const endsAt = plan.startedAt + (hoursLeft * 3_600_000) / plan.timeFactor
    const review = state === 'applying' ? { outcome: 'pass' as const, reason: '', advice: '', endsAt } : null
    const counted = { count: 1, month: chinaMonth(plan.startedAt), used: 1 }
    return [key, { ...untouchedCapability(), ...counted, state, reason, plan: review }] as const
  }
  return Object.fromEntries(Object.entries(capabilities).map(inWorld))
}

type Applicant = Pick<SampleMerchant, 'appId' | 'subject' | 'permissions' | 'categories' | 'current'>

/** Of the capabilities that are open to a generated merchant about a third was applied for, mostly with success. */
export function generatedCapabilities(catalogue: CapabilityCatalogue, applicant: Applicant): Samples {
  const chosen = catalogue.entries.filter((entry) => isPlausible(entry, applicant))
  const states = chosen.map((entry) => [entry.key, drawnState(catalogue, applicant.appId, entry.key)] as const)
  return Object.fromEntries(states.filter(([, { state }]) => state !== 'none'))
}

function isPlausible({ sets, conditions, categories }: CapabilityEntry, applicant: Applicant): boolean {
  const { current, subject, permissions } = applicant
  const [first = []] = conditions
  const firstLevel = Number(applicant.categories[0]?.id.split(',')[0])
  if (current === null || current.takenDown || !sets.some((id) => permissions.includes(id))) return false
  if (first.includes('company') && subject.type !== 'company') return false
  return !first.includes('category') || categories.includes(firstLevel)
}

function drawnState(catalogue: CapabilityCatalogue, appId: string, key: string): Samples[string] {
  const drawn = draw(0, 'capability', appId, key)
  const hoursLeft = 4 + 60 * draw(0, 'capability hours', appId, key)
  if (drawn < 0.24) return { state: 'granted', reason: '', hoursLeft }
  if (drawn < 0.28) return { state: 'applying', reason: '', hoursLeft }
  if (drawn >= 0.32) return { state: 'none', reason: '', hoursLeft }
  return { state: 'rejected', reason: pick(catalogue.reasons, draw(0, 'capability reason', appId, key)), hoursLeft }
}
