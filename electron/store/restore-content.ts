import { z } from 'zod'
import type { DataCounts } from '@shared/domain/safety'
import type { SqliteDatabase } from './database'

/** What a copy holds, to be shown before it takes the database's place. */
export type DatabaseContent = {
  readonly counts: DataCounts
  readonly accountNames: readonly string[]
  readonly unfinishedRollouts: number
}

const goingOn = `('planned', 'running', 'deciding')`
const notOver = `('planned', 'running', 'deciding', 'paused')`
const numberRow = z.number()
const names = z.array(z.string())

/** Reads an open copy of any version: what its schema does not know yet is nothing. */
export function contentOf(database: SqliteDatabase): DatabaseContent {
  const count = (table: string, where = ''): number =>
    hasTable(database, table)
      ? numberRow.parse(database.prepare(`SELECT count(*) FROM ${table} ${where}`).pluck().get())
      : 0
  const shown = hasColumn(database, 'accounts', 'removed_at') ? 'WHERE removed_at IS NULL' : ''
  return {
    counts: {
      accounts: count('accounts', shown),
      merchants: count('merchants'),
      rollouts: count('rollouts')
    },
    accountNames: names.parse(database.prepare(`SELECT name FROM accounts ${shown} ORDER BY name`).pluck().all()),
    unfinishedRollouts: count('rollouts', `WHERE state IN ${notOver}`)
  }
}

/**
 * Pauses what would go on by itself: it was planned on facts of the time of the copy, and may have been done since. `line` is
 * written in each one's log. Answers with how many there were.
 */
export function pauseRollouts(database: SqliteDatabase, at: number, line: string): number {
  if (!hasTable(database, 'rollouts')) return 0
  const work = database.transaction(() => {
    const paused = names.parse(
      database
        .prepare(
          `UPDATE rollouts SET state = 'paused', hold = '{"by":"operator"}' WHERE state IN ${goingOn} RETURNING id`
        )
        .pluck()
        .all()
    )
    const log = database.prepare(`INSERT INTO rollout_log (rollout_id, at, tone, text) VALUES (?, ?, 'warning', ?)`)
    for (const id of paused) log.run(id, at, line)
    return paused.length
  })
  return work()
}

/** Takes what is sealed out of a copy that leaves this computer, so that no page of the file holds it any more. */
export function stripSealed(database: SqliteDatabase): void {
  for (const table of ['sealed_values', 'merchant_tokens']) {
    if (hasTable(database, table)) database.exec(`DELETE FROM ${table}`)
  }
  database.exec('VACUUM')
}

const sealedTables = [
  ['sealed_values', 'account_id, name, box'],
  ['merchant_tokens', 'account_id, app_id, box, issued_at, access_expires_at, refresh_expires_at']
] as const

/** Takes over the tokens of the database at `present`: a refresh token works once, so those of an older copy may be used up. */
export function carrySealed(database: SqliteDatabase, present: string): void {
  database.prepare('ATTACH ? AS present').run(present)
  try {
    const work = database.transaction(() => {
      for (const [table, columns] of sealedTables) {
        if (!hasTable(database, table)) continue
        database.exec(`INSERT OR REPLACE INTO main.${table} (${columns})
          SELECT ${columns} FROM present.${table} WHERE account_id IN (SELECT id FROM main.accounts)`)
      }
    })
    work()
  } finally {
    database.exec('DETACH present')
  }
}

function hasTable(database: SqliteDatabase, table: string): boolean {
  const found = database.prepare(`SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?`).get(table)
  return found !== undefined
}

function hasColumn(database: SqliteDatabase, table: string, column: string): boolean {
  return database.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column) !== undefined
}
