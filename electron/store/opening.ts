import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Clock, Logger } from '../ports'
import { Backups, stamp } from './backups'
import {
  DamagedDatabaseError,
  ForeignDatabaseError,
  inspectDatabase,
  NewerDatabaseError,
  openDatabase,
  type SqliteDatabase
} from './database'
import { migrate } from './migrate'
import { migrations } from './migrations'

export type StoreOptions = {
  readonly file: string
  readonly backupDir: string
  readonly clock: Clock
  readonly logger: Logger
}

/** The open database, and what the operator must be told about its opening. */
export type Opened = { readonly database: SqliteDatabase; readonly notices: readonly string[] }

const knownVersion = migrations.at(-1)?.version ?? 0

/**
 * Opens the database, whatever state the file is in. A damaged one is set aside under a dated name with its log files,
 * never deleted; the newest backup that passes its check takes its place, else an empty database. The same goes for a
 * file that is gone although there was one, as a crash in the middle of this leaves it.
 */
export function openWithRescue(options: StoreOptions): Opened {
  mkdirSync(dirname(options.file), { recursive: true })
  const backups = new Backups(options.backupDir, options.clock)
  try {
    return { database: openMigrated(options, backups), notices: [] }
  } catch (error) {
    if (!(error instanceof DamagedDatabaseError)) throw error
    options.logger.error('database damaged', { file: options.file })
    return rescue(options, backups)
  }
}

function openMigrated({ file, logger }: StoreOptions, backups: Backups): SqliteDatabase {
  // An empty or missing file opens like a first start; only the marker tells that there was data.
  const hasBytes = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
  if (existsSync(marker(file)) && !hasBytes) throw new DamagedDatabaseError()
  if (hasBytes) refuseUntouched(file)
  const database = openDatabase(file)
  try {
    let backedUp = false
    migrate(database, migrations, () => {
      backups.make(database)
      backedUp = true
    })
    if (!backedUp) backUpIfDue(database, backups, logger)
    writeFileSync(marker(file), '')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Looked at before the file is opened for writing, so that a refused file stays as it is, its log included. */
function refuseUntouched(file: string): void {
  const { version, isOurs } = inspectDatabase(file)
  if (!isOurs) throw new ForeignDatabaseError()
  if (version > knownVersion) throw new NewerDatabaseError(version, knownVersion)
}

/** The daily backup is a precaution: that it fails (a full disk) is no reason not to open. */
function backUpIfDue(database: SqliteDatabase, backups: Backups, logger: Logger): void {
  try {
    backups.makeIfDue(database)
  } catch (error) {
    logger.warn('daily backup failed', { error: String(error) })
  }
}

function rescue(options: StoreOptions, backups: Backups): Opened {
  const { file } = options
  const aside = setAside(file, stamp(options.clock.now()))
  const found = aside === null ? '数据文件不见了' : `数据文件已损坏，原文件保留为 ${basename(aside)}`
  const backup = backups.newestUsable(knownVersion)
  if (backup === null) {
    rmSync(marker(file), { force: true })
    const database = openMigrated(options, backups)
    return { database, notices: [`${found}；没有可用的备份，已建立新的数据文件，商家会重新从平台读取`] }
  }
  copyFileSync(backup, `${file}.restoring`)
  renameSync(`${file}.restoring`, file)
  const database = openMigrated(options, backups)
  return { database, notices: [`${found}；已恢复备份 ${basename(backup)}，备份之后的改动会重新从平台读取`] }
}

/** Renames the file with its log files; returns its new name, or null where there was none. */
function setAside(file: string, moment: string): string | null {
  const wasThere = existsSync(file)
  const aside = freeName(`${file}.damaged-${moment}`)
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(file + ending)) renameSync(file + ending, aside + ending)
  }
  return wasThere ? aside : null
}

function freeName(name: string): string {
  const isTaken = (each: string) => existsSync(each) || existsSync(`${each}-wal`)
  let free = name
  for (let number = 2; isTaken(free); number += 1) free = `${name}-${number}`
  return free
}

const marker = (file: string): string => `${file}.initialised`
