import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupReasons, type BackupReason } from '@shared/domain/safety'
import type { Clock } from '../ports'
import { DamagedDatabaseError, inspectDatabase, isSound, type SqliteDatabase } from './database'

/** Those of earlier versions of the program have no reason in their name. */
const name = /^merchant-desk-(\d{8}T\d{6})(|-daily|-upgrade|-manual|-restore)\.sqlite$/
const dayMs = 24 * 60 * 60_000

/** How many copies are kept; older ones go when a new one has passed its check. */
export const backupsKept = 7

/** One copy in the folder; `at` is when it was made, by its name. */
export type BackupFile = {
  readonly path: string
  readonly name: string
  readonly at: number
  readonly bytes: number
  readonly reason: BackupReason
}

/**
 * Copies of the database in a folder of their own: one a day at start, one before each change of the schema, one before
 * another takes the database's place, and those made by hand. Only copies that pass the check are kept, the newest seven.
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

  /** The same with what is told of each. */
  files(): readonly BackupFile[] {
    return this.list().flatMap((path) => {
      const found = statSync(path, { throwIfNoEntry: false })
      const facts = factsOf(path.slice(this.folder.length + 1))
      return found && facts ? [{ path, bytes: found.size, ...facts }] : []
    })
  }

  makeIfDue(database: SqliteDatabase): void {
    const newest = this.list()[0]
    if (!newest || this.clock.now() - statSync(newest).mtimeMs > dayMs) this.make(database, 'daily')
  }

  /** The newest copy that can take the database's place: ours, with data, not newer than `version`, and sound. */
  newestUsable(version: number): string | null {
    return this.list().find((file) => isUsable(file, version)) ?? null
  }

  /** Throws when the copy can not be made or does not pass the check: then nothing may be changed. */
  make(database: SqliteDatabase, reason: BackupReason): void {
    mkdirSync(this.folder, { recursive: true })
    const file = join(this.folder, `merchant-desk-${stamp(this.clock.now())}-${reason}.sqlite`)
    copySound(database, file)
    for (const old of this.list().slice(backupsKept)) rmSync(old, { force: true })
  }
}

/** Copies an open database into a file that appears only once it is whole and checked. Throws `BackupFailedError`. */
export function copySound(database: SqliteDatabase, file: string): void {
  const unfinished = `${file}.part`
  rmSync(unfinished, { force: true })
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
    if (!isSound(unfinished)) throw new BackupFailedError()
    flush(unfinished)
    renameSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** The copy is damaged, although the database is not: the disk is not to be trusted. */
export class BackupFailedError extends Error {
  override readonly name = 'BackupFailedError'
  constructor() {
    super('the backup of the database did not pass its check')
  }
}

function factsOf(fileName: string): Pick<BackupFile, 'name' | 'at' | 'reason'> | null {
  const [, moment = '', said] = name.exec(fileName) ?? []
  const [year, month, day] = [moment.slice(0, 4), moment.slice(4, 6), moment.slice(6, 8)]
  const time = [moment.slice(9, 11), moment.slice(11, 13), moment.slice(13, 15)].join(':')
  const at = Date.parse(`${year}-${month}-${day}T${time}Z`)
  if (Number.isNaN(at)) return null
  return { name: fileName, at, reason: backupReasons.find((each) => said === `-${each}`) ?? 'daily' }
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
