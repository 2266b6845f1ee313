import type { DurationBucket, HomeFigures } from '@shared/domain/home'

/** One bar with its name and its number. */
export type NamedBar = { readonly name: string; readonly count: number }

const hourMs = 3600_000

/** `5 小时`, `1.5 天`, `不到 1 小时`. */
export function spanText(ms: number): string {
  if (ms < hourMs) return '不到 1 小时'
  if (ms < 48 * hourMs) return `${Math.round(ms / hourMs)} 小时`
  return `${Math.round((ms / (24 * hourMs)) * 10) / 10} 天`
}

const hourText = (ms: number): string => (ms < 48 * hourMs ? `${ms / hourMs} 小时` : `${ms / (24 * hourMs)} 天`)

/** How long audits took, as bars: `1 小时内`, `1–6 小时`, …, `2 天以上`. */
export function durationBars(buckets: readonly DurationBucket[]): readonly NamedBar[] {
  return buckets.map(({ withinMs, count }, place) => {
    const from = buckets[place - 1]?.withinMs ?? null
    if (withinMs === null) return { name: `${hourText(from ?? 0)}以上`, count }
    return { name: from === null ? `${hourText(withinMs)}内` : rangeText(from, withinMs), count }
  })
}

const rangeText = (from: number, to: number): string =>
  to < 48 * hourMs ? `${from / hourMs}–${hourText(to)}` : `${from / (24 * hourMs)}–${hourText(to)}`

/** The lower ends of the credit scores' classes, the highest first. */
const classes = [100, 90, 80, 70, 60, 0]

/** The distribution of the credit scores, the highest first; empty classes at both ends are left out. */
export function creditBars({ scores }: HomeFigures['credit']): readonly NamedBar[] {
  const bars = classes.map((from, place) => {
    const below = classes[place - 1] ?? Infinity
    const within = scores.filter(({ score }) => score >= from && score < below)
    return { name: classText(from, below), count: within.reduce((sum, { count }) => sum + count, 0) }
  })
  const filled = bars.flatMap(({ count }, place) => (count > 0 ? place : []))
  return bars.slice(filled[0] ?? bars.length, (filled.at(-1) ?? 0) + 1)
}

function classText(from: number, below: number): string {
  if (from === 0) return `${below} 以下`
  return below === Infinity ? `${from} 及以上` : `${from}–${below - 1}`
}
