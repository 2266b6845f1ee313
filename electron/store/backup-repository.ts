import { rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { StoreAccess } from '@shared/domain/safety'
import { Backups, copySound } from './backups'
import type { SafetyRepository } from './backup-types'
import {
  DamagedDatabaseError,
  ForeignDatabaseError,
  inspectDatabase,
  isSound,
  NewerDatabaseError,
  readOnly,
  type SqliteDatabase
} from './database'
import { knownVersion, type StoreOptions } from './opening'
import { contentOf, stripSealed } from './restore-content'
import { pausedLine } from './restore-notices'
import { RestoreFolder } from './restore-pending'
import type { RestoreOutcome } from './restore-swap'

export type SafetyOptions = StoreOptions & {
  readonly access: StoreAccess
  readonly restored: RestoreOutcome | null
}

/** Copies of the open database, and the folder in which one waits to take its place. */
export function safetyRepository(database: SqliteDatabase, options: SafetyOptions): SafetyRepository {
  const { file, backupDir, clock, access, restored } = options
  const backups = new Backups(backupDir, clock)
  const folder = new RestoreFolder(file)
  return {
    access,
    restored,
    checkedAt: clock.now(),
    bytes: () => sizeOf(file) + sizeOf(`${file}-wal`),
    backups: () => backups.files(),
    backUp: () => backups.make(database, 'manual'),
    exportTo: (target) => {
      copySound(database, target)
      try {
        const copy = new Database(target)
        try {
          stripSealed(copy)
          return contentOf(copy)
        } finally {
          copy.close()
        }
      } catch (error) {
        rmSync(target, { force: true })
        throw error
      }
    },
    examine: (source) => {
      const { version, isOurs } = inspectDatabase(source)
      if (!isOurs || version === 0) throw new ForeignDatabaseError()
      if (version > knownVersion) throw new NewerDatabaseError(version, knownVersion)
      if (!isSound(source)) throw new DamagedDatabaseError()
      return readOnly(source, contentOf)
    },
    order: (source, at) => folder.stage(source, { at, orderedAt: clock.now(), line: pausedLine() }),
    pending: () => folder.pending(),
    cancel: () => folder.drop()
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
