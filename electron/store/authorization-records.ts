import { authorizationChanges, type AuthorizationRecord } from '@shared/domain/authorization'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { AuthorizationRecordRepository } from './repositories'
import { jsonColumn, permissionSetList } from './schemas'

const record: z.ZodType<AuthorizationRecord> = z.object({
  id: z.number().transform(String),
  at: z.number(),
  change: z.enum(authorizationChanges),
  by: z.enum(['event', 'paste', 'list', 'call', 'operator']),
  added: jsonColumn(permissionSetList),
  removed: jsonColumn(permissionSetList),
  actor: z.string().nullable()
})

/** The query over many rows, apart so that a test can look at its plan. */
export const authorizationRecordsQuery = `SELECT id, at, change, noticed_by AS "by", added, removed, actor
  FROM authorization_records WHERE account_id = ? AND app_id = ? ORDER BY id DESC LIMIT ?`

/** What happened to each merchant's authorisation, in the order in which it was noticed. */
export function authorizationRecordRepository(database: SqliteDatabase): AuthorizationRecordRepository {
  const insert = database.prepare(`
    INSERT INTO authorization_records (account_id, app_id, at, change, noticed_by, added, removed, actor)
    VALUES (@accountId, @appId, @at, @change, @by, @added, @removed, @actor)`)
  const newest = database.prepare(authorizationRecordsQuery)
  return {
    add: ({ accountId, appId }, added) => {
      const texts = { added: JSON.stringify(added.added), removed: JSON.stringify(added.removed) }
      const { lastInsertRowid } = insert.run({ ...added, ...texts, accountId, appId })
      return { ...added, id: String(lastInsertRowid) }
    },
    list: ({ accountId, appId }, limit) => z.array(record).parse(newest.all(accountId, appId, limit))
  }
}
