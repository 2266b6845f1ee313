import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Clock, Reopen } from './ports'
import type { SecretStore } from './services/accounts/secret-store'
import type { ActivityJournal } from './services/activity/activity-journal'
import type { EventHub } from './services/event-hub'
import { BackupService } from './services/safety/backup-service'
import { FileShelf } from './services/safety/file-shelf'
import { PortableService } from './services/safety/portable-service'
import { ReopenService } from './services/safety/reopen-service'
import { RestoreService } from './services/safety/restore-service'
import type { SettingsService } from './services/settings-service'
import type { BaselineService } from './services/setup/baseline-service'
import type { Store } from './store/repositories'

export type SafetyGround = {
  readonly store: Store
  readonly clock: Clock
  readonly events: EventHub
  readonly secrets: SecretStore
  readonly settings: SettingsService
  readonly journal: ActivityJournal
  readonly baselines: BaselineService
  readonly dataDir: string
  readonly version: string
  /** Null where the host can not. */
  readonly reopen: Reopen | null
}

/** Everything that keeps the data safe. Notes in the journal what was restored before this start. */
export function safetyServices(ground: SafetyGround) {
  const { store, clock, events, secrets, settings, journal, baselines, dataDir, version, reopen } = ground
  const shelf = new FileShelf(join(dataDir, 'safety'))
  const parts = {
    ...{ store, secrets, journal, shelf, clock, dataDir, version, computer: hostname().slice(0, 128) },
    canReopen: reopen !== null
  }
  const restores = new RestoreService(parts)
  restores.noteRestored()
  return {
    shelf,
    restores,
    backups: new BackupService(parts),
    reopening: new ReopenService({ reopen, store }),
    portable: new PortableService({
      ...{ store, shelf, settings, events, journal, clock, version },
      judge: (accountId, id, appIds) => baselines.assign(accountId, id, appIds)
    })
  }
}
