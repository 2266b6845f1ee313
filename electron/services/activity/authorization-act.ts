import type { ActivityAction } from '@shared/domain/activity'
import type { AuthorizationChange, AuthorizationRecord } from '@shared/domain/authorization'
import type { MerchantRef } from '@shared/domain/merchant'
import type { NewActivity } from '../../store/repositories'

const actions: Readonly<Record<AuthorizationChange, ActivityAction | null>> = {
  authorized: 'authorization_gain',
  rescued: 'authorization_rescue',
  lost: 'authorization_lost',
  permissions: 'permissions_change',
  // The list was read: nobody did anything.
  imported: null
}

/** How a change of a merchant's authorisation stands in the activity journal; null for one that does not. */
export function authorizationAct(
  { accountId, appId }: MerchantRef,
  { at, change, by, actor, added, removed }: Omit<AuthorizationRecord, 'id'>
): NewActivity | null {
  const action = actions[change]
  if (action === null) return null
  const byOperator = by === 'operator' || by === 'paste'
  return {
    ...{ at, accountId, appId, action, outcome: 'done' },
    actor: actor ?? '',
    origin: byOperator ? 'operator' : 'platform',
    after: {
      ...(added.length === 0 ? {} : { permissionsAdded: added.map(({ name }) => name) }),
      ...(removed.length === 0 ? {} : { permissionsRemoved: removed.map(({ name }) => name) })
    }
  }
}
