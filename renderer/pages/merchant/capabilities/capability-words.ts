import type { Capability, CapabilityState, CapabilityWay } from '@shared/domain/capability'
import { permissionSetRules } from '@shared/rules/permission-sets'
import type { StateLook } from '@/components/common/words'
import { t } from '@/i18n'

const stateLooks: Readonly<Record<CapabilityState, StateLook>> = {
  can_apply: { kind: 'info', text: t('capabilities.state.canApply'), icon: 'toSend' },
  applying: { kind: 'info', text: t('capabilities.state.applying'), icon: 'waiting' },
  granted: { kind: 'success', text: t('capabilities.state.granted'), icon: 'done' },
  rejected: { kind: 'danger', text: t('capabilities.state.rejected'), icon: 'failed' },
  cannot_apply: { kind: 'neutral', text: t('capabilities.state.cannotApply'), icon: 'nothing' },
  closed: { kind: 'warning', text: t('capabilities.state.closed'), icon: 'takenBack' },
  banned: { kind: 'danger', text: t('capabilities.state.banned'), icon: 'attention' }
}

/** The state of a capability; null is a number that the platform's pages do not describe. */
export function capabilityLook(state: CapabilityState | null, way: CapabilityWay): StateLook {
  if (state === null) return { kind: 'neutral', text: t('capabilities.state.undocumented'), icon: 'note' }
  // Nobody applies for one that comes by itself.
  if (way === 'automatic' && state === 'cannot_apply')
    return { kind: 'neutral', text: t('capabilities.state.notGranted'), icon: 'nothing' }
  return stateLooks[state]
}

/** The permission sets that cover a capability and whether the merchant granted one; null where none is told. */
export function permissionText({ permissionIds, permitted }: Capability): string | null {
  if (permissionIds.length === 0) return null
  const sets = permissionIds
    .map((id) => t('capabilities.permission.quoted', { name: setName(id) }))
    .join(t('capabilities.permission.or'))
  if (permitted === null) return t('capabilities.permission.unknown', { sets })
  return t(permitted ? 'capabilities.permission.granted' : 'capabilities.permission.missing', { sets })
}

const setName = (id: number): string =>
  permissionSetRules.find((rule) => rule.id === id)?.name ?? t('capabilities.permission.unnamed', { id })
