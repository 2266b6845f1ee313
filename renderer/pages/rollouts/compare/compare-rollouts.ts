import type { RolloutDetail } from '@shared/contract'
import type { RolloutCause, RolloutItem, RolloutItemState } from '@shared/domain/rollout'
import { isRolloutItemOver } from '@shared/rules/rollout-actions'
import { rolloutCauses } from '@shared/rules/rollout-causes'
import { itemStateOrder } from '../list/rollout-counts'
import { planLines } from '../report/plan-lines'
import { gotThere } from '../report/report-facts'

/** One line of two plans that do not say the same; null where a plan has no such line. */
export type PlanDifference = {
  readonly label: string
  readonly first: string | null
  readonly second: string | null
}

/** A cause with how many merchants met it in each of the two. */
export type CauseDifference = {
  readonly key: string
  readonly title: string
  readonly first: number
  readonly second: number
}

/** A merchant that ended otherwise; null where it was not part of a rollout. */
export type MerchantDifference = {
  readonly appId: string
  readonly name: string
  readonly first: RolloutItem | null
  readonly second: RolloutItem | null
  readonly turn: MerchantTurn
}

/** `lost`: got there the first time, not the second. `gained`: the other way round. `open`: not over in one of the two. */
export const merchantTurns = ['lost', 'gained', 'other', 'open', 'only_first', 'only_second'] as const
export type MerchantTurn = (typeof merchantTurns)[number]

/** Where two plans differ, in the plan page's order. */
export function planDifferences(first: RolloutDetail, second: RolloutDetail): readonly PlanDifference[] {
  const [before, after] = [first, second].map(
    ({ rollout }) => new Map(planLines(rollout.plan).map(({ label, value }) => [label, value]))
  )
  const labels = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])]
  return labels
    .map((label) => ({ label, first: before?.get(label) ?? null, second: after?.get(label) ?? null }))
    .filter((line) => line.first !== line.second)
}

/** The causes of both: new ones first, then those that are gone, then those of both; what met most merchants first. */
export function causeDifferences(first: RolloutDetail, second: RolloutDetail): readonly CauseDifference[] {
  const before = causesByKey(first)
  const after = causesByKey(second)
  const kinds = { new: 0, gone: 1, both: 2 }
  return [...new Map([...before, ...after])]
    .map(([key, { title }]) => ({
      key,
      title,
      first: before.get(key)?.appIds.length ?? 0,
      second: after.get(key)?.appIds.length ?? 0
    }))
    .sort((a, b) => kinds[causeKind(a)] - kinds[causeKind(b)] || b.first + b.second - a.first - a.second)
}

/** Whether a cause came, went, or stayed. */
export function causeKind({ first, second }: CauseDifference): 'new' | 'gone' | 'both' {
  if (first === 0) return 'new'
  return second === 0 ? 'gone' : 'both'
}

function causesByKey({ items }: RolloutDetail): ReadonlyMap<string, RolloutCause> {
  return new Map(rolloutCauses(items).map((cause) => [cause.key, cause]))
}

/** The states that either of the two has, what went wrong first. */
export function comparedStates(first: RolloutDetail, second: RolloutDetail): readonly RolloutItemState[] {
  return itemStateOrder.filter((state) => first.rollout.counts[state] + second.rollout.counts[state] > 0)
}

/**
 * The merchants that ended otherwise, what got worse first. Done and unchanged are the same here: the version is there, and
 * that the second time nothing had to be done is what one expects.
 */
export function merchantDifferences(first: RolloutDetail, second: RolloutDetail): readonly MerchantDifference[] {
  const before = new Map(first.items.map((item) => [item.appId, item]))
  const after = new Map(second.items.map((item) => [item.appId, item]))
  const all = [...new Map([...before, ...after])].flatMap(([appId, { name }]) => {
    const pair = { first: before.get(appId) ?? null, second: after.get(appId) ?? null }
    const turn = turnOf(pair.first, pair.second)
    return turn === null ? [] : [{ appId, name, ...pair, turn }]
  })
  return merchantTurns.flatMap((turn) => all.filter((each) => each.turn === turn))
}

function turnOf(first: RolloutItem | null, second: RolloutItem | null): MerchantTurn | null {
  if (first === null) return 'only_second'
  if (second === null) return 'only_first'
  if (!isRolloutItemOver(first) || !isRolloutItemOver(second)) return first.state === second.state ? null : 'open'
  if (gotThere(first) !== gotThere(second)) return gotThere(first) ? 'lost' : 'gained'
  return gotThere(first) || first.state === second.state ? null : 'other'
}
