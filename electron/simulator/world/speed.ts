import { profileItems } from './profile-state'
import type { Merchant, WorldState } from './state'

/**
 * Changes the speed of a world. Work under way (audits, reviews, rollbacks) keeps its share that is done; the rest takes the new
 * time. `at` is platform time in milliseconds.
 */
export function changeTimeFactor(state: WorldState, timeFactor: number, at: number): void {
  const ratio = state.timeFactor / timeFactor
  const moved = (end: number): number => (end <= at ? end : at + (end - at) * ratio)
  for (const merchant of state.merchants) {
    for (const plan of plansOf(merchant)) plan.endsAt = moved(plan.endsAt)
    if (merchant.rollback.effectiveAt !== null) merchant.rollback.effectiveAt = moved(merchant.rollback.effectiveAt)
  }
  state.timeFactor = timeFactor
}

function plansOf({
  audit,
  profileChanges,
  categories,
  publication,
  capabilities
}: Merchant): readonly { endsAt: number }[] {
  const changes = profileItems.map((item) => profileChanges[item].newest)
  const reviewed = [audit, ...changes, ...categories, publication, ...Object.values(capabilities)]
  return reviewed.flatMap((each) => each?.plan ?? [])
}
