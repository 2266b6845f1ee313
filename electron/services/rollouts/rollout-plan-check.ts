import type { MerchantRow } from '@shared/domain/merchant'
import type { ItemRequest, ItemRequests, RolloutPlan, RolloutWork, VersionWork } from '@shared/domain/rollout'
import { cutWaves } from '@shared/rules/rollout-waves'
import { isSetupWork, rivalKinds } from '@shared/rules/rollout-work'
import type { NewRollout, Store } from '../../store/repositories'
import { defaultProblem } from '../templates/ext-problems'
import {
  inOtherRollout,
  notConfirmed,
  repeatedMerchants,
  retryInOther,
  startInOther,
  unknownMerchants,
  unusableExtJson
} from './rollout-failures'
import { planRows } from './plan-rows'

export type RolloutOrder = {
  readonly accountId: string
  readonly plan: RolloutPlan
  readonly appIds: readonly string[]
  readonly confirmed: number
  readonly requests?: ItemRequests | undefined
}

/** The merchants of a plan as they are frozen: cut into waves, in the order of their turns. */
export type FrozenPlan = Pick<NewRollout, 'waveNames' | 'items'>

/** Throws `DeskFailure` `invalid_input` for a plan that can not be begun. Lets others work in between. */
export async function freeze(store: Store, order: RolloutOrder): Promise<FrozenPlan> {
  const { accountId, plan, appIds, confirmed } = order
  if (confirmed !== appIds.length) throw notConfirmed(confirmed, appIds.length)
  const seen = new Set<string>()
  const repeated = new Set(appIds.filter((appId) => seen.has(appId) || !seen.add(appId)))
  if (repeated.size > 0) throw repeatedMerchants([...repeated])
  refuseExtJson(store, accountId, plan.work)
  const { rows, unknown } = await planRows(store, accountId, appIds)
  if (unknown.length > 0) throw unknownMerchants(unknown)
  const waves = cutWaves(plan.waves, [...rows.values()])
  const items = waves.flatMap((each, wave) =>
    each.appIds.flatMap((appId) => {
      const row = rows.get(appId)
      return row ? [planned(row, wave, plan.work, order.requests?.[appId] ?? null)] : []
    })
  )
  return { waveNames: waves.map(({ name }) => name), items }
}

/** Throws `DeskFailure` `not_possible_now` where one of the merchants is not over in a rival rollout, `except` is retried. */
export function refuseOthers(
  store: Store,
  { accountId, appIds, plan }: Pick<RolloutOrder, 'accountId' | 'appIds' | 'plan'>,
  except: string | null = null
): void {
  const busy = store.rollouts.busy(accountId, rivalKinds(plan.work.kind))
  const others = appIds.flatMap((appId) => {
    const other = busy.get(appId)
    return other && other.rolloutId !== except ? [other] : []
  })
  if (others.length > 0) throw inOtherRollout(others, except === null ? startInOther() : retryInOther())
}

/** What could be uploaded for no merchant at all. */
function refuseExtJson(store: Store, accountId: string, work: RolloutWork): void {
  if (work.kind !== 'ship' || work.extJson === null) return
  const problem = defaultProblem(work.extJson, store.extVariables.studio(accountId).variables)
  if (problem !== null) throw unusableExtJson(problem)
}

function planned(
  row: MerchantRow,
  wave: number,
  work: RolloutWork,
  request: ItemRequest | null
): NewRollout['items'][number] {
  const { appId, name } = row
  const versions = isSetupWork(work)
    ? { fromVersion: null, toVersion: null }
    : { fromVersion: row.online?.version ?? null, toVersion: targetOf(row, work) }
  return { appId, name, wave, step: 'preflight', state: 'waiting', ...versions, request }
}

/** As far as the list tells; the preflight finds it out. */
function targetOf({ test, audit }: MerchantRow, work: VersionWork): string | null {
  switch (work.kind) {
    case 'ship':
      return work.version
    case 'submit':
      return test?.version ?? null
    case 'release':
    case 'withdraw':
      return audit?.version ?? null
    case 'rollback':
    case 'refresh':
      return null
  }
}
