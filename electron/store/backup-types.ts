import type { PendingRestore, StoreAccess } from '@shared/domain/safety'
import type { BackupFile } from './backups'
import type { DatabaseContent } from './restore-content'
import type { RestoreOutcome } from './restore-swap'

/** Copies of the database, and a restore that is ordered. */
export interface SafetyRepository {
  /** `reading`: this is a copy in memory, nothing that is written is kept. */
  readonly access: StoreAccess
  /** What became of a restore that was ordered before this start. */
  readonly restored: RestoreOutcome | null
  /** When the database passed its check. */
  readonly checkedAt: number
  /** Of the file with its log. */
  bytes(): number
  /** The copies beside the database, newest first. */
  backups(): readonly BackupFile[]
  /** Makes one by hand; older ones may go. Throws `BackupFailedError`, and what SQLite says of a full disk. */
  backUp(): void
  /** Writes a copy without anything sealed, to leave this computer. */
  exportTo(file: string): DatabaseContent
  /**
   * Looks at a database that may take this one's place. Throws `DamagedDatabaseError`, `ForeignDatabaseError`,
   * `NewerDatabaseError`.
   */
  examine(file: string): DatabaseContent
  /** Orders that a database, which was examined and is of the time `at`, takes this one's place at the next start. */
  order(file: string, at: number): void
  pending(): PendingRestore | null
  cancel(): void
}
