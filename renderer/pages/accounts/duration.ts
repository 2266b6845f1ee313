import { t } from '@/i18n'

const minuteMs = 60_000

/** A span in hours and minutes: `2 小时 10 分钟`, `45 分钟`; below a minute `不到 1 分钟`. */
export function durationText(ms: number): string {
  const all = Math.floor(ms / minuteMs)
  if (all < 1) return t('accounts.duration.none')
  const hours = Math.floor(all / 60)
  const minutes = all % 60
  if (hours === 0) return t('accounts.duration.minutes', { minutes })
  return minutes === 0
    ? t('accounts.duration.hours', { hours })
    : t('accounts.duration.hoursAndMinutes', { hours, minutes })
}
