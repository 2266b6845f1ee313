import { t, type TextKey } from '@/i18n'

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
  return t('common.time.exact', { china, local: localFormat.format(at) })
}

const justNow = t('common.time.justNow')
const soon = t('common.time.soon')

/** The words for a time that is past, and for one that is to come. */
const past: Readonly<Record<'minutes' | 'hours' | 'days', TextKey>> = {
  minutes: 'common.time.minutesAgo',
  hours: 'common.time.hoursAgo',
  days: 'common.time.daysAgo'
}
const future: typeof past = {
  minutes: 'common.time.inMinutes',
  hours: 'common.time.inHours',
  days: 'common.time.inDays'
}

/** How long ago `at` was, or how long until then: `刚刚`, `5 分钟前`, `3 天后`; beyond 30 days the date. */
export function relativeTime(at: number, now: number): string {
  const distance = Math.abs(now - at)
  const words = at <= now ? past : future
  if (distance < minuteMs) return at <= now + clockLagMs ? justNow : soon
  if (distance < hourMs) return counted(words.minutes, Math.floor(distance / minuteMs))
  if (distance < dayMs) return counted(words.hours, Math.floor(distance / hourMs))
  if (distance < relativeLimitMs) return counted(words.days, Math.floor(distance / dayMs))
  return dayFormat.format(at)
}

/** At most a few hundred, as the numbers are small; lists show the same ones over and over. */
const countedTexts = new Map<string, string>()

function counted(key: TextKey, n: number): string {
  const known = countedTexts.get(`${key} ${n}`)
  if (known !== undefined) return known
  const text = t(key, { n })
  countedTexts.set(`${key} ${n}`, text)
  return text
}
