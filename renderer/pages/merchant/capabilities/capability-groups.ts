import type { Capability, CapabilityState } from '@shared/domain/capability'

export type CapabilityGroup = { readonly title: string; readonly capabilities: readonly Capability[] }

/** In the order in which the operator asks; null is a state that is not documented. */
const groups: readonly { readonly title: string; readonly states: readonly (CapabilityState | null)[] }[] = [
  { title: '可申请', states: ['can_apply'] },
  { title: '申请中', states: ['applying'] },
  { title: '已开通', states: ['granted'] },
  { title: '未通过', states: ['rejected'] },
  { title: '不可申请、已关闭或封禁', states: ['cannot_apply', 'closed', 'banned'] },
  { title: '状态未说明', states: [null] }
]

/** A merchant's capabilities by state, in the platform's order within each; groups without any are left out. */
export function capabilityGroups(capabilities: readonly Capability[]): readonly CapabilityGroup[] {
  return groups
    .map(({ title, states }) => ({ title, capabilities: capabilities.filter(({ state }) => states.includes(state)) }))
    .filter((group) => group.capabilities.length > 0)
}
