import type { Capability, CapabilityState } from '@shared/domain/capability'
import { t } from '@/i18n'

export type CapabilityGroup = { readonly title: string; readonly capabilities: readonly Capability[] }

/** In the order in which the operator asks; null is a state that is not documented. */
const groups: readonly { readonly title: string; readonly states: readonly (CapabilityState | null)[] }[] = [
  { title: t('capabilities.state.canApply'), states: ['can_apply'] },
  { title: t('capabilities.state.applying'), states: ['applying'] },
  { title: t('capabilities.state.granted'), states: ['granted'] },
  { title: t('capabilities.state.rejected'), states: ['rejected'] },
  { title: t('capabilities.outOfReach'), states: ['cannot_apply', 'closed', 'banned'] },
  { title: t('capabilities.state.undocumented'), states: [null] }
]

/** A merchant's capabilities by state, in the platform's order within each; groups without any are left out. */
export function capabilityGroups(capabilities: readonly Capability[]): readonly CapabilityGroup[] {
  return groups
    .map(({ title, states }) => ({ title, capabilities: capabilities.filter(({ state }) => states.includes(state)) }))
    .filter((group) => group.capabilities.length > 0)
}
