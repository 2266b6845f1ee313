import type { KeeperDanger } from '../domain/authorization'
import type { AuthorizationState } from '../domain/merchant'
import { refreshSoonMs } from './limits'

/** How urgent an authorisation is at the time `now`; `endsAt`: when the refresh token ends, null while none is held. */
export function authorizationDanger(
  authorization: AuthorizationState,
  endsAt: number | null,
  now: number
): KeeperDanger {
  if (authorization === 'lost') return 'lost'
  if (endsAt === null) return 'untried'
  if (endsAt <= now) return 'ended'
  return endsAt - now <= refreshSoonMs ? 'soon' : 'none'
}
