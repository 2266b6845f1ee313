import { chinaDayStart } from '@shared/rules/china-day'
import { chinaTime } from '@/composables/china-time'
import { t } from '@/i18n'

/** What a report is about: `from` is within, `to` is not. Both are beginnings of days in China, but for a `to` that is now. */
export type Period = { readonly key: string; readonly text: string; readonly from: number; readonly to: number }

const dayMs = 24 * 3600_000
const monthsOffered = 12

/** The last 30 days, then the present month and those before it. */
export function periods(now: number): readonly Period[] {
  const from = chinaDayStart(now) - 29 * dayMs
  return [{ key: 'last30', text: t('activity.report.last30'), from, to: now }, ...months(now)]
}

function months(now: number): readonly Period[] {
  const [year = 0, month = 0] = chinaTime(now).split('-').map(Number)
  return Array.from({ length: monthsOffered }, (_, back) => {
    const first = new Date(Date.UTC(year, month - 1 - back, 1))
    const names = { year: String(first.getUTCFullYear()), month: String(first.getUTCMonth() + 1).padStart(2, '0') }
    return {
      key: `${names.year}-${names.month}`,
      text: t('activity.report.month', names),
      from: monthStart(year, month - 1 - back),
      to: Math.min(now, monthStart(year, month - back))
    }
  })
}

/** Midnight of the first day, in China. */
function monthStart(year: number, month: number): number {
  return chinaDayStart(Date.UTC(year, month, 1, 4))
}

/** `2026-11-01` of a moment in China. */
export const dayText = (at: number): string => chinaTime(at).slice(0, 10)

/** The period as a part of a file's name. */
export function periodName({ key, from, to }: Period): string {
  return key === 'last30' ? `${dayText(from)}_${dayText(to - 1)}` : key
}
