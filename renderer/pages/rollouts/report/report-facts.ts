import type { Rollout, RolloutItem } from '@shared/domain/rollout'
import { t } from '@/i18n'
import { durationText } from '@/pages/accounts/duration'
import { itemStateOrder } from '../list/rollout-counts'

/** How long it took, or has taken until now; null before it began. In milliseconds. */
export function spanMs({ startedAt, finishedAt }: Rollout, now: number): number | null {
  return startedAt === null ? null : Math.max(0, (finishedAt ?? now) - startedAt)
}

/** The same in words. */
export function spanText(rollout: Rollout, now: number): string {
  const span = spanMs(rollout, now)
  return span === null ? t('rollouts.report.notStarted') : durationText(span)
}

/** Whether a merchant got where the plan wanted it. */
export const gotThere = ({ state }: Pick<RolloutItem, 'state'>): boolean => state === 'done' || state === 'unchanged'

/** The merchants that did not get there (yet), what went wrong first; otherwise in the order of their turns. */
export function undone(items: readonly RolloutItem[]): readonly RolloutItem[] {
  const left = items.filter((item) => !gotThere(item))
  return itemStateOrder.flatMap((state) => left.filter((item) => item.state === state))
}

/** How many of these merchants were tried more than once. */
export function retriedCount(items: readonly RolloutItem[], appIds: readonly string[]): number {
  const asked = new Set(appIds)
  return items.filter(({ appId, attempts }) => attempts > 1 && asked.has(appId)).length
}
