import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadyFile, SafetyState } from '@shared/domain/safety'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import { backupsKept } from '../../store/backups'
import type { Store } from '../../store/repositories'
import type { SecretStore } from '../accounts/secret-store'
import type { ActivityJournal } from '../activity/activity-journal'
import { archiveFormat, archiveVersion } from './archive-format'
import { writeArchive } from './archive-writer'
import type { FileShelf } from './file-shelf'
import { sealByPassphrase } from './sealed-secrets'

export type BackupServiceParts = {
  readonly store: Store
  readonly secrets: Pick<SecretStore, 'read' | 'write'>
  readonly journal: ActivityJournal
  readonly shelf: FileShelf
  readonly clock: Clock
  readonly dataDir: string
  readonly version: string
  /** The name of this computer, written into a backup file. */
  readonly computer: string
  /** The program can open itself again. */
  readonly canReopen: boolean
}

/** Copies of the data: beside the database, and as one file to be kept elsewhere. */
export class BackupService {
  private readonly parts: BackupServiceParts

  constructor(parts: BackupServiceParts) {
    this.parts = parts
  }

  state(): SafetyState {
    const { safety } = this.parts.store
    return {
      dataDir: this.parts.dataDir,
      databaseBytes: safety.bytes(),
      checkedAt: safety.checkedAt,
      access: safety.access,
      backups: safety.backups().map(({ name, at, bytes, reason }) => ({ name, at, bytes, reason })),
      backupsKept,
      pending: safety.pending(),
      canReopen: this.parts.canReopen
    }
  }

  backUp(): SafetyState {
    this.parts.store.safety.backUp()
    this.parts.journal.record({ action: 'backup_make', after: { data: say`这台电脑的备份文件夹` } })
    return this.state()
  }

  /** Throws `DeskFailure`: `keychain` where the secrets are asked for and can not be read, `not_possible_now` for too much data. */
  async makeArchive(passphrase: string | null): Promise<ReadyFile> {
    const { store, shelf, clock, version, computer, journal } = this.parts
    const secrets = passphrase === null ? null : await this.sealedSecrets(passphrase)
    const createdAt = clock.now()
    const folder = shelf.newFolder()
    try {
      const databaseFile = join(folder, 'merchant-desk.sqlite')
      const { counts } = store.safety.exportTo(databaseFile)
      const about = {
        ...{ format: archiveFormat, formatVersion: archiveVersion, appVersion: version },
        ...{ createdAt, computer, counts }
      } as const
      const ready = await shelf.offer(`merchant-desk-${dayText(createdAt)}.mdbackup`, (target) =>
        writeArchive({ target, databaseFile, secrets, about })
      )
      const kind = secrets === null ? say`文件，不含密钥` : say`文件，含用口令加密的密钥`
      journal.record({ action: 'backup_make', after: { data: kind } })
      return ready
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  /** The secrets of the operator's own accounts; those of the practice environment are made anew at each start. */
  private async sealedSecrets(passphrase: string): Promise<string> {
    const { store, secrets } = this.parts
    const kept: Record<string, unknown> = {}
    for (const { id, kind } of store.accounts.list()) {
      const found = kind === 'platform' ? await secrets.read(id) : null
      if (found) kept[id] = found
    }
    return sealByPassphrase(JSON.stringify(kept), passphrase)
  }
}

const chinaMs = 8 * 60 * 60_000

/** `20260101-0800` in China time. */
function dayText(at: number): string {
  return new Date(at + chinaMs).toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')
}
