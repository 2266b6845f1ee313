import type { MerchantRef } from '@shared/domain/merchant'
import type { RolloutItem, SetupWork } from '@shared/domain/rollout'
import { facetKinds } from '@shared/rules/setting-names'
import { blockCause, rolloutBlocks } from '@shared/rules/rollout-blocks'
import { setupWorkFacets } from '@shared/rules/rollout-work'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import { notFound } from '../merchant-facts'
import type { LiveRollout } from './live-rollout'
import { blockedError } from './rollout-failures'
import { afterStep, putOff, type ItemChange } from './rollout-outcomes'
import { setUp, type SetupWorkParts } from './setup-work'

export type SetupStepsParts = {
  readonly store: Store
  readonly work: SetupWorkParts
  readonly clock: Clock
}

/** Ours: a change whose outcome is not known is looked at again after this time. */
const settleWaitMs = 5_000

/** The steps of a rollout that changes the merchants' set-up. Both throw `DeskFailure`, as the services of the set-up do. */
export class SetupSteps {
  private readonly parts: SetupStepsParts

  constructor(parts: SetupStepsParts) {
    this.parts = parts
  }

  /** Looks at what is known; the step itself reads what it changes right before it does. */
  preflight(live: LiveRollout, item: RolloutItem, { kind }: SetupWork): ItemChange {
    const { store, clock } = this.parts
    const ref = refOf(live, item)
    const row = store.merchants.row(ref)
    if (row === null) throw notFound(ref)
    if (row.authorization === 'lost') return authorizationLost(item)
    const unsettled = store.settingChanges.unsettled(ref, facetKinds[setupWorkFacets[kind]])
    if (unsettled.length > 0) return putOff(clock.now() + settleWaitMs)
    return { step: 'setup', state: 'waiting', notBefore: null }
  }

  async carryOut(live: LiveRollout, item: RolloutItem, work: SetupWork): Promise<ItemChange> {
    const { request } = item
    const ended = await setUp(this.parts.work, { ref: refOf(live, item), work, request, rolloutId: live.id })
    const change = afterStep(work, 'setup', this.parts.clock.now())
    // What this rollout itself did before the program ended is no merchant that had it already.
    const isChanged = ended === 'done' || live.memory(item.appId).isAccepted
    return isChanged ? change : { ...change, state: 'unchanged' }
  }
}

const refOf = ({ accountId }: LiveRollout, { appId }: RolloutItem): MerchantRef => ({ accountId, appId })

function authorizationLost({ appId, name }: RolloutItem): ItemChange {
  const cause = blockCause('authorization')
  const error = blockedError(rolloutBlocks.authorization.title, cause, { appId, name })
  return { state: 'blocked', cause, error, notBefore: null }
}
