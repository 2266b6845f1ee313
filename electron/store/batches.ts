import { randomUUID } from 'node:crypto'
import type { DeskFailure } from '@shared/errors'
import type { SqliteDatabase } from './database'
import { batch, batchColumns, batchItem, batchItemColumns, batchItemTables, batches, batchItems } from './batch-rows'
import { notFound } from './missing'
import type { BatchRepository, NewBatch } from './repositories'

/** The queries over many rows, apart so that a test can look at their plans. */
export const batchQueries = {
  batches: `SELECT ${batchColumns} FROM batches b
    WHERE b.account_id = ? ORDER BY b.created_at DESC, b.rowid DESC LIMIT ?`,
  batchesInState: `SELECT ${batchColumns} FROM batches b INDEXED BY batches_by_state
    WHERE b.state = ? ORDER BY b.created_at, b.rowid`,
  nextItem: `SELECT ${batchItemColumns} FROM ${batchItemTables} WHERE i.batch_id = ? AND i.state = 'waiting'
    ORDER BY i.position LIMIT 1`,
  turnItems: `UPDATE batch_items INDEXED BY batch_items_by_state SET state = @to
    WHERE batch_id = @id AND state = @from`
} as const

/** All items of one batch: found by an index, and sorted, as none serves the order. */
export const batchItemsQuery = `SELECT ${batchItemColumns} FROM ${batchItemTables}
  WHERE i.batch_id = ? ORDER BY i.position`

/** What is done over many merchants at once: the journal of its items, which survives the program's end. */
export function batchRepository(database: SqliteDatabase): BatchRepository {
  return { ...reading(database), ...writing(database) }
}

type Reading = Pick<BatchRepository, 'get' | 'list' | 'items' | 'next' | 'inState'>

function reading(database: SqliteDatabase): Reading {
  const get = database.prepare(`SELECT ${batchColumns} FROM batches b WHERE b.account_id = ? AND b.id = ?`)
  const list = database.prepare(batchQueries.batches)
  const items = database.prepare(batchItemsQuery)
  const next = database.prepare(batchQueries.nextItem)
  const inState = database.prepare(batchQueries.batchesInState)
  return {
    get: (accountId, id) => batch.nullable().parse(get.get(accountId, id) ?? null),
    list: (accountId, limit) => batches.parse(list.all(accountId, limit)),
    items: (id) => batchItems.parse(items.all(id)),
    next: (id) => batchItem.nullable().parse(next.get(id) ?? null),
    inState: (states) =>
      [...new Set(states)]
        .flatMap((state) => batches.parse(inState.all(state)))
        .sort((a, b) => a.createdAt - b.createdAt)
  }
}

function writing(database: SqliteDatabase): Omit<BatchRepository, keyof Reading> {
  const one = database.prepare(`SELECT ${batchColumns} FROM batches b WHERE b.id = ?`)
  const saveState = database.prepare('UPDATE batches SET state = @state, finished_at = @finishedAt WHERE id = @id')
  const turn = database.prepare(batchQueries.turnItems)
  const insert = inserter(database)
  return {
    add: (made) => batch.parse(one.get(insert(made))),
    saveItem: itemSaver(database),
    saveState: (id, state, finishedAt) => {
      if (saveState.run({ id, state, finishedAt }).changes === 0) throw gone()
      return batch.parse(one.get(id))
    },
    turn: (id, from, to) => void turn.run({ id, from, to })
  }
}

/** Writes a batch with its items, all of it or nothing, and returns its new id. */
function inserter(database: SqliteDatabase): (made: NewBatch) => string {
  const insert = database.prepare(`
    INSERT INTO batches (id, account_id, kind, title, state, created_at, actor)
    VALUES (@id, @accountId, @kind, @title, 'running', @createdAt, @actor)`)
  const insertItem = database.prepare(`
    INSERT INTO batch_items (batch_id, app_id, position, summary, state, request)
    VALUES (@id, @appId, @position, @summary, 'waiting', @request)`)
  return database.transaction(({ accountId, kind, title, createdAt, actor, items }: NewBatch) => {
    const id = randomUUID()
    insert.run({ id, accountId, kind, title, createdAt, actor })
    for (const [position, { appId, summary, request }] of items.entries()) {
      insertItem.run({ id, appId, position, summary, request: JSON.stringify(request ?? null) })
    }
    return id
  })
}

function itemSaver(database: SqliteDatabase): BatchRepository['saveItem'] {
  const assignments = 'state = @state, error = @error, finished_at = @finishedAt'
  const where = 'WHERE batch_id = @id AND app_id = @appId'
  const save = database.prepare(`UPDATE batch_items SET ${assignments} ${where}`)
  const saveWithChange = database.prepare(`UPDATE batch_items SET ${assignments}, change_id = @changeId ${where}`)
  const one = database.prepare(
    `SELECT ${batchItemColumns} FROM ${batchItemTables} WHERE i.batch_id = ? AND i.app_id = ?`
  )
  return (id, appId, { state, error, finishedAt, changeId }) => {
    const row = { id, appId, state, error: error && JSON.stringify(error), finishedAt }
    const { changes } = changeId === undefined ? save.run(row) : saveWithChange.run({ ...row, changeId })
    if (changes === 0) throw gone()
    return batchItem.parse(one.get(id, appId))
  }
}

const gone = (): DeskFailure => notFound('没有找到这个批量任务', '账号的记录已被清除', '请刷新批量任务列表')
