import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { StoreAccess } from '@shared/domain/safety'
import type { Clock, Logger } from '../ports'
import { openCopyInMemory } from './backup-reading'
import { Backups } from './backups'
import {
  BusyDatabaseError,
  busyTimeoutMs,
  DamagedDatabaseError,
  ForeignDatabaseError,
  inspectDatabase,
  isBusy,
  NewerDatabaseError,
  openDatabase,
  proveWritable,
  UnwritableDatabaseError,
  unwritableCode,
  type SqliteDatabase
} from './database'
import { migrate } from './migrate'
import { migrations } from './migrations'
import { aftermath, damageNotice, readingNotice } from './restore-notices'
import { RestoreFolder } from './restore-pending'
import { putBackup, setAside } from './restore-rescue'
import { carryOutRestore, type RestoreOutcome, type RestoreStep } from './restore-swap'

export type StoreOptions = {
  readonly file: string
  readonly backupDir: string
  readonly clock: Clock
  readonly logger: Logger
  /** Whether the file may be read only, though it could be written to; false. */
  readonly onlyReading?: boolean
  /** How long another program's lock is waited for, twice; 5 seconds. */
  readonly lockPatienceMs?: number
  /** Throws where the open database can not be written to; by writing a page. */
  readonly prove?: (database: SqliteDatabase) => void
  /** Hears of each step of a restore that is carried out. */
  readonly onRestoreStep?: (step: RestoreStep) => void
}

/**
 * The open database, and what the operator must be told about its opening: said when it is asked for, as the language is
 * kept in the database. `restored`: what became of a restore that was ordered.
 */
export type Opened = {
  readonly database: SqliteDatabase
  readonly notices: () => readonly string[]
  readonly access: StoreAccess
  readonly restored: RestoreOutcome | null
}

/** The version of the schema that this program works with. */
export const knownVersion = migrations.at(-1)?.version ?? 0

/**
 * Opens the database, whatever state the file is in. First a restore that was ordered is carried out. Then, from the mildest
 * to the worst:
 * - not to be written to (`onlyReading`): a copy in memory is opened for reading, and nothing else is done;
 * - locked by another program: waited for twice, then `BusyDatabaseError`;
 * - not writable (read-only, full disk): a copy in memory is opened for reading, and nothing is repaired;
 * - of another program, or of a newer version: refused and left as it is;
 * - damaged, or gone or empty although there was one: set aside under a dated name with its log files, never deleted; the
 *   newest backup that passes its check takes its place, else an empty database.
 */
export function openWithRescue(options: StoreOptions): Opened {
  mkdirSync(dirname(options.file), { recursive: true })
  const backups = new Backups(options.backupDir, options.clock)
  if (options.onlyReading === true) return { ...openForbidden(options), restored: null }
  const { restored, notices } = carriedOut(options, backups)
  const opened = openAsItIs(options, backups)
  return { ...opened, restored, notices: () => [...notices(), ...opened.notices()] }
}

/** A missing file can not be read either, and must not be made. */
function openForbidden(options: StoreOptions): Omit<Opened, 'restored'> {
  const unwritable = new UnwritableDatabaseError('ENOLCK', null)
  if (!existsSync(options.file)) throw unwritable
  return forReading(options, unwritable)
}

function carriedOut(options: StoreOptions, backups: Backups): Pick<Opened, 'restored' | 'notices'> {
  const { file, logger, onRestoreStep = () => undefined } = options
  let aside: string | null = null
  const restored = carryOutRestore({
    ...{ file, backups, knownVersion, logger, onStep: onRestoreStep },
    folder: new RestoreFolder(file),
    setAside: () => {
      aside = setAside(file, options.clock.now())
    }
  })
  return { restored, notices: () => (restored === null ? [] : aftermath(restored, aside)) }
}

function openAsItIs(options: StoreOptions, backups: Backups): Omit<Opened, 'restored'> {
  try {
    const database = whenFree(() => openMigrated(options, backups))
    return { database, notices: () => [], access: 'writing' }
  } catch (error) {
    if (error instanceof UnwritableDatabaseError) return forReading(options, error)
    if (!(error instanceof DamagedDatabaseError)) throw error
    options.logger.error('database damaged', { file: options.file })
    return rescue(options, backups)
  }
}

/** A lock that is still held after the first wait may be let go in a second one; longer than that nobody is kept waiting. */
function whenFree<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (!isBusy(error)) throw error
  }
  try {
    return work()
  } catch (error) {
    throw isBusy(error) ? new BusyDatabaseError(error) : error
  }
}

function openMigrated(options: StoreOptions, backups: Backups): SqliteDatabase {
  const { file } = options
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) throw new DamagedDatabaseError()
  // An empty or missing file opens like a first start; only the marker tells that there was data.
  const hasBytes = (found?.size ?? 0) > 0
  if (existsSync(marker(file)) && !hasBytes) throw new DamagedDatabaseError()
  try {
    return openWritable(options, backups, hasBytes)
  } catch (error) {
    const code = hasBytes ? unwritableCode(error) : null
    throw code === null ? error : new UnwritableDatabaseError(code, error)
  }
}

function openWritable(options: StoreOptions, backups: Backups, hasBytes: boolean): SqliteDatabase {
  const { file, logger, lockPatienceMs = busyTimeoutMs, prove = proveWritable } = options
  if (hasBytes) refuseUntouched(file, lockPatienceMs)
  const database = openDatabase(file, lockPatienceMs)
  try {
    let backedUp = false
    migrate(database, migrations, () => {
      backups.make(database, 'upgrade')
      backedUp = true
    })
    prove(database)
    if (!backedUp) backUpIfDue(database, backups, logger)
    writeFileSync(marker(file), '')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Looked at before the file is opened for writing, so that a refused file stays as it is, its log included. */
function refuseUntouched(file: string, timeoutMs: number): void {
  const { version, isOurs } = inspectDatabase(file, timeoutMs)
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

/** Nothing is repaired: the data is whole, and what is wrong is outside of it. */
function forReading({ file, logger }: StoreOptions, { code }: UnwritableDatabaseError): Omit<Opened, 'restored'> {
  logger.error('database opened for reading only', { file, code })
  const database = openCopyInMemory(file)
  try {
    // In the copy alone: an older schema could not be read otherwise.
    migrate(database, migrations, () => undefined)
  } catch (error) {
    database.close()
    throw error
  }
  return { database, notices: () => [readingNotice(code)], access: 'reading' }
}

function rescue(options: StoreOptions, backups: Backups): Omit<Opened, 'restored'> {
  const { file, clock } = options
  const aside = setAside(file, clock.now())
  const backup = backups.newestUsable(knownVersion)
  const paused = putBackup(backup, { file, marker: marker(file), now: clock.now() })
  const database = openMigrated(options, backups)
  return { database, notices: () => [damageNotice({ aside, backup, paused })], access: 'writing' }
}

const marker = (file: string): string => `${file}.initialised`
