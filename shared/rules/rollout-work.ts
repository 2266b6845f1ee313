import { setupWorkKinds, versionWorkKinds, type RolloutKind, type RolloutWork, type SetupWork } from '../domain/rollout'
import type { SettingFacet } from '../domain/setting'

/** The part of the set-up that each kind changes; the tab of the merchant's page where it shows has the same name. */
export const setupWorkFacets: Readonly<Record<SetupWork['kind'], SettingFacet>> = {
  domains: 'domains',
  capability: 'capabilities',
  introduction: 'profile',
  icon: 'profile'
}

/** Whether it changes the set-up, and not the versions. */
export function isSetupWork(work: RolloutWork): work is SetupWork {
  return isSetupKind(work.kind)
}

export const isSetupKind = (kind: RolloutKind): kind is SetupWork['kind'] =>
  setupWorkKinds.some((each) => each === kind)

/**
 * Kinds that would get in each other's way at a merchant: those that have to do with versions all do, of the others each with
 * itself only. Domains can be put right while a version is in review.
 */
export function rivalKinds(kind: RolloutKind): readonly RolloutKind[] {
  return isSetupKind(kind) ? [kind] : versionWorkKinds
}
