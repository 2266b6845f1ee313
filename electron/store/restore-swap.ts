import { existsSync, renameSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Logger } from '../ports'
import type { Backups } from './backups'
import { closeDatabase, DamagedDatabaseError, openDatabase } from './database'
import { carrySealed } from './restore-content'
import type { RestoreFolder, RestoreOrder } from './restore-pending'

/** What became of a restore that was ordered. `postponed`: the present database stays, and the order too. */
export type RestoreOutcome =
  | { readonly kind: 'done'; readonly order: RestoreOrder }
  | { readonly kind: 'unusable'; readonly order: RestoreOrder }
  | { readonly kind: 'postponed'; readonly order: RestoreOrder; readonly why: string }

/** The moments between which a process can end; handed out so that a test can end it there. */
export type RestoreStep = 'ordered' | 'backed_up' | 'carried' | 'cleared' | 'swapped'

export type RestoreSwap = {
  readonly file: string
  readonly folder: RestoreFolder
  readonly backups: Backups
  readonly knownVersion: number
  readonly logger: Logger
  /** Renames a file with its log files, out of the way. */
  readonly setAside: () => void
  readonly onStep: (step: RestoreStep) => void
}

/**
 * Carries out what was ordered, before the database is opened: the present one is backed up, its tokens are taken over, and
 * the other takes its place by one renaming. Each step can be done again. Null: nothing was ordered.
 * Throws what opening the present one throws, where it is another program's or a newer version's.
 */
export function carryOutRestore(swap: RestoreSwap): RestoreOutcome | null {
  const { folder, onStep, file, knownVersion, logger } = swap
  const order = folder.read()
  if (order === null) return null
  onStep('ordered')
  if (!folder.isSwapped()) {
    if (!folder.isUsable(knownVersion)) {
      folder.drop()
      return { kind: 'unusable', order }
    }
    const trouble = makeWay(swap)
    if (trouble !== null) {
      logger.error('restore postponed', { error: trouble })
      return { kind: 'postponed', order, why: trouble }
    }
    onStep('cleared')
    renameSync(folder.incoming, file)
    onStep('swapped')
  }
  folder.drop()
  return { kind: 'done', order }
}

/** Null, or why the present database could not be backed up. */
function makeWay({ file, folder, backups, setAside, onStep, logger }: RestoreSwap): string | null {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    setAside()
    return null
  }
  try {
    const present = openDatabase(file)
    try {
      backups.make(present, 'restore')
    } finally {
      closeDatabase(present)
    }
  } catch (error) {
    if (!(error instanceof DamagedDatabaseError)) return String(error)
    setAside()
    return null
  }
  onStep('backed_up')
  carry(folder.incoming, file, logger)
  onStep('carried')
  // A log that is left would be read as the other database's.
  if (existsSync(`${file}-wal`)) setAside()
  return null
}

/** Tokens can be had again from the platform, so that they are not taken over is no reason to stop. */
function carry(incoming: string, present: string, logger: Logger): void {
  const database = new Database(incoming)
  try {
    carrySealed(database, present)
  } catch (error) {
    logger.warn('tokens not taken over', { error: String(error) })
  } finally {
    database.close()
  }
}
