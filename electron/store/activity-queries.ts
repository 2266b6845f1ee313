import type { ActivityFilter } from '@shared/domain/activity'

const header = `sequence, at, actor, origin, account_id AS accountId, action, outcome, content_hash AS contentHash,
  previous_hash AS previousHash, hash`

const oneOf = (column: string, list: string): string =>
  `(@${list} IS NULL OR ${column} IN (SELECT value FROM json_each(@${list})))`

/** All that a filter asks for besides account and merchant. */
const fits = `sequence < @before AND (@from IS NULL OR at >= @from) AND (@to IS NULL OR at < @to)
  AND (@actor IS NULL OR actor = @actor) AND ${oneOf('action', 'actions')} AND ${oneOf('outcome', 'outcomes')}
  AND ${oneOf('origin', 'origins')} AND (@text IS NULL OR content LIKE @text ESCAPE '\\' OR hash LIKE @text ESCAPE '\\')`

const ofAll = `FROM activity WHERE ${fits}`
const ofAccount = `FROM activity INDEXED BY activity_of_account WHERE account_id = @accountId AND ${fits}`
const ofMerchant = `FROM activity INDEXED BY activity_of_merchant
  WHERE account_id = @accountId AND app_id = @appId AND ${fits}`

const pageOf = (rows: string): string => `SELECT ${header}, content ${rows} ORDER BY sequence DESC LIMIT @limit`
const countOf = (rows: string): string => `SELECT count(*) ${rows}`
const sources = [ofAll, ofAccount, ofMerchant] as const

/** The queries over many rows, apart so that a test can look at their plans. */
export const activityQueries = {
  /** Of everything, of an account, of a merchant. */
  pages: sources.map(pageOf),
  counts: sources.map(countOf),
  activityActors: `SELECT DISTINCT actor FROM activity INDEXED BY activity_by_actor WHERE actor <> '' ORDER BY actor`,
  activityAccounts: `SELECT e.account_id AS id, coalesce(a.name, e.account_id) AS name
    FROM (SELECT DISTINCT account_id FROM activity INDEXED BY activity_of_account WHERE account_id IS NOT NULL) e
    LEFT JOIN accounts a ON a.id = e.account_id`,
  activityLinks: `SELECT ${header}, app_id AS appId, content AS contentText
    FROM activity WHERE sequence > @sequence ORDER BY sequence LIMIT @limit`,
  activityRemovals: `SELECT account_id, max(sequence) FROM activity INDEXED BY activity_removals
    WHERE action = 'data_remove' AND account_id IS NOT NULL GROUP BY account_id`,
  emptyActivity: `UPDATE activity INDEXED BY activity_of_account SET content = NULL, app_id = NULL
    WHERE account_id = @accountId AND sequence < @before AND content IS NOT NULL`
} as const

/** What the conditions of {@link activityQueries} are bound to, but for the page. */
export function conditionsOf(filter: ActivityFilter) {
  const { accountId, appId, actor, from, to, text } = filter
  return {
    ...(accountId === null ? {} : { accountId }),
    ...(accountId === null || appId === null ? {} : { appId }),
    ...{ actor, from, to },
    actions: listOf(filter.actions),
    outcomes: listOf(filter.outcomes),
    origins: listOf(filter.origins),
    text: text.trim() === '' ? null : `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  }
}

const listOf = (list: readonly string[] | null): string | null => list && JSON.stringify(list)
