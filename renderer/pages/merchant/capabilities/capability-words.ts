import type { Capability, CapabilityState, CapabilityWay } from '@shared/domain/capability'
import { permissionSetRules } from '@shared/rules/permission-sets'
import type { StateLook } from '@/components/common/words'

const stateLooks: Readonly<Record<CapabilityState, StateLook>> = {
  can_apply: { kind: 'info', text: '可申请', icon: 'toSend' },
  applying: { kind: 'info', text: '申请中', icon: 'waiting' },
  granted: { kind: 'success', text: '已开通', icon: 'done' },
  rejected: { kind: 'danger', text: '未通过', icon: 'failed' },
  cannot_apply: { kind: 'neutral', text: '不可申请', icon: 'nothing' },
  closed: { kind: 'warning', text: '已关闭', icon: 'takenBack' },
  banned: { kind: 'danger', text: '已封禁', icon: 'attention' }
}

/** The state of a capability; null is a number that the platform's pages do not describe. */
export function capabilityLook(state: CapabilityState | null, way: CapabilityWay): StateLook {
  if (state === null) return { kind: 'neutral', text: '状态未说明', icon: 'note' }
  // Nobody applies for one that comes by itself.
  if (way === 'automatic' && state === 'cannot_apply') return { kind: 'neutral', text: '未开通', icon: 'nothing' }
  return stateLooks[state]
}

/** The permission sets that cover a capability and whether the merchant granted one; null where none is told. */
export function permissionText({ permissionIds, permitted }: Capability): string | null {
  if (permissionIds.length === 0) return null
  const names = permissionIds.map((id) => permissionSetRules.find((rule) => rule.id === id)?.name ?? `权限集 ${id}`)
  const granted = permitted === null ? '是否授予，平台没有说明' : permitted ? '已授予' : '没有授予'
  return `需要${names.map((name) => `「${name}」`).join('或')}：${granted}`
}
