import { NewerDatabaseError, readPragma, type SqliteDatabase } from './database'
import type { Migration } from './migrations/migration'

/**
 * Brings the database to the newest version, each step with its `user_version` in one transaction: a step that fails
 * leaves the database as the step before left it. `beforeFirst` runs once before a database that holds data is changed.
 * Throws `NewerDatabaseError` without touching the file.
 */
export function migrate(database: SqliteDatabase, steps: readonly Migration[], beforeFirst: () => void): void {
  const found = readPragma(database, 'user_version')
  const known = steps.at(-1)?.version ?? 0
  if (found > known) throw new NewerDatabaseError(found, known)
  const missing = steps.filter(({ version }) => version > found)
  if (missing.length > 0 && found > 0) beforeFirst()
  for (const { version, sql } of missing) {
    const step = database.transaction(() => {
      // Another process may have taken this step while we waited for its lock.
      if (readPragma(database, 'user_version') >= version) return
      database.exec(sql)
      database.pragma(`user_version = ${version}`)
    })
    step.immediate()
  }
}
