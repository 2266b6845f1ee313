import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantReport, ReportRelease, ReportReview } from '@shared/domain/merchant-report'
import type { TimelineEntry } from '@shared/domain/operation'
import type { Store } from '../../store/repositories'

type Span = { readonly from: number; readonly to: number }

const pageSize = 200
/** A merchant has a few lines a day at most. */
const pagesMax = 10
/** A review that ended in the report's time began before it at most so long ago. */
const reviewMaxMs = 30 * 24 * 3600_000

/** What became of a merchant's versions in a span of time, newest first. */
export function reportHistory(
  store: Store,
  ref: MerchantRef,
  span: Span
): Pick<MerchantReport, 'releases' | 'reviews'> {
  const lines = linesSince(store, ref, span.from - reviewMaxMs)
  const within = lines.filter(({ at }) => at >= span.from && at < span.to)
  return {
    releases: within.flatMap(releaseOf),
    reviews: within.flatMap((line) => reviewOf(line, lines))
  }
}

function linesSince(store: Store, ref: MerchantRef, from: number): readonly TimelineEntry[] {
  const lines: TimelineEntry[] = []
  let cursor: string | null = null
  for (let page = 0; page < pagesMax; page += 1) {
    const { entries, next }: ReturnType<Store['timeline']['page']> = store.timeline.page(ref, cursor, pageSize)
    lines.push(...entries.filter(({ at }) => at >= from))
    cursor = next
    const oldest = entries.at(-1)
    if (cursor === null || !oldest || oldest.at < from) break
  }
  return lines
}

function releaseOf({ at, kind, version }: TimelineEntry): readonly ReportRelease[] {
  if (kind !== 'released' && kind !== 'rolled_back' && kind !== 'taken_down') return []
  return [{ at, kind, version: version ?? '' }]
}

function reviewOf(
  { at, kind, version, reasons }: TimelineEntry,
  lines: readonly TimelineEntry[]
): readonly ReportReview[] {
  if (kind !== 'approved' && kind !== 'rejected' && kind !== 'withdrawn') return []
  const submitted = lines.find((line) => line.kind === 'submitted' && line.version === version && line.at <= at)
  const reason = reasons.map((each) => `${each.host}: ${each.reasons.join(', ')}`).join('; ')
  return [
    {
      endedAt: at,
      version: version ?? '',
      outcome: kind,
      tookMs: submitted ? at - submitted.at : null,
      reason: kind === 'rejected' ? reason : ''
    }
  ]
}
