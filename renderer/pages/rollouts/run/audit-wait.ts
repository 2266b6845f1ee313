import type { RolloutItem } from '@shared/domain/rollout'
import { reviewStuckMs } from '@shared/rules/limits'

/** How long merchants have waited for the review: how many, since when at the longest, and which are stuck. */
export type AuditWait = {
  readonly count: number
  readonly longestSince: number | null
  readonly stuck: readonly RolloutItem[]
}

export const isStuck = ({ state, reviewSince }: RolloutItem, now: number): boolean =>
  state === 'reviewing' && reviewSince !== null && now - reviewSince > reviewStuckMs

/** Null where nobody waits for it. */
export function auditWait(items: readonly RolloutItem[], now: number): AuditWait | null {
  const reviewing = items.filter(({ state }) => state === 'reviewing')
  if (reviewing.length === 0) return null
  let longestSince: number | null = null
  for (const { reviewSince } of reviewing) {
    if (reviewSince !== null && reviewSince < (longestSince ?? Infinity)) longestSince = reviewSince
  }
  return { count: reviewing.length, longestSince, stuck: reviewing.filter((item) => isStuck(item, now)) }
}
