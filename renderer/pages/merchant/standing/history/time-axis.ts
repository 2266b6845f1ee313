import { chinaTime } from '@/composables/china-time'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const ticksMax = 6
/** China has one zone and no summer time. */
const chinaOffsetMs = 8 * hourMs

/** The distances between two ticks that read well. */
const steps = [1, 2, 5, 10, 20, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * minuteMs)
const daySteps = [1, 2, 5, 10, 15, 30, 60, 90, 180, 365].map((days) => days * dayMs)

/** Round moments of China time from `from` to `to` in milliseconds, at most six; without any between them, `from`. */
export function roundMoments(from: number, to: number): readonly number[] {
  const stepMs = [...steps, ...daySteps].find((step) => (to - from) / step < ticksMax) ?? (to - from) / (ticksMax - 1)
  const first = Math.ceil((from + chinaOffsetMs) / stepMs) * stepMs - chinaOffsetMs
  const count = Math.max(0, Math.floor((to - first) / stepMs) + 1)
  return count === 0 ? [from] : Array.from({ length: count }, (_, index) => first + index * stepMs)
}

/**
 * How a moment is written below a chart that spans `spanMs`, in China time: `16:05` within a day, `11-24 16:00` within a
 * few, `2026-11-24` beyond a year, else `11-24`.
 */
export function momentLabel(spanMs: number): (at: number) => string {
  if (spanMs < dayMs) return (at) => chinaTime(at).slice(11, 16)
  if (spanMs < 4 * dayMs) return (at) => chinaTime(at).slice(5, 16)
  return (at) => chinaTime(at).slice(spanMs > 365 * dayMs ? 0 : 5, 10)
}
