import type { MerchantRow } from '@shared/domain/merchant'
import type { RolloutPlan, RolloutWork } from '@shared/domain/rollout'
import { cutWaves } from '@shared/rules/rollout-waves'
import type { NewRollout, Store } from '../../store/repositories'
import { inChunks } from '../setup/chunks'
import { defaultProblem } from '../templates/ext-problems'
import {
  inOtherRollout,
  notConfirmed,
  otherRolloutMessage,
  repeatedMerchants,
  unknownMerchants,
  unusableExtJson
} from './rollout-failures'

export type RolloutOrder = {
  readonly accountId: string
  readonly plan: RolloutPlan
  readonly appIds: readonly string[]
  readonly confirmed: number
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
  const rows = await rowsOf(store, accountId, appIds)
  const waves = cutWaves(plan.waves, [...rows.values()])
  const items = waves.flatMap((each, wave) =>
    each.appIds.flatMap((appId) => {
      const row = rows.get(appId)
      return row ? [planned(row, wave, plan.work)] : []
    })
  )
  return { waveNames: waves.map(({ name }) => name), items }
}

/** Throws `DeskFailure` `not_possible_now` where one of the merchants is not over in another rollout. */
export function refuseOthers(
  store: Store,
  { accountId, appIds }: Pick<RolloutOrder, 'accountId' | 'appIds'>,
  { except = null, message = otherRolloutMessage }: { except?: string | null; message?: string } = {}
): void {
  const others = appIds.flatMap((appId) => store.rollouts.otherWith({ accountId, appId }, except) ?? [])
  const [first] = others
  if (first) throw inOtherRollout(message, first, others.length)
}

/** What could be uploaded for no merchant at all. */
function refuseExtJson(store: Store, accountId: string, work: RolloutWork): void {
  if (work.kind !== 'ship' || work.extJson === null) return
  const problem = defaultProblem(work.extJson, store.extVariables.studio(accountId).variables)
  if (problem !== null) throw unusableExtJson(problem)
}

async function rowsOf(store: Store, accountId: string, appIds: readonly string[]) {
  const rows = new Map<string, MerchantRow>()
  const unknown: string[] = []
  await inChunks(appIds, (chunk) => {
    for (const appId of chunk) {
      const row = store.merchants.row({ accountId, appId })
      if (row) rows.set(appId, row)
      else unknown.push(appId)
    }
  })
  if (unknown.length > 0) throw unknownMerchants(unknown)
  return rows
}

function planned(row: MerchantRow, wave: number, work: RolloutWork): NewRollout['items'][number] {
  const fromVersion = row.online?.version ?? null
  const { appId, name } = row
  return { appId, name, wave, step: 'preflight', state: 'waiting', fromVersion, toVersion: targetOf(row, work) }
}

/** As far as the list tells; the preflight finds it out. */
function targetOf({ test, audit }: MerchantRow, work: RolloutWork): string | null {
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
