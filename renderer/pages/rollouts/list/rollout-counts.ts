import { rolloutItemStates, type RolloutCounts, type RolloutItemState } from '@shared/domain/rollout'
import { isRolloutItemOver } from '@shared/rules/rollout-actions'
import { rolloutItemStateNames } from '@shared/rules/rollout-names'

/** In the order in which the operator looks at them: what went wrong first. */
export const itemStateOrder: readonly RolloutItemState[] = [
  'failed',
  'rejected',
  'blocked',
  'unknown',
  'running',
  'reviewing',
  'approved',
  'waiting',
  'done',
  'unchanged',
  'skipped'
]

const number = new Intl.NumberFormat('zh-CN')

/** A number of merchants: `1,204 个`. */
export const merchantsText = (count: number): string => `${number.format(count)} 个`

/** How many are over, whatever came of them. */
export function overCount(counts: RolloutCounts): number {
  return rolloutItemStates
    .filter((state) => isRolloutItemOver({ state }))
    .reduce((sum, state) => sum + counts[state], 0)
}

/** What there is of each state, in words: `3 个失败，409 个完成`. */
export function countsText(counts: RolloutCounts): string {
  return itemStateOrder
    .filter((state) => counts[state] > 0)
    .map((state) => `${merchantsText(counts[state])}${rolloutItemStateNames[state]}`)
    .join('，')
}

/** How far it is, in whole percent; 100 only when all are over. */
export function overPercent(counts: RolloutCounts, total: number): number {
  return total === 0 ? 0 : Math.floor((overCount(counts) / total) * 100)
}
