import type { Rollout, RolloutItem } from '@shared/domain/rollout'

/** `remainingMs`: until everything of the opened waves was sent, reviews not counted. */
export type Pace = { readonly perMinute: number; readonly remainingMs: number }

const windowMs = 5 * 60_000
/** Fewer, or in a shorter time, tell nothing. */
const leastHandled = 5
const leastMs = 15_000

/** When it last left our hands: was submitted, or ended. */
const handledAt = ({ state, reviewSince, finishedAt }: RolloutItem): number | null =>
  finishedAt ?? (state === 'reviewing' || state === 'approved' ? reviewSince : null)

/** How fast a running rollout goes, by the last five minutes; null where there is too little to say. */
export function paceOf({ state, wave }: Rollout, items: readonly RolloutItem[], now: number): Pace | null {
  if (state !== 'running') return null
  let first = now
  let handled = 0
  let left = 0
  for (const item of items) {
    if ((item.state === 'waiting' || item.state === 'running') && item.wave <= wave) left += 1
    const at = handledAt(item)
    if (at === null || at < now - windowMs) continue
    handled += 1
    first = Math.min(first, at)
  }
  if (handled < leastHandled || now - first < leastMs) return null
  const perMs = (handled - 1) / (now - first)
  return { perMinute: perMs * 60_000, remainingMs: left / perMs }
}
