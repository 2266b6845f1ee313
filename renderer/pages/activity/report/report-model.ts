import type { MerchantReport, ReportPresent, ReportRelease, ReportReview } from '@shared/domain/merchant-report'
import { chinaTime } from '@/composables/china-time'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'
import { actionName } from '../activity-words'
import { dayText } from './period'

export type ReportLine = { readonly when: string; readonly what: string; readonly note: string }
/** As many lines as an A4 page has room for; `more` says how many are left out, `empty` what stands for none. */
export type ReportSection = {
  readonly title: string
  readonly lines: readonly ReportLine[]
  readonly more: string | null
  readonly empty: string
}
export type LabelledText = { readonly label: string; readonly value: string }

/** A report as texts in their places: what the screen, the printer and the PDF all show. */
export type ReportModel = {
  readonly title: string
  readonly merchant: Pick<MerchantReport, 'accountId' | 'appId' | 'name' | 'iconKey'>
  readonly appId: string
  readonly span: string
  readonly by: string
  readonly made: string
  readonly sums: readonly LabelledText[]
  readonly releases: ReportSection
  readonly reviews: ReportSection
  readonly changes: ReportSection
  readonly presentTitle: string
  readonly present: readonly LabelledText[]
  readonly creditTitle: string
  readonly credit: ReportPresent['creditHistory']
  readonly matters: ReportSection
}

const room = { releases: 6, reviews: 6, changes: 8, matters: 6 } as const
const hourMs = 3600_000

/** Words and numbers of a report, cut so that they fit onto one page. */
export function reportModel(report: MerchantReport): ReportModel {
  const { accountId, appId, name, iconKey, from, to, madeAt, readAt } = report
  return {
    title: t('activity.report.head'),
    merchant: { accountId, appId, name, iconKey },
    appId: t('activity.report.appId', { id: appId }),
    span: t('activity.report.span', { from: dayText(from), to: dayText(to - 1) }),
    by: t('activity.report.by', { name: report.accountName }),
    made: t('activity.report.made', {
      time: chinaTime(madeAt).slice(0, 16),
      readAt: readAt === null ? t('activity.report.neverRead') : chinaTime(readAt).slice(0, 16)
    }),
    sums: sumsOf(report),
    releases: section('releases', report.releases.map(releaseLine)),
    reviews: section('reviews', report.reviews.map(reviewLine)),
    changes: section(
      'changes',
      report.changes.map(({ at, kind, summary }) => ({ when: dayText(at), what: actionName(kind), note: summary }))
    ),
    presentTitle: t('activity.report.sections.present'),
    present: presentTexts(report.present),
    creditTitle: t('activity.report.present.creditTrend'),
    credit: report.present.creditHistory,
    matters: section(
      'matters',
      report.matters.map(({ kind, count }) => {
        return { when: '', what: t(`activity.report.matter.${kind}`, { n: count }), note: '' }
      })
    )
  }
}

function section(name: keyof typeof room, all: readonly ReportLine[]): ReportSection {
  const left = all.length - room[name]
  return {
    title: t(`activity.report.sections.${name}`),
    lines: all.slice(0, room[name]),
    more: left > 0 ? t('activity.report.more', { n: left }) : null,
    empty: t(`activity.report.none.${name}`)
  }
}

function sumsOf({ releases, reviews, changes }: MerchantReport): readonly LabelledText[] {
  const judged = reviews.filter(({ outcome }) => outcome !== 'withdrawn')
  const passed = judged.filter(({ outcome }) => outcome === 'approved').length
  const times = judged.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs]))
  const mean = times.length === 0 ? null : times.reduce((sum, each) => sum + each, 0) / times.length
  const released = releases.filter(({ kind }) => kind === 'released').length
  return [
    { label: t('activity.report.sums.releases'), value: String(released) },
    { label: t('activity.report.sums.reviews'), value: `${passed} / ${judged.length}` },
    { label: t('activity.report.sums.tookMean'), value: mean === null ? '–' : durationText(mean) },
    { label: t('activity.report.sums.changes'), value: String(changes.length) }
  ]
}

const releaseNames: Readonly<Record<ReportRelease['kind'], string>> = {
  released: t('activity.report.released'),
  rolled_back: t('activity.report.rolledBack'),
  taken_down: t('activity.report.takenDown')
}
const reviewNames: Readonly<Record<ReportReview['outcome'], string>> = {
  approved: t('activity.report.approved'),
  rejected: t('activity.report.rejected'),
  withdrawn: t('activity.report.withdrawn')
}

function releaseLine({ at, version, kind }: ReportRelease): ReportLine {
  return { when: dayText(at), what: version, note: releaseNames[kind] }
}

function reviewLine({ endedAt, version, outcome, tookMs, reason }: ReportReview): ReportLine {
  const took = tookMs === null ? [] : [t('activity.report.took', { duration: durationText(tookMs) })]
  return {
    when: dayText(endedAt),
    what: version,
    note: listed([reviewNames[outcome], ...took, ...(reason === '' ? [] : [reason])])
  }
}

/** Minutes below an hour, hours below two days, then days. */
export function durationText(ms: number): string {
  if (ms < hourMs) return t('activity.report.minutes', { n: Math.max(1, Math.round(ms / 60_000)) })
  if (ms < 48 * hourMs) return t('activity.report.hours', { n: Math.round(ms / hourMs) })
  return t('activity.report.days', { n: Math.round(ms / (24 * hourMs)) })
}

function presentTexts(present: ReportPresent): readonly LabelledText[] {
  const unknown = t('activity.report.present.unknown')
  const none = t('activity.report.present.none')
  const count = (n: number | null): string => (n === null ? unknown : t('activity.report.present.domains', { n }))
  const { categories, creditScore } = present
  return [
    { label: t('activity.report.present.online'), value: present.onlineVersion ?? none },
    { label: t('activity.report.present.authorization'), value: authorizationText(present) },
    { label: t('activity.report.present.credit'), value: creditScore === null ? unknown : String(creditScore) },
    { label: t('activity.report.present.rating'), value: ratingText(present) ?? unknown },
    { label: t('activity.report.present.serverDomains'), value: count(present.serverDomains) },
    { label: t('activity.report.present.webviewDomains'), value: count(present.webviewDomains) },
    {
      label: t('activity.report.present.categories'),
      value: categories === null ? unknown : categories.length === 0 ? none : listed(categories)
    }
  ]
}

function authorizationText({ authorization, authorizationEndsAt }: ReportPresent): string {
  if (authorization === 'lost') return t('activity.report.present.lost')
  if (authorization === 'unknown') return t('activity.report.present.unverified')
  return authorizationEndsAt === null
    ? t('activity.report.present.authorized')
    : t('activity.report.present.authorizedUntil', { day: dayText(authorizationEndsAt) })
}

function ratingText({ rating }: ReportPresent): string | null {
  if (rating === null) return null
  if (rating.state === 'rated') return t('activity.report.present.rated', { rating: rating.rating })
  return rating.state === 'retired' ? t('activity.report.present.retired') : t('activity.report.present.notRated')
}
