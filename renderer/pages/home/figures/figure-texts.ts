import type { DurationBucket, HomeFigures } from '@shared/domain/home'
import { t } from '@/i18n'

/** One bar with its name and its number. */
export type NamedBar = { readonly name: string; readonly count: number }

const hourMs = 3600_000
const dayMs = 24 * hourMs
/** From here on a time is told in days. */
const daysFrom = 2 * dayMs

/** `一半在 5 小时内有结果`, `一半在 1.5 天内有结果`: the time within which half of the audits ended. */
export function medianText(ms: number): string {
  if (ms < hourMs) return t('home.figures.medianUnderAnHour')
  if (ms < daysFrom) return t('home.figures.medianHours', { n: Math.round(ms / hourMs) })
  return t('home.figures.medianDays', { n: Math.round((ms / dayMs) * 10) / 10 })
}

/** How long audits took, as bars: `1 小时内`, `1–6 小时`, …, `2 天以上`. */
export function durationBars(buckets: readonly DurationBucket[]): readonly NamedBar[] {
  return buckets.map(({ withinMs, count }, place) => {
    return { name: bucketText(buckets[place - 1]?.withinMs ?? null, withinMs), count }
  })
}

function bucketText(from: number | null, to: number | null): string {
  const inDays = (to ?? from ?? 0) >= daysFrom
  const unitMs = inDays ? dayMs : hourMs
  if (to === null) return t(inDays ? 'home.span.daysAndMore' : 'home.span.hoursAndMore', { n: (from ?? 0) / unitMs })
  if (from === null) return t(inDays ? 'home.span.withinDays' : 'home.span.withinHours', { n: to / unitMs })
  return t(inDays ? 'home.span.daysRange' : 'home.span.hoursRange', { from: from / unitMs, to: to / unitMs })
}

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
  if (from === 0) return t('home.score.below', { below })
  return below === Infinity ? t('home.score.from', { from }) : t('home.score.range', { from, to: below - 1 })
}
