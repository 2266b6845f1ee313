import type { MerchantRow } from '@shared/domain/merchant'
import { driftState, type DriftState } from '@/components/domains/drift-look'

const rank: Readonly<Record<DriftState, number>> = { drifted: 0, unread: 1, same: 2 }

/** How a merchant stands to this baseline; null where it has none, or another one. */
export function stateIn(baselineId: string, { drift }: MerchantRow): DriftState | null {
  return drift?.baselineId === baselineId ? driftState(drift) : null
}

/** The merchants of a baseline: those that drifted first, then those that were never read. */
export function membersOf(baselineId: string, rows: readonly MerchantRow[]): readonly MerchantRow[] {
  const members = rows.flatMap((row) => {
    const state = stateIn(baselineId, row)
    return state === null ? [] : [{ row, rank: rank[state] }]
  })
  return members.sort((a, b) => a.rank - b.rank).map(({ row }) => row)
}

/** How many merchants drifted from each baseline, by its id. */
export function countDrifted(rows: readonly MerchantRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { drift } of rows) {
    if (drift && driftState(drift) === 'drifted') counts.set(drift.baselineId, (counts.get(drift.baselineId) ?? 0) + 1)
  }
  return counts
}
