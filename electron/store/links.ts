import type { AuthorizationLink } from '@shared/domain/authorization'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { LinkRepository } from './repositories'

const columns = `l.id, l.account_id AS accountId, l.kind, l.url, l.app_name AS appName, l.note, l.created_at AS createdAt,
  l.expires_at AS expiresAt, l.used_app_id AS usedAppId, l.used_at AS usedAt, coalesce(m.name, l.used_app_id) AS usedName`

const tables = `authorization_links l
  LEFT JOIN merchants m ON m.account_id = l.account_id AND m.app_id = l.used_app_id`

const link = z
  .object({
    id: z.string(),
    accountId: z.string(),
    kind: z.enum(['authorize', 'create']),
    url: z.string(),
    appName: z.string().nullable(),
    note: z.string(),
    createdAt: z.number(),
    expiresAt: z.number(),
    usedAppId: z.string().nullable(),
    usedAt: z.number().nullable(),
    usedName: z.string().nullable()
  })
  .transform(({ usedAppId, usedAt, usedName, ...made }): AuthorizationLink => ({
    ...made,
    usedBy: usedAppId === null || usedAt === null ? null : { appId: usedAppId, name: usedName ?? usedAppId, at: usedAt }
  }))

/** The queries over many rows, apart so that a test can look at their plans. */
export const linkQueries = {
  newest: `SELECT ${columns} FROM ${tables} WHERE l.account_id = ? ORDER BY l.created_at DESC, l.rowid DESC LIMIT ?`,
  createdSince: `SELECT count(*) FROM authorization_links
    WHERE account_id = ? AND created_at > ? AND kind = 'create'`
} as const

/** The authorisation links (授权链接) that were made here. */
export function linkRepository(database: SqliteDatabase): LinkRepository {
  const insert = database.prepare(`
    INSERT INTO authorization_links (id, account_id, kind, url, app_name, note, created_at, expires_at)
    VALUES (@id, @accountId, @kind, @url, @appName, @note, @createdAt, @expiresAt)`)
  const use = database.prepare('UPDATE authorization_links SET used_app_id = ?, used_at = ? WHERE id = ?')
  const one = database.prepare(`SELECT ${columns} FROM ${tables} WHERE l.id = ?`)
  const newest = database.prepare(linkQueries.newest)
  const createdSince = database.prepare(linkQueries.createdSince).pluck()
  return {
    add: (made) => {
      insert.run(made)
      return link.parse(one.get(made.id))
    },
    list: (accountId, limit) => z.array(link).parse(newest.all(accountId, limit)),
    createdSince: (accountId, since) => Number(createdSince.get(accountId, since)),
    use: (id, appId, at) => {
      use.run(appId, at, id)
      return link.parse(one.get(id))
    }
  }
}
