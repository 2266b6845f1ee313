import type { DurationBucket, HomeFigures } from '@shared/domain/home'
import type { AuditRow } from '../../../store/repositories'

const hourMs = 3600_000

/** An audit whose result falls into the days may have been submitted so long before. */
export const auditLookBackMs = 14 * 24 * hourMs

/** The platform says one to two days. */
const withinMs = [hourMs, 6 * hourMs, 24 * hourMs, 48 * hourMs] as const

type Ended = { readonly at: number; readonly passed: boolean; readonly tookMs: number | null }

/** How many audits ended well or not on each day, and how long they took. Rows come by merchant, oldest first. */
export function auditFigures(
  rows: readonly AuditRow[],
  days: readonly number[]
): Omit<HomeFigures['audits'], 'inReview'> {
  const ended = endedAudits(rows).filter(({ at }) => at >= (days[0] ?? 0))
  const took = ended.flatMap(({ tookMs }) => tookMs ?? []).sort((a, b) => a - b)
  return {
    passed: perDay(
      ended.filter(({ passed }) => passed),
      days
    ),
    rejected: perDay(
      ended.filter(({ passed }) => !passed),
      days
    ),
    medianMs: took[Math.floor(took.length / 2)] ?? null,
    durations: buckets(took)
  }
}

function endedAudits(rows: readonly AuditRow[]): readonly Ended[] {
  const ended: Ended[] = []
  let submitted: AuditRow | null = null
  for (const row of rows) {
    if (row.kind === 'submitted') submitted = row
    else if (row.kind === 'withdrawn') submitted = null
    else {
      const from: AuditRow | null = submitted?.appId === row.appId ? submitted : null
      ended.push({ at: row.at, passed: row.kind === 'approved', tookMs: duration(from, row) })
      submitted = null
    }
  }
  return ended
}

/** What was first seen when it was over has one time for both: that is no duration. */
function duration(from: AuditRow | null, to: AuditRow): number | null {
  return from === null || from.at >= to.at ? null : to.at - from.at
}

function perDay(ended: readonly Ended[], days: readonly number[]): readonly number[] {
  const counts = days.map(() => 0)
  for (const { at } of ended) {
    const place = days.findLastIndex((day) => day <= at)
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

function buckets(took: readonly number[]): readonly DurationBucket[] {
  const until = withinMs.map((within) => took.filter((each) => each <= within).length)
  const within = withinMs.map((ms, place) => ({ withinMs: ms, count: (until[place] ?? 0) - (until[place - 1] ?? 0) }))
  return [...within, { withinMs: null, count: took.length - (until.at(-1) ?? 0) }]
}
