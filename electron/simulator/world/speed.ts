import type { WorldState } from './state'

/**
 * Changes the speed of a world. Work under way (audits, rollbacks) keeps its share that is done; the rest takes the new
 * time. `at` is platform time in milliseconds.
 */
export function changeTimeFactor(state: WorldState, timeFactor: number, at: number): void {
  const ratio = state.timeFactor / timeFactor
  const moved = (end: number): number => (end <= at ? end : at + (end - at) * ratio)
  for (const merchant of state.merchants) {
    if (merchant.audit?.plan) merchant.audit.plan.endsAt = moved(merchant.audit.plan.endsAt)
    if (merchant.rollback.effectiveAt !== null) merchant.rollback.effectiveAt = moved(merchant.rollback.effectiveAt)
  }
  state.timeFactor = timeFactor
}
