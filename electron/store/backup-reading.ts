import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { unwritableCode, readOnly, type SqliteDatabase } from './database'

/** Larger than this, in bytes, a database is not taken into memory. */
const memoryMax = 1024 ** 3

/**
 * A copy in memory of a database that can not be written to, so that it can at least be looked at. What is written to the
 * copy is gone with it, hence whoever works on it must send nothing to the platform.
 */
export function openCopyInMemory(file: string): SqliteDatabase {
  if (statSync(file).size > memoryMax) throw new Error('the database is too large to be opened for reading only')
  const bytes = bytesOf(file)
  // Bytes 18 and 19 say that there is a log beside the file, which memory has none of.
  bytes.fill(1, 18, 20)
  const database = new Database(bytes)
  database.pragma('foreign_keys = ON')
  return database
}

/** With what stands in the log. Where SQLite can not read the log in its place (it needs to write beside it), elsewhere. */
function bytesOf(file: string): Buffer {
  try {
    return serialized(file)
  } catch (error) {
    if (unwritableCode(error) === null) throw error
  }
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return readFileSync(file)
  const folder = mkdtempSync(join(tmpdir(), 'merchant-desk-reading-'))
  try {
    for (const ending of ['', '-wal']) {
      if (existsSync(file + ending)) copyFileSync(file + ending, join(folder, `copy${ending}`))
    }
    return serialized(join(folder, 'copy'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Read first: where that fails, serializing would say no more than "out of memory". */
function serialized(file: string): Buffer {
  return readOnly(file, (database) => {
    database.pragma('page_count')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database.serialize()
  })
}
