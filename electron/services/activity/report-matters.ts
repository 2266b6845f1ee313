import type { MerchantRow } from '@shared/domain/merchant'
import type { ReportMatter } from '@shared/domain/merchant-report'

/** An authorisation that ends within this time is told of. */
const endingMs = 7 * 24 * 3600_000

/** What is open with a merchant, the most urgent first, by what was read last. */
export function reportMattersOf(
  row: MerchantRow,
  authorizationEndsAt: number | null,
  now: number
): readonly ReportMatter[] {
  const { audit, readiness, drift, online } = row
  const ends = authorizationEndsAt !== null && authorizationEndsAt - now < endingMs
  const drifted = (drift?.missing ?? 0) + (drift?.extra ?? 0)
  return [
    ...when(row.authorization === 'lost', 'authorization_lost'),
    ...when(row.authorization === 'authorized' && ends, 'authorization_ending'),
    ...when(online?.takenDown === true, 'taken_down'),
    ...when(row.unsettled !== null, 'outcome_unknown'),
    ...when(audit?.status === 'rejected', 'review_rejected'),
    ...when(audit?.status === 'in_review', 'review_running'),
    ...when(audit?.status === 'passed' && !audit.released, 'release_waiting'),
    ...when(readiness?.level === 'blocking', 'readiness'),
    ...when(drifted > 0, 'drift', drifted)
  ]
}

function when(isOpen: boolean, kind: ReportMatter['kind'], count = 1): readonly ReportMatter[] {
  return isOpen ? [{ kind, count }] : []
}
