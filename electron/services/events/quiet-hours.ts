import type { NotificationSettings } from '@shared/domain/settings'

type QuietHours = NotificationSettings['quiet']

/**
 * How long the quiet hours (免打扰) last from `now` on, in milliseconds; 0 outside of them. They are `HH:mm` in the
 * computer's time and may go over midnight; hours that begin when they end are none.
 */
export function quietForMs(quiet: QuietHours, now: number): number {
  if (quiet === null || quiet.from === quiet.to) return 0
  const day = new Date(now)
  const minute = day.getHours() * 60 + day.getMinutes()
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)]
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to
  if (!isQuiet) return 0
  const daysAhead = minute < to ? 0 : 1
  // By the calendar, so that a change of the clock at night is counted.
  const end = new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysAhead, 0, to)
  return end.getTime() - now
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
