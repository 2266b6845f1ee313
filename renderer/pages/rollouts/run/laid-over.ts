import type { Events, RolloutDetail } from '@shared/contract'
import { rolloutItemStates, type RolloutItem, type RolloutItemState } from '@shared/domain/rollout'

export type RolloutProgress = Events['rollout.progress']

/** As many lines of the log as the main process answers. */
const mostLogLines = 500

/**
 * A rollout with what was told of it. What was told of a merchant counts unless a later state of it is known; the list of
 * merchants is frozen, so one that is not known is left out.
 */
export function laidOver(known: RolloutDetail, told: RolloutProgress): RolloutDetail {
  return { rollout: told.rollout, items: newest(known.items, told.items), log: longer(known, told) }
}

function newest(known: readonly RolloutItem[], told: readonly RolloutItem[]): readonly RolloutItem[] {
  if (told.length === 0) return known
  const fresh = new Map(told.map((item) => [item.appId, item]))
  return known.map((item) => {
    const other = fresh.get(item.appId)
    return other && other.changedAt >= item.changedAt ? other : item
  })
}

function longer({ log }: RolloutDetail, told: RolloutProgress): RolloutDetail['log'] {
  if (told.log.length === 0) return log
  const known = new Set(log.map(({ id }) => id))
  const added = told.log.filter(({ id }) => !known.has(id))
  return added.length === 0 ? log : [...log, ...added].slice(-mostLogLines)
}

/** Whether the rollout counts the merchants that are shown; if not, something was missed. */
export function agrees({ rollout, items }: Pick<RolloutDetail, 'rollout' | 'items'>): boolean {
  const counts = new Map<RolloutItemState, number>()
  for (const { state } of items) counts.set(state, (counts.get(state) ?? 0) + 1)
  return rolloutItemStates.every((state) => rollout.counts[state] === (counts.get(state) ?? 0))
}

/**
 * An answer, with what was told before it came: messages and answers may overtake each other. The answer's rollout stands,
 * unless only the one that was told counts the merchants as they are.
 */
export function answered(answer: RolloutDetail, told: readonly RolloutProgress[]): RolloutDetail {
  const merged = told.reduce(laidOver, answer)
  const asAnswered = { ...merged, rollout: answer.rollout }
  return agrees(merged) && !agrees(asAnswered) ? merged : asAnswered
}
