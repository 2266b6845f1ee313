import { randomUUID } from 'node:crypto'
import { settingKinds, type SettingChange } from '@shared/domain/setting'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { notOpen, writeFor } from './missing'
import type { SettingChangeRepository, StoredChange } from './repositories'
import { deskError, jsonColumn, operationState } from './schemas'

const columns = `id, account_id AS accountId, app_id AS appId, kind, summary, state, started_at AS startedAt,
  finished_at AS finishedAt, actor, log_id AS logId, error, rollout_id AS rolloutId`

const change = z.object({
  id: z.string(),
  accountId: z.string(),
  appId: z.string(),
  kind: z.enum(settingKinds),
  summary: z.string(),
  state: operationState,
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
  actor: z.string(),
  logId: z.string().nullable(),
  error: jsonColumn(deskError).nullable(),
  rolloutId: z.string().nullable()
}) satisfies z.ZodType<SettingChange>

const stored = change
  .extend({ request: jsonColumn(z.unknown()), before: jsonColumn(z.unknown()) })
  .transform(({ request, before, ...rest }): StoredChange => ({ change: rest, request, before }))

const open = `state IN ('intended', 'unknown')`
const ofMerchant = 'account_id = @accountId AND app_id = @appId AND kind IN (SELECT value FROM json_each(@kinds))'

/** The queries over many rows, apart so that a test can look at their plans. */
export const settingChangeQueries = {
  changes: `SELECT ${columns} FROM setting_changes INDEXED BY setting_changes_of_merchant
    WHERE ${ofMerchant} ORDER BY started_at DESC, rowid DESC LIMIT @limit`,
  unsettledChanges: `SELECT ${columns} FROM setting_changes INDEXED BY setting_changes_unsettled
    WHERE ${ofMerchant} AND ${open} ORDER BY started_at, rowid`,
  allUnsettledChanges: `SELECT ${columns} FROM setting_changes INDEXED BY setting_changes_unsettled
    WHERE ${open} ORDER BY account_id, app_id, started_at, rowid`,
  changesOfRollout: `SELECT ${columns} FROM setting_changes INDEXED BY setting_changes_of_rollout
    WHERE rollout_id = ? ORDER BY started_at, rowid`
} as const

/** The journal of what we change of merchants' set-up: the intent before a call, its outcome after. */
export function settingChangeRepository(database: SqliteDatabase): SettingChangeRepository {
  return { ...reading(database), ...writing(database) }
}

type Reading = Omit<SettingChangeRepository, 'begin' | 'finish'>

function reading(database: SqliteDatabase): Reading {
  const get = database.prepare(`SELECT ${columns}, request, before FROM setting_changes WHERE id = ?`)
  const list = database.prepare(settingChangeQueries.changes)
  const unsettled = database.prepare(settingChangeQueries.unsettledChanges)
  const allUnsettled = database.prepare(settingChangeQueries.allUnsettledChanges)
  const ofRollout = database.prepare(settingChangeQueries.changesOfRollout)
  const changes = z.array(change)
  return {
    get: (id) => stored.nullable().parse(get.get(id) ?? null),
    list: ({ accountId, appId }, kinds, limit) =>
      changes.parse(list.all({ accountId, appId, kinds: JSON.stringify(kinds), limit })),
    unsettled: ({ accountId, appId }, kinds) =>
      changes.parse(unsettled.all({ accountId, appId, kinds: JSON.stringify(kinds) })),
    allUnsettled: () => changes.parse(allUnsettled.all()).sort((a, b) => a.startedAt - b.startedAt),
    ofRollout: (rolloutId) => changes.parse(ofRollout.all(rolloutId))
  }
}

function writing(database: SqliteDatabase): Omit<SettingChangeRepository, keyof Reading> {
  const insert = database.prepare(`
    INSERT INTO setting_changes (id, account_id, app_id, kind, summary, state, started_at, actor, request, before,
      rollout_id)
    VALUES (@id, @accountId, @appId, @kind, @summary, 'intended', @startedAt, @actor, @request, @before, @rolloutId)`)
  const finish = database.prepare(`
    UPDATE setting_changes SET state = @state, finished_at = @finishedAt, log_id = @logId, error = @error
    WHERE id = @id AND ${open}`)
  const one = database.prepare(`SELECT ${columns} FROM setting_changes WHERE id = ?`)
  return {
    begin: ({ request, before, ...intent }) => {
      const id = randomUUID()
      const texts = { request: JSON.stringify(request ?? null), before: JSON.stringify(before ?? null) }
      writeFor(intent, () => insert.run({ ...intent, ...texts, id }))
      return change.parse(one.get(id))
    },
    finish: (id, { state, finishedAt, logId, error }) => {
      const { changes } = finish.run({ id, state, finishedAt, logId, error: error && JSON.stringify(error) })
      if (changes === 0) throw notOpen(id, one.get(id) !== undefined)
      return change.parse(one.get(id))
    }
  }
}
