/** Height and the distance of two days of a chart's own units; it is stretched to its place. */
export const chartHeight = 100
export const dayWidth = 10

/**
 * The outlines of areas that stand on one another, the first lowest, over as many days as `counts` has; the highest day
 * reaches the top.
 */
export function stackedAreas(series: readonly (readonly number[])[]): readonly string[] {
  const [{ length } = { length: 0 }] = series
  const days = Array.from({ length }, (_, day) => day)
  const heights = days.map((day) => sumAt(series, day))
  const scale = chartHeight / Math.max(1, ...heights)
  const point = (day: number, height: number): string => `${day * dayWidth},${round(chartHeight - height * scale)}`
  return series.map((_, place) => {
    const upper = days.map((day) => point(day, sumAt(series.slice(0, place + 1), day)))
    const lower = days.map((day) => point(day, sumAt(series.slice(0, place), day))).reverse()
    return length === 0 ? '' : `M${upper.join('L')}L${lower.join('L')}Z`
  })
}

/** One bar of two parts: where each begins from above and how high it is. */
export type DayBar = {
  readonly x: number
  readonly lower: { readonly y: number; readonly height: number }
  readonly upper: { readonly y: number; readonly height: number }
}

/** A bar for each day, `upper` standing on `lower`; the highest day reaches the top. */
export function dayBars(lower: readonly number[], upper: readonly number[]): readonly DayBar[] {
  const highest = Math.max(1, ...lower.map((count, day) => count + (upper[day] ?? 0)))
  const scale = (count: number): number => round((count / highest) * chartHeight)
  return lower.map((count, day) => {
    const heights = { lower: scale(count), upper: scale(upper[day] ?? 0) }
    return {
      x: day * dayWidth,
      lower: { y: chartHeight - heights.lower, height: heights.lower },
      upper: { y: chartHeight - heights.lower - heights.upper, height: heights.upper }
    }
  })
}

const sumAt = (series: readonly (readonly number[])[], day: number): number =>
  series.reduce((sum, counts) => sum + (counts[day] ?? 0), 0)

const round = (value: number): number => Math.round(value * 100) / 100
