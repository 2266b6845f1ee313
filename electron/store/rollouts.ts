import { randomUUID } from 'node:crypto'
import type { RolloutItem } from '@shared/domain/rollout'
import type { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { notFound } from './missing'
import { operation, operationColumns } from './operations'
import type { NewRollout, RolloutRepository } from './repositories'
import { rollout, rolloutColumns, rolloutItem, rolloutItemColumns, rolloutLogEntry } from './rollout-rows'

const notOver = `('planned', 'running', 'deciding', 'paused')`
const itemNotOver = `('waiting', 'running', 'reviewing', 'approved', 'unknown')`

/** The queries over many rows, apart so that a test can look at their plans. */
export const rolloutQueries = {
  rollouts: `SELECT ${rolloutColumns} FROM rollouts r
    WHERE r.account_id = ? ORDER BY r.created_at DESC, r.rowid DESC LIMIT ?`,
  rolloutsInState: `SELECT ${rolloutColumns} FROM rollouts r INDEXED BY rollouts_by_state
    WHERE r.state = ? ORDER BY r.created_at, r.rowid`,
  rolloutItem: `SELECT ${rolloutItemColumns} FROM rollout_items i WHERE i.rollout_id = ? AND i.app_id = ?`,
  rolloutLog: `SELECT id, at, tone, text FROM rollout_log WHERE rollout_id = ? ORDER BY id DESC LIMIT ?`,
  rolloutOperations: `SELECT ${operationColumns} FROM operations WHERE rollout_id = ? ORDER BY started_at`,
  rolloutsBusy: `SELECT i.app_id AS appId, r.id AS rolloutId, r.plan ->> 'title' AS title
    FROM rollouts r INDEXED BY rollouts_by_state CROSS JOIN rollout_items i ON i.rollout_id = r.id
    WHERE r.state IN ${notOver} AND r.account_id = ? AND i.state IN ${itemNotOver}
      AND r.plan ->> '$.work.kind' IN (SELECT value FROM json_each(?))`
} as const

/** All items of one rollout: found by its key, and sorted, as no index serves the order of their turns. */
export const rolloutItemsQuery = `SELECT ${rolloutItemColumns} FROM rollout_items i
  WHERE i.rollout_id = ? ORDER BY i.position`

/** Plans and the journal of their merchants, which survives the program's end. */
export function rolloutRepository(database: SqliteDatabase): RolloutRepository {
  return { ...reading(database), ...writing(database), ...logging(database) }
}

type Reading = Pick<RolloutRepository, 'get' | 'list' | 'inState' | 'items' | 'item' | 'operations' | 'busy'>
type Logging = Pick<RolloutRepository, 'log' | 'logEntries'>

function reading(database: SqliteDatabase): Reading {
  const get = database.prepare(`SELECT ${rolloutColumns} FROM rollouts r WHERE r.account_id = ? AND r.id = ?`)
  const list = database.prepare(rolloutQueries.rollouts)
  const inState = database.prepare(rolloutQueries.rolloutsInState)
  const items = database.prepare(rolloutItemsQuery)
  const item = database.prepare(rolloutQueries.rolloutItem)
  const operations = database.prepare(rolloutQueries.rolloutOperations)
  const busy = database.prepare(rolloutQueries.rolloutsBusy)
  return {
    get: (accountId, id) => rollout.nullable().parse(get.get(accountId, id) ?? null),
    list: (accountId, limit) => z.array(rollout).parse(list.all(accountId, limit)),
    inState: (states) =>
      [...new Set(states)]
        .flatMap((state) => z.array(rollout).parse(inState.all(state)))
        .sort((a, b) => a.createdAt - b.createdAt),
    items: (id) => z.array(rolloutItem).parse(items.all(id)),
    item: (id, appId) => rolloutItem.nullable().parse(item.get(id, appId) ?? null),
    operations: (id) => z.array(operation).parse(operations.all(id)),
    busy: (accountId, kinds) =>
      new Map(
        busyRows.parse(busy.all(accountId, JSON.stringify(kinds))).map(({ appId, ...where }) => [appId, where] as const)
      )
  }
}

const busyRows = z.array(z.object({ appId: z.string(), rolloutId: z.string(), title: z.string() }))

function writing(database: SqliteDatabase): Omit<RolloutRepository, keyof Reading | keyof Logging> {
  const one = database.prepare(`SELECT ${rolloutColumns} FROM rollouts r WHERE r.id = ?`)
  const saveItem = database.prepare(`
    UPDATE rollout_items SET step = @step, state = @state, from_version = @fromVersion, to_version = @toVersion,
      cause = @cause, error = @error, attempts = @attempts, not_before = @notBefore, review_since = @reviewSince,
      changed_at = @changedAt, finished_at = @finishedAt
    WHERE rollout_id = @id AND app_id = @appId`)
  const present = database.prepare(
    'SELECT state, hold, wave, started_at AS startedAt, finished_at AS finishedAt FROM rollouts WHERE id = ?'
  )
  const change = database.prepare(`
    UPDATE rollouts SET state = @state, hold = @hold, wave = @wave, started_at = @startedAt, finished_at = @finishedAt
    WHERE id = @id`)
  const turn = database.prepare(`
    UPDATE rollout_items SET state = @to, not_before = NULL, changed_at = @at,
      finished_at = CASE WHEN @to IN ${itemNotOver} THEN NULL ELSE @at END
    WHERE rollout_id = @id AND state = @from`)
  const insert = inserter(database)
  return {
    add: (made) => rollout.parse(one.get(insert(made))),
    saveItem: (id, item) => {
      if (saveItem.run({ id, ...item, error: item.error && JSON.stringify(item.error) }).changes === 0) throw gone()
    },
    change: (id, { hold, ...wanted }) => {
      const row: unknown = present.get(id)
      if (row === undefined) throw gone()
      const kept = presentRow.parse(row)
      const held = hold === undefined ? kept.hold : hold && JSON.stringify(hold)
      change.run({ ...kept, ...wanted, hold: held, id })
      return rollout.parse(one.get(id))
    },
    turn: database.transaction((id: string, from: readonly RolloutItem['state'][], to: string, at: number) =>
      from.reduce((sum, each) => sum + turn.run({ id, from: each, to, at }).changes, 0)
    )
  }
}

const presentRow = z.object({
  state: z.string(),
  hold: z.string().nullable(),
  wave: z.number(),
  startedAt: z.number().nullable(),
  finishedAt: z.number().nullable()
})

function logging(database: SqliteDatabase): Logging {
  const add = database.prepare(`
    INSERT INTO rollout_log (rollout_id, at, tone, text) SELECT id, @at, @tone, @text FROM rollouts WHERE id = @id`)
  const newest = database.prepare(rolloutQueries.rolloutLog)
  return {
    log: (id, { at, tone, text }) => {
      const { changes, lastInsertRowid } = add.run({ id, at, tone, text })
      if (changes === 0) throw gone()
      return { id: String(lastInsertRowid), at, tone, text }
    },
    logEntries: (id, limit) => z.array(rolloutLogEntry).parse(newest.all(id, limit)).reverse()
  }
}

/** Writes a rollout with its items, all of it or nothing, and returns its new id. */
function inserter(database: SqliteDatabase): (made: NewRollout) => string {
  const insert = database.prepare(`
    INSERT INTO rollouts (id, account_id, plan, wave_names, state, created_at, started_at, actor, origin)
    VALUES (@id, @accountId, @plan, @waveNames, @state, @createdAt, @startedAt, @actor, @origin)`)
  const insertItem = database.prepare(`
    INSERT INTO rollout_items (rollout_id, app_id, position, name, wave, step, state, from_version, to_version, request,
      changed_at, finished_at)
    VALUES (@id, @appId, @position, @name, @wave, @step, @state, @fromVersion, @toVersion, @request,
      @createdAt,
      CASE WHEN @state IN ${itemNotOver} THEN NULL ELSE @createdAt END)`)
  return database.transaction(({ plan, waveNames, items, ...made }: NewRollout) => {
    const id = randomUUID()
    insert.run({ ...made, id, plan: JSON.stringify(plan), waveNames: JSON.stringify(waveNames) })
    for (const [position, item] of items.entries()) {
      const request = item.request && JSON.stringify(item.request)
      insertItem.run({ ...item, request, id, position, createdAt: made.createdAt })
    }
    return id
  })
}

const gone = (): DeskFailure =>
  notFound(say`没有找到这次批量发布`, say`账号的记录已被清除`, say`请刷新批量发布列表`, 'rollouts')
