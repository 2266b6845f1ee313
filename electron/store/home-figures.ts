import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { AuditRow, HomeRepository, OnlineVersionCount, ReleaseRow } from './home-repository'

const onRelease = `t.account_id = m.account_id AND t.app_id = m.app_id AND t.kind IN ('released', 'rolled_back')`

/** The queries over many rows, apart so that a test can look at their plans. */
export const homeFigureQueries = {
  releases: `SELECT m.app_id AS appId, m.online_version AS online, t.at, t.version, iif(t.id IS NULL, NULL, (
      SELECT t.version FROM timeline t WHERE ${onRelease} AND t.at < @since ORDER BY t.at DESC, t.id DESC LIMIT 1)) AS before
    FROM merchants m LEFT JOIN timeline t ON ${onRelease} AND t.at >= @since
    WHERE m.account_id = @accountId AND m.versions IS NOT NULL ORDER BY m.app_id, t.at, t.id`,
  audits: `SELECT m.app_id AS appId, t.at, t.kind
    FROM merchants m CROSS JOIN timeline t ON t.account_id = m.account_id AND t.app_id = m.app_id
    WHERE m.account_id = @accountId AND t.at >= @since
      AND t.kind IN ('submitted', 'approved', 'rejected', 'withdrawn') ORDER BY m.app_id, t.at, t.id`,
  auditsRunning: `SELECT count(*) FROM merchants INDEXED BY merchants_in_review
    WHERE account_id = ? AND audit_status = 'in_review'`
} as const

/** Sums over all merchants of one account, found by its key; groups are made by sorting, as no index serves them. */
export const homeSumQueries = {
  onlineVersions: `SELECT versions ->> '$.current.version' AS version, versions ->> '$.current.summary' AS summary,
      count(*) AS count
    FROM merchants WHERE account_id = ? AND authorization <> 'lost' AND online_version IS NOT NULL GROUP BY 1, 2`,
  creditScores: `SELECT setup ->> '$.creditScore' AS score, count(*) AS count
    FROM merchants WHERE account_id = ? GROUP BY 1 ORDER BY 1`
} as const

type Figures = Pick<HomeRepository, 'onlineVersions' | 'releases' | 'audits' | 'inReview' | 'creditScores'>

/** What the charts of 今日 are made of. */
export function homeFigures(database: SqliteDatabase): Figures {
  const onlineVersions = database.prepare(homeSumQueries.onlineVersions)
  const creditScores = database.prepare(homeSumQueries.creditScores)
  const releases = database.prepare(homeFigureQueries.releases)
  const audits = database.prepare(homeFigureQueries.audits)
  const running = database.prepare(homeFigureQueries.auditsRunning).pluck()
  return {
    onlineVersions: (accountId) => z.array(onlineVersion).parse(onlineVersions.all(accountId)),
    releases: (accountId, since) => z.array(release).parse(releases.all({ accountId, since })),
    audits: (accountId, since) => z.array(audit).parse(audits.all({ accountId, since })),
    inReview: (accountId) => Number(running.get(accountId)),
    creditScores: (accountId) => z.array(creditScore).parse(creditScores.all(accountId))
  }
}

const onlineVersion: z.ZodType<OnlineVersionCount> = z.object({
  version: z.string(),
  summary: z.string(),
  count: z.number()
})

const release: z.ZodType<ReleaseRow> = z.object({
  appId: z.string(),
  online: z.string().nullable(),
  at: z.number().nullable(),
  version: z.string().nullable(),
  before: z.string().nullable()
})

const audit: z.ZodType<AuditRow> = z.object({
  appId: z.string(),
  at: z.number(),
  kind: z.enum(['submitted', 'approved', 'rejected', 'withdrawn'])
})

const creditScore = z.object({ score: z.number().nullable(), count: z.number() })
