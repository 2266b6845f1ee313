import type { FirstTaskName } from '@shared/domain/first-tasks'
import { firstTaskNames } from '@shared/domain/first-tasks'
import { operationKinds } from '@shared/domain/operation'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { FirstTaskRepository } from './repositories'
import { jsonColumn } from './schemas'

/** Whether there is one at all: both end at the first row that they find in the index. */
export const firstTaskQueries = {
  doneOperation: `SELECT 1 FROM operations INDEXED BY operations_of_merchant WHERE kind = ? AND state = 'done' LIMIT 1`,
  anyRollout: 'SELECT 1 FROM rollouts INDEXED BY rollouts_by_state LIMIT 1'
} as const

const settingKey = 'firstTasksDone'

/** A name of another version of the program is left out; a damaged row is an empty one. */
const names = jsonColumn(z.array(z.string()))
  .catch([])
  .transform((kept): readonly FirstTaskName[] => firstTaskNames.filter((name) => kept.includes(name)))

export function firstTaskRepository(database: SqliteDatabase): FirstTaskRepository {
  const kept = database.prepare('SELECT value FROM settings WHERE key = ?').pluck()
  const keep = database.prepare(`
    INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
  const doneOperation = database.prepare(firstTaskQueries.doneOperation).pluck()
  const anyRollout = database.prepare(firstTaskQueries.anyRollout).pluck()
  return {
    kept: () => names.parse(kept.get(settingKey) ?? '[]'),
    keep: (done) => void keep.run(settingKey, JSON.stringify(done)),
    doneOperations: () => operationKinds.filter((kind) => doneOperation.get(kind) !== undefined),
    anyRollout: () => anyRollout.get() !== undefined
  }
}
