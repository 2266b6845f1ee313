import { rolloutItemStates, type RolloutCounts, type RolloutItemState } from '@shared/domain/rollout'
import { isRolloutItemOver } from '@shared/rules/rollout-actions'
import { t } from '@/i18n'
import { number } from '@/i18n/number'

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

/** A number of merchants: `1,204 个商家`. */
export const merchantsText = (count: number): string =>
  t('rollouts.merchants', { n: count, number: number.format(count) })

/** The same where it is plain what is counted: `1,204 个`. */
export const countText = (count: number): string => t('rollouts.count', { number: number.format(count) })

/** Counts in a row: `3 个失败，409 个完成`. */
export const commas = (parts: readonly string[]): string => parts.join(t('rollouts.comma'))

/** How many are over, whatever came of them. */
export function overCount(counts: RolloutCounts): number {
  return rolloutItemStates
    .filter((state) => isRolloutItemOver({ state }))
    .reduce((sum, state) => sum + counts[state], 0)
}

/** What there is of each state, in words: `3 个失败，409 个完成`. */
export function countsText(counts: RolloutCounts): string {
  const there = itemStateOrder.filter((state) => counts[state] > 0)
  return commas(there.map((state) => t(`rollouts.counts.${state}`, { number: number.format(counts[state]) })))
}

/** How far it is, in whole percent; 100 only when all are over. */
export function overPercent(counts: RolloutCounts, total: number): number {
  return total === 0 ? 0 : Math.floor((overCount(counts) / total) * 100)
}
