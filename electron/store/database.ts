import Database from 'better-sqlite3'

export type SqliteDatabase = Database.Database

/** Marks the file as ours: "MDSK". */
const applicationId = 0x4d44534b

/** The file was written by a newer version of the program; it is left as it is. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
  constructor(found: number, known: number) {
    super(`the database has version ${found}, this program knows ${known}`)
  }
}

/** The file is a database, and not one of ours; it is left as it is. */
export class ForeignDatabaseError extends Error {
  override readonly name = 'ForeignDatabaseError'
  constructor() {
    super('the file is a database of another program')
  }
}

/** The file can not be trusted: not a database, or one with damaged pages. */
export class DamagedDatabaseError extends Error {
  override readonly name = 'DamagedDatabaseError'
  constructor() {
    super('the database file is damaged')
  }
}

/** What a closed file says of itself. */
export type Inspection = { readonly version: number; readonly isOurs: boolean }

/**
 * Reads a closed file without changing it: a connection that may write would bring the log into the file on closing.
 * Throws `DamagedDatabaseError` where it is no database.
 */
export function inspectDatabase(file: string): Inspection {
  return readOnly(file, (database) => ({
    version: readPragma(database, 'user_version'),
    isOurs: readPragma(database, 'application_id') === applicationId
  }))
}

/** Whether a closed file passes SQLite's check; the file is not changed. */
export function isSound(file: string): boolean {
  try {
    return readOnly(file, (database) => database.pragma('quick_check(1)', { simple: true }) === 'ok')
  } catch (error) {
    if (error instanceof DamagedDatabaseError) return false
    throw error
  }
}

function readOnly<Value>(file: string, look: (database: SqliteDatabase) => Value): Value {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 })
  try {
    return look(database)
  } catch (error) {
    throw isDamage(error) ? new DamagedDatabaseError() : error
  } finally {
    database.close()
  }
}

/**
 * Opens the file and proves that it can be used: a damaged page may let every query pass for weeks, so `quick_check` is
 * run each time (19 ms for 22 MB). Waits up to 5 seconds for another process's lock.
 *
 * `synchronous=FULL` unless `lightly` says otherwise: the journal's intents must survive a power cut.
 * Throws `DamagedDatabaseError`, `ForeignDatabaseError`.
 */
export function openDatabase(file: string): SqliteDatabase {
  const database = new Database(file, { timeout: 5_000 })
  try {
    const isNew = readPragma(database, 'user_version') === 0 && readPragma(database, 'page_count') === 0
    const id = readPragma(database, 'application_id')
    if (!isNew && id !== applicationId) throw new ForeignDatabaseError()
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DamagedDatabaseError()
    if (isNew) database.pragma(`application_id = ${applicationId}`)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    return database
  } catch (error) {
    database.close()
    throw isDamage(error) ? new DamagedDatabaseError() : error
  }
}

/**
 * Runs writes without forcing each of them to the disk (`synchronous=NORMAL`): a power cut may take the last of them, in the
 * order in which they were made, and the next forced write saves those before it. For what can be had again from the platform.
 * Within a transaction, the transaction's own care counts.
 */
export function lightly<Value>(database: SqliteDatabase, work: () => Value): Value {
  if (database.inTransaction) return work()
  database.pragma('synchronous = NORMAL')
  try {
    return work()
  } finally {
    database.pragma('synchronous = FULL')
  }
}

/** Optimizes, writes the log back into the file, and closes. */
export function closeDatabase(database: SqliteDatabase): void {
  database.pragma('optimize')
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

export function readPragma(database: SqliteDatabase, name: string): number {
  return Number(database.pragma(name, { simple: true }))
}

function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)
}
