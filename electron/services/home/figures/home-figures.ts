import type { HomeFigures } from '@shared/domain/home'
import { lastChinaDays } from '@shared/rules/china-day'
import type { HomeRepository } from '../../../store/repositories'
import { auditFigures, auditLookBackMs } from './audit-days'
import { versionSeries } from './version-days'

/** So many days the charts go back. */
const dayCount = 30

/** How an account's merchants do, from the timeline and from what was read of them last. */
export function homeFigures(home: HomeRepository, accountId: string, now: number): HomeFigures {
  const days = lastChinaDays(now, dayCount)
  const since = days[0] ?? now
  const releases = home.releases(accountId, since)
  const audits = home.audits(accountId, since - auditLookBackMs)
  const scores = home.creditScores(accountId)
  const offline = new Set(releases.filter(({ online }) => online === null).map(({ appId }) => appId))
  return {
    days,
    versions: { series: versionSeries(releases, days), none: offline.size },
    audits: { ...auditFigures(audits, days), inReview: home.inReview(accountId) },
    credit: {
      scores: scores.flatMap(({ score, count }) => (score === null ? [] : [{ score, count }])),
      unknown: scores.find(({ score }) => score === null)?.count ?? 0
    }
  }
}
