import { randomUUID } from 'node:crypto'
import type { MerchantRef } from '@shared/domain/merchant'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { notOpen, writeFor } from './missing'
import type { OperationRepository } from './repositories'
import { deskError, jsonColumn, operationKind, operationState, versionList } from './schemas'

export const operationColumns = `id, account_id AS accountId, app_id AS appId, kind, version, state, started_at AS startedAt,
  finished_at AS finishedAt, actor, log_id AS logId, error, rollout_id AS rolloutId`

export const operation = z.object({
  id: z.string(),
  accountId: z.string(),
  appId: z.string(),
  kind: operationKind,
  version: z.string().nullable(),
  state: operationState,
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
  actor: z.string(),
  logId: z.string().nullable(),
  error: jsonColumn(deskError).nullable(),
  rolloutId: z.string().nullable()
})

const oneOperation = operation.nullable()
const requestColumn = jsonColumn(z.unknown()).nullable()
const requests = z.array(jsonColumn(z.unknown()))
const time = z.number().nullable()

const stored = operation
  .extend({ request: jsonColumn(z.unknown()), before: jsonColumn(versionList) })
  .transform(({ request, before, ...rest }) => ({ operation: rest, request, before }))

const open = `state IN ('intended', 'unknown')`

/** The queries over many rows, apart so that a test can look at their plans. */
export const operationQueries = {
  unsettled: `SELECT ${operationColumns} FROM operations INDEXED BY operations_unsettled
    WHERE account_id = ? AND app_id = ? AND ${open} ORDER BY started_at LIMIT 1`,
  allUnsettled: `SELECT ${operationColumns} FROM operations INDEXED BY operations_unsettled
    WHERE ${open} ORDER BY account_id, app_id, started_at`,
  lastDone: `SELECT coalesce(finished_at, started_at) FROM operations
    WHERE account_id = ? AND app_id = ? AND kind = ? AND state = 'done' ORDER BY started_at DESC LIMIT 1`,
  lastRequest: `SELECT request FROM operations
    WHERE account_id = ? AND app_id = ? AND kind = ? AND state = 'done' ORDER BY started_at DESC LIMIT 1`,
  uploadsOf: `SELECT request FROM operations INDEXED BY operations_uploads
    WHERE account_id = ? AND app_id = ? AND kind = 'upload' AND state = 'done' AND version = ?
    ORDER BY started_at DESC LIMIT ?`,
  uploads: `SELECT o.app_id AS appId, o.version, o.request, u.place FROM (
      SELECT rowid, row_number() OVER (PARTITION BY app_id ORDER BY started_at DESC) AS place
      FROM operations INDEXED BY operations_uploads
      WHERE account_id = @accountId AND kind = 'upload' AND state = 'done'
    ) u JOIN operations o ON o.rowid = u.rowid WHERE u.place <= @limit`
} as const

const uploads = z.array(
  z.object({
    appId: z.string(),
    version: z.string().nullable(),
    request: jsonColumn(z.unknown()),
    place: z.number()
  })
)

/** The journal of what we do to merchants: the intent before a call, its outcome after. */
export function operationRepository(database: SqliteDatabase): OperationRepository {
  const insert = database.prepare(`
    INSERT INTO operations (id, account_id, app_id, kind, version, state, started_at, actor, rollout_id,
      request, versions_before)
    VALUES (@id, @accountId, @appId, @kind, @version, 'intended', @startedAt, @actor, @rolloutId, @request, @before)`)
  const finish = database.prepare(`
    UPDATE operations SET state = @state, finished_at = @finishedAt, log_id = @logId, error = @error
    WHERE id = @id AND ${open}`)
  const get = database.prepare(
    `SELECT ${operationColumns}, request, versions_before AS before FROM operations WHERE id = ?`
  )
  const one = database.prepare(`SELECT ${operationColumns} FROM operations WHERE id = ?`)
  const unsettled = database.prepare(operationQueries.unsettled)
  const allUnsettled = database.prepare(operationQueries.allUnsettled)
  const lastDone = database.prepare(operationQueries.lastDone).pluck()
  const lastRequest = database.prepare(operationQueries.lastRequest).pluck()
  const uploadsOf = database.prepare(operationQueries.uploadsOf).pluck()
  const acceptedUploads = database.prepare(operationQueries.uploads)
  const lastOf = ({ accountId, appId }: MerchantRef, kind: string): number | null =>
    time.parse(lastDone.get(accountId, appId, kind) ?? null)
  return {
    begin: ({ request, before, accountId, appId, kind, version, actor, startedAt, rolloutId }) => {
      const id = randomUUID()
      const texts = { request: JSON.stringify(request ?? null), before: JSON.stringify(before) }
      writeFor({ accountId, appId }, () =>
        insert.run({ id, accountId, appId, kind, version, actor, startedAt, rolloutId, ...texts })
      )
      return operation.parse(one.get(id))
    },
    finish: (id, { state, finishedAt, logId, error }) => {
      const { changes } = finish.run({ id, state, finishedAt, logId, error: error && JSON.stringify(error) })
      if (changes === 0) throw notOpen(id, one.get(id) !== undefined)
      return operation.parse(one.get(id))
    },
    get: (id) => stored.nullable().parse(get.get(id) ?? null),
    unsettled: ({ accountId, appId }) => oneOperation.parse(unsettled.get(accountId, appId) ?? null),
    allUnsettled: () =>
      z
        .array(operation)
        .parse(allUnsettled.all())
        .sort((a, b) => a.startedAt - b.startedAt),
    lastDoneAt: (ref, kinds) => {
      const times = kinds.map((kind) => lastOf(ref, kind)).filter((each) => each !== null)
      return times.length > 0 ? Math.max(...times) : null
    },
    uploads: (accountId, limit) =>
      uploads
        .parse(acceptedUploads.all({ accountId, limit }))
        .sort((a, b) => a.place - b.place)
        .map(({ appId, version, request }) => ({ appId, version, request })),
    uploadsOf: ({ accountId, appId }, version, limit) =>
      requests.parse(uploadsOf.all(accountId, appId, version, limit)),
    lastRequest: ({ accountId, appId }, kind) => requestColumn.parse(lastRequest.get(accountId, appId, kind) ?? null)
  }
}
