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

/** The file holds data that can be read, and can not be written to: the folder is read-only, or the disk is full. */
export class UnwritableDatabaseError extends Error {
  override readonly name = 'UnwritableDatabaseError'
  /** SQLite's code, or the operating system's. */
  readonly code: string

  constructor(code: string, cause: unknown) {
    super(`the database can not be written to (${code})`, { cause })
    this.code = code
  }
}

/** Another program holds the file, and has not let go of it in time; it is left as it is. */
export class BusyDatabaseError extends Error {
  override readonly name = 'BusyDatabaseError'
  constructor(cause: unknown) {
    super('another program holds the database; close it and start again', { cause })
  }
}

/** How long another program's lock is waited for, in milliseconds. */
export const busyTimeoutMs = 5_000

/** What a closed file says of itself. */
export type Inspection = { readonly version: number; readonly isOurs: boolean }

/**
 * Reads a closed file without changing it: a connection that may write would bring the log into the file on closing.
 * Throws `DamagedDatabaseError` where it is no database.
 */
export function inspectDatabase(file: string, timeoutMs = busyTimeoutMs): Inspection {
  return readOnly(
    file,
    (database) => ({
      version: readPragma(database, 'user_version'),
      isOurs: readPragma(database, 'application_id') === applicationId
    }),
    timeoutMs
  )
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

/** Looks at a closed file without changing it. Throws `DamagedDatabaseError` where it is no database, or a damaged one. */
export function readOnly<Value>(
  file: string,
  look: (database: SqliteDatabase) => Value,
  timeoutMs = busyTimeoutMs
): Value {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: timeoutMs })
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
 * run each time (19 ms for 22 MB). Waits up to `timeoutMs` for another process's lock.
 *
 * `synchronous=FULL` unless `lightly` says otherwise: the journal's intents must survive a power cut.
 * Throws `DamagedDatabaseError`, `ForeignDatabaseError`.
 */
export function openDatabase(file: string, timeoutMs = busyTimeoutMs): SqliteDatabase {
  const database = new Database(file, { timeout: timeoutMs })
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

/** Writes one page, and changes nothing by it: a full disk and a read-only file say so only then. */
export function proveWritable(database: SqliteDatabase): void {
  database.pragma(`user_version = ${readPragma(database, 'user_version')}`)
}

/** Why a file can not be written to, though it may be readable; null for every other failure. */
export function unwritableCode(error: unknown): string | null {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
  if (typeof code !== 'string') return null
  const isUnwritable =
    /^SQLITE_(READONLY|FULL|PERM|CANTOPEN|IOERR_(WRITE|SHM|FSYNC|TRUNCATE))/.test(code) ||
    /^(EROFS|EACCES|EPERM|ENOSPC|EDQUOT)$/.test(code)
  return isUnwritable ? code : null
}

/** Whether another program's lock was waited for in vain. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
}
