import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../ports'
import { DamagedDatabaseError, inspectDatabase, isSound, type SqliteDatabase } from './database'

const name = /^merchant-desk-\d{8}T\d{6}\.sqlite$/
const kept = 2
const dayMs = 24 * 60 * 60_000

/**
 * Copies of the database in a folder of their own: one a day at start, and one before each change of the schema. Only
 * copies that pass the check are kept, the newest two.
 */
export class Backups {
  private readonly folder: string
  private readonly clock: Clock

  constructor(folder: string, clock: Clock) {
    this.folder = folder
    this.clock = clock
  }

  /** Newest first. */
  list(): readonly string[] {
    if (!statSync(this.folder, { throwIfNoEntry: false })?.isDirectory()) return []
    return readdirSync(this.folder)
      .filter((each) => name.test(each))
      .sort()
      .reverse()
      .map((each) => join(this.folder, each))
  }

  makeIfDue(database: SqliteDatabase): void {
    const newest = this.list()[0]
    if (!newest || this.clock.now() - statSync(newest).mtimeMs > dayMs) this.make(database)
  }

  /** The newest copy that can take the database's place: ours, with data, not newer than `version`, and sound. */
  newestUsable(version: number): string | null {
    return this.list().find((file) => isUsable(file, version)) ?? null
  }

  /** Throws when the copy can not be made or does not pass the check: then nothing may be changed. */
  make(database: SqliteDatabase): void {
    mkdirSync(this.folder, { recursive: true })
    const file = join(this.folder, `merchant-desk-${stamp(this.clock.now())}.sqlite`)
    const unfinished = `${file}.part`
    rmSync(unfinished, { force: true })
    database.prepare('VACUUM INTO ?').run(unfinished)
    if (!isSound(unfinished)) throw new BackupFailedError()
    flush(unfinished)
    renameSync(unfinished, file)
    for (const old of this.list().slice(kept)) rmSync(old, { force: true })
  }
}

/** The copy is damaged, although the database is not: the disk is not to be trusted. */
export class BackupFailedError extends Error {
  override readonly name = 'BackupFailedError'
  constructor() {
    super('the backup of the database did not pass its check')
  }
}

function isUsable(file: string, knownVersion: number): boolean {
  try {
    const { version, isOurs } = inspectDatabase(file)
    return isOurs && version > 0 && version <= knownVersion && isSound(file)
  } catch (error) {
    if (error instanceof DamagedDatabaseError) return false
    throw error
  }
}

/** SQLite leaves it to the operating system when the copy reaches the disk. */
function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** `20260101T080000`: sorts by time, and is a file name everywhere. */
export function stamp(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)
}
