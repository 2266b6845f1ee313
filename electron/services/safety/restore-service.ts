import { rmSync } from 'node:fs'
import type { RestorePreview } from '@shared/domain/safety'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import { DamagedDatabaseError, ForeignDatabaseError, NewerDatabaseError } from '../../store/database'
import type { DatabaseContent } from '../../store/restore-content'
import type { AccountSecrets } from '../accounts/secret-store'
import { readArchive, type Unpacked } from './archive-reader'
import type { BackupServiceParts } from './backup-service'
import { notRestored } from './safety-failures'
import { openByPassphrase, PassphraseError } from './sealed-secrets'

/** A copy beside the database, or a file that the page handed over. */
export type RestoreSource =
  { readonly kind: 'backup'; readonly name: string } | { readonly kind: 'file'; readonly fileId: string }

type Candidate = {
  readonly databaseFile: string
  readonly at: number
  readonly unpacked: Unpacked | null
  readonly content: DatabaseContent
}

const secretsSchema: z.ZodType<Record<string, AccountSecrets>> = z.record(
  z.string(),
  z.object({
    secret: z.string(),
    messageToken: z.string(),
    messageKey: z.string(),
    relaySecret: z.string().nullable()
  })
)

/**
 * Puts another database in the present one's place. It is checked and shown first; the change itself is made when the
 * program starts next, see electron/store/restore-swap.ts.
 */
export class RestoreService {
  private readonly parts: BackupServiceParts

  constructor(parts: BackupServiceParts) {
    this.parts = parts
  }

  /** Throws `DeskFailure` for what can not be restored, and says why. */
  examine(source: RestoreSource): Promise<RestorePreview> {
    return this.withCandidate(source, (candidate) => Promise.resolve(previewOf(candidate)))
  }

  /** Throws as `examine` does, and for a wrong passphrase or another number of merchants; nothing is ordered then. */
  async order(source: RestoreSource, confirmed: number, passphrase: string | null): Promise<void> {
    const { store } = this.parts
    await this.withCandidate(source, async ({ databaseFile, at, unpacked, content }) => {
      if (content.counts.merchants !== confirmed) throw notRestored.changed()
      const secrets = passphrase === null ? {} : await openSecrets(unpacked, passphrase)
      store.safety.order(databaseFile, at)
      await this.fillIn(secrets)
    })
  }

  cancel(): void {
    this.parts.store.safety.cancel()
  }

  /** Writes into the database that took the other's place that it did; to be called once, at the start. */
  noteRestored(): void {
    const { restored } = this.parts.store.safety
    if (restored?.kind !== 'done') return
    this.parts.journal.record({ action: 'backup_restore', after: { data: momentText(restored.order.at) } })
  }

  /** Secrets that are here already stay: they may be newer. */
  private async fillIn(found: Readonly<Record<string, AccountSecrets>>): Promise<void> {
    const { secrets } = this.parts
    for (const [accountId, own] of Object.entries(found)) {
      if ((await secrets.read(accountId)) === null) await secrets.write(accountId, own)
    }
  }

  private async withCandidate<Value>(
    source: RestoreSource,
    work: (candidate: Candidate) => Promise<Value>
  ): Promise<Value> {
    const { shelf, store } = this.parts
    if (source.kind === 'backup') {
      const backup = store.safety.backups().find(({ name }) => name === source.name)
      if (!backup) throw notRestored.gone()
      return work({ databaseFile: backup.path, at: backup.at, unpacked: null, content: this.contentOf(backup.path) })
    }
    const folder = shelf.newFolder()
    try {
      const unpacked = await readArchive(shelf.path(source.fileId), folder)
      const { databaseFile, manifest } = unpacked
      return await work({ databaseFile, at: manifest.createdAt, unpacked, content: this.contentOf(databaseFile) })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  private contentOf(file: string): DatabaseContent {
    try {
      return this.parts.store.safety.examine(file)
    } catch (error) {
      if (error instanceof NewerDatabaseError) throw notRestored.newer()
      if (error instanceof ForeignDatabaseError) throw notRestored.foreign()
      if (error instanceof DamagedDatabaseError) throw notRestored.damaged()
      throw error
    }
  }
}

function previewOf({ at, unpacked, content }: Candidate): RestorePreview {
  return {
    at,
    computer: unpacked?.manifest.computer ?? null,
    appVersion: unpacked?.manifest.appVersion ?? null,
    counts: content.counts,
    accountNames: content.accountNames,
    unfinishedRollouts: content.unfinishedRollouts,
    hasSecrets: unpacked !== null && unpacked.secrets !== null
  }
}

async function openSecrets(
  unpacked: Unpacked | null,
  passphrase: string
): Promise<Readonly<Record<string, AccountSecrets>>> {
  if (unpacked === null || unpacked.secrets === null) throw notRestored.noPassphraseNeeded()
  try {
    return secretsSchema.parse(JSON.parse(await openByPassphrase(unpacked.secrets, passphrase)))
  } catch (error) {
    // The bytes fit their hash, so it is the passphrase; what is no sealed text at all was made by someone else.
    throw error instanceof PassphraseError ? notRestored.passphrase() : notRestored.damaged()
  }
}

const chinaMs = 8 * 60 * 60_000

function momentText(at: number): string {
  return say`${new Date(at + chinaMs).toISOString().slice(0, 16).replace('T', ' ')} 的备份`
}
