import {
  activityGroups,
  type ActivityFilter,
  type ActivityGroup,
  type ActivityOrigin,
  type ActivityOutcome
} from '@shared/domain/activity'
import { chinaDayStart } from '@shared/rules/china-day'
import { chinaTime } from '@/composables/china-time'

export const timeChoices = ['all', 'today', 'week', 'month', 'custom'] as const
export type TimeChoice = (typeof timeChoices)[number]

/** What the operator asks the journal for. Days are `YYYY-MM-DD` in China, both within; empty: open. */
export type ActivityQuestion = {
  readonly text: string
  readonly time: TimeChoice
  readonly fromDay: string
  readonly toDay: string
  readonly accountId: string | null
  readonly groups: readonly ActivityGroup[]
  readonly outcomes: readonly ActivityOutcome[]
  readonly origins: readonly ActivityOrigin[]
  readonly actor: string | null
}

export const everything: ActivityQuestion = Object.freeze({
  text: '',
  time: 'all',
  fromDay: '',
  toDay: '',
  accountId: null,
  groups: [],
  outcomes: [],
  origins: [],
  actor: null
})

const dayMs = 24 * 3600_000
/** The end of the year 9999, the last with four digits. */
const latestTime = Date.UTC(9999, 11, 31)
const daysOf: Readonly<Partial<Record<TimeChoice, number>>> = { today: 1, week: 7, month: 30 }

/** The filter as the main process takes it. `merchant`: only that one's entries. */
export function filterOf(
  question: ActivityQuestion,
  now: number,
  merchant: { readonly accountId: string; readonly appId: string } | null
) {
  const { text, accountId, groups, outcomes, origins, actor } = question
  return {
    accountId: merchant?.accountId ?? accountId,
    appId: merchant?.appId ?? null,
    actions: groups.length === 0 ? null : groups.flatMap((group) => [...activityGroups[group]]),
    outcomes: outcomes.length === 0 ? null : [...outcomes],
    origins: origins.length === 0 ? null : [...origins],
    actor,
    ...spanOf(question, now),
    text: text.trim()
  } satisfies ActivityFilter
}

function spanOf({ time, fromDay, toDay }: ActivityQuestion, now: number): Pick<ActivityFilter, 'from' | 'to'> {
  const days = daysOf[time]
  if (days !== undefined) return { from: chinaDayStart(now) - (days - 1) * dayMs, to: null }
  if (time !== 'custom') return { from: null, to: null }
  const [from, last] = [dayStart(fromDay), dayStart(toDay)]
  return { from, to: last === null ? null : last + dayMs }
}

/** The beginning of a day in China; null for what is none. */
export function dayStart(day: string): number | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00+08:00`) : NaN
  return Number.isNaN(at) || at < 0 ? null : at
}

/** All of the day in China that `at` lies in; everything, where that is no time at all. */
export function dayOf(at: number): ActivityQuestion {
  if (at < 0 || at > latestTime) return everything
  const day = chinaTime(at).slice(0, 10)
  return { ...everything, time: 'custom', fromDay: day, toDay: day }
}

/** Whether anything is left out. */
export function isNarrowed(question: ActivityQuestion): boolean {
  return JSON.stringify(question) !== JSON.stringify(everything)
}
