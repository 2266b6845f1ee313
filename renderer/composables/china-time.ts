/** The zone of the platform and of its documentation; all exact times are shown in it. */
export const chinaTimeZone = 'Asia/Shanghai'

/** China has one zone and no summer time. */
const chinaOffsetMinutes = -8 * 60

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** What happened this long after "now" has just happened: the page's clock moves once a second only. */
const clockLagMs = 5_000
/** From here on a date says more than a number of days. */
const relativeLimitMs = 30 * dayMs

const exactFormat = (timeZone: string | undefined): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv-SE', { ...(timeZone ? { timeZone } : {}), dateStyle: 'short', timeStyle: 'medium' })

const chinaFormat = exactFormat(chinaTimeZone)
const localFormat = exactFormat(undefined)
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: chinaTimeZone, dateStyle: 'short' })

/** `2026-11-24 16:05:09`, in China time whatever the system's zone. */
export function chinaTime(at: number): string {
  return chinaFormat.format(at)
}

/** China time and, where the system's clock shows another hour, what it shows. */
export function exactTime(at: number): string {
  const china = chinaTime(at)
  if (new Date(at).getTimezoneOffset() === chinaOffsetMinutes) return china
  return `${china}（中国时间）· 本机时间 ${localFormat.format(at)}`
}

/** How long ago `at` was, or how long until then: `刚刚`, `5 分钟前`, `3 天后`; beyond 30 days the date. */
export function relativeTime(at: number, now: number): string {
  const distance = Math.abs(now - at)
  const suffix = at <= now ? '前' : '后'
  if (distance < minuteMs) return at <= now + clockLagMs ? '刚刚' : '马上'
  if (distance < hourMs) return `${Math.floor(distance / minuteMs)} 分钟${suffix}`
  if (distance < dayMs) return `${Math.floor(distance / hourMs)} 小时${suffix}`
  if (distance < relativeLimitMs) return `${Math.floor(distance / dayMs)} 天${suffix}`
  return dayFormat.format(at)
}
