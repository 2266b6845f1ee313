const dayMs = 24 * 3600_000
/** China has one zone and no summer time. */
const chinaOffsetMs = 8 * 3600_000

/** When the day of China began that `at` (milliseconds since 1970) lies in. */
export function chinaDayStart(at: number): number {
  return Math.floor((at + chinaOffsetMs) / dayMs) * dayMs - chinaOffsetMs
}

/** The beginnings of the last `count` days of China, the day of `now` included, oldest first. */
export function lastChinaDays(now: number, count: number): readonly number[] {
  const today = chinaDayStart(now)
  return Array.from({ length: count }, (_, place) => today - (count - 1 - place) * dayMs)
}
