import { accountRepository } from './accounts'
import { closeDatabase } from './database'
import { iconRepository } from './icons'
import { merchantRepository } from './merchants'
import { openWithRescue, type StoreOptions } from './opening'
import { operationRepository } from './operations'
import type { Store } from './repositories'
import { settingsRepository } from './settings'
import { timelineRepository } from './timeline'

export type { StoreOptions }

/**
 * Opens the application's database, bringing it to the newest version (a backup is made before). A damaged file is set
 * aside and a backup takes its place, see `openingNotices`.
 *
 * Throws `NewerDatabaseError` and `ForeignDatabaseError` with the file untouched, and SQLite's own errors where the file
 * can not be opened at all (no permission, disk full, locked for more than 5 seconds).
 */
export function openStore(options: StoreOptions): Store {
  const { database, notices } = openWithRescue(options)
  let open = true
  return {
    accounts: accountRepository(database),
    settings: settingsRepository(database),
    merchants: merchantRepository(database),
    operations: operationRepository(database),
    timeline: timelineRepository(database),
    icons: iconRepository(database),
    openingNotices: notices,
    // Immediate: one that reads first and writes later could not wait for another process's lock any more.
    transaction: (work) => database.transaction(work).immediate(),
    close: () => {
      if (open) closeDatabase(database)
      open = false
    }
  }
}
