import { z } from 'zod'
import { readCursor, writeCursor } from './cursor'
import type { SqliteDatabase } from './database'
import { writeFor } from './missing'
import type { TimelineRepository } from './repositories'
import { deskError, hostReasons, jsonColumn, operationKind, textList } from './schemas'

const pageKey = z.tuple([z.number(), z.number()])

const entry = z.object({
  id: z.number().transform(String),
  at: z.number(),
  kind: z.enum([
    'uploaded',
    'submitted',
    'approved',
    'rejected',
    'withdrawn',
    'released',
    'rolled_back',
    'taken_down',
    'refused',
    'not_carried_out'
  ]),
  source: z.enum(['desk', 'platform']),
  version: z.string().nullable(),
  summary: z.string().nullable(),
  hosts: jsonColumn(textList),
  reasons: jsonColumn(hostReasons),
  actor: z.string().nullable(),
  logId: z.string().nullable(),
  operation: operationKind.nullable(),
  error: jsonColumn(deskError).nullable()
})

const columns = 'id, at, kind, source, version, summary, hosts, reasons, actor, log_id AS logId, operation, error'

/** The query over many rows, apart so that a test can look at its plan. */
export const timelinePageQuery = `SELECT ${columns} FROM timeline
  WHERE account_id = @accountId AND app_id = @appId AND (at, id) < (@at, @id)
  ORDER BY at DESC, id DESC LIMIT @limit`

/** What happened to each merchant's versions, in the order of its time. */
export function timelineRepository(database: SqliteDatabase): TimelineRepository {
  const insert = database.prepare(`
    INSERT INTO timeline (account_id, app_id, at, kind, source, version, summary, hosts, reasons, actor, log_id,
      operation, error)
    VALUES (@accountId, @appId, @at, @kind, @source, @version, @summary, @hosts, @reasons, @actor, @logId, @operation,
      @error)`)
  const page = database.prepare(timelinePageQuery)
  return {
    add: ({ accountId, appId }, added) => {
      const texts = {
        hosts: JSON.stringify(added.hosts),
        reasons: JSON.stringify(added.reasons),
        error: added.error && JSON.stringify(added.error)
      }
      const row = { ...added, accountId, appId, ...texts }
      const { lastInsertRowid } = writeFor({ accountId, appId }, () => insert.run(row))
      return { ...added, id: String(lastInsertRowid) }
    },
    page: ({ accountId, appId }, cursor, limit) => {
      const newest: [number, number] = [Number.MAX_SAFE_INTEGER, 0]
      const [at, id] = cursor === null ? newest : readCursor(cursor, pageKey)
      const entries = z.array(entry).parse(page.all({ accountId, appId, at, id, limit }))
      const last = entries.length === limit ? entries.at(-1) : undefined
      return { entries, next: last ? writeCursor([last.at, Number(last.id)]) : null }
    }
  }
}
