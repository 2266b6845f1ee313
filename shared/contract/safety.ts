import { z } from 'zod'
import {
  portableKinds,
  type ImportPreview,
  type ReadyFile,
  type RestorePreview,
  type SafetyState
} from '../domain/safety'
import { archiveMaxBytes, passphraseMinLength, safetyPieceBytes } from '../rules/safety-limits'
import { nothing, ownId, returning, text } from './call'

const offset = z.number().int().min(0).max(archiveMaxBytes)
const file = z.strictObject({ fileId: ownId })
const pieceMaxLength = Math.ceil(safetyPieceBytes / 3) * 4 + 4
const passphrase = z.string().min(passphraseMinLength).max(256)
const source = z.discriminatedUnion('kind', [
  /** One of the copies beside the database, by its name. */
  z.strictObject({ kind: z.literal('backup'), name: text(100) }),
  /** A file that was handed over. */
  z.strictObject({ kind: z.literal('file'), fileId: ownId })
])

export const safetyCalls = {
  'safety.state': returning<SafetyState>().from(nothing),
  /** Makes a copy beside the database; the oldest of more than `backupsKept` goes. */
  'safety.backUp': returning<SafetyState>().from(nothing),
  /**
   * Makes one file of the data, to be read with `safety.read`. Without a passphrase it holds no secrets; with one they are in
   * it, sealed by it. The passphrase is not kept.
   */
  'safety.makeArchive': returning<ReadyFile>().from(z.strictObject({ passphrase: passphrase.nullable() })),

  /** The next piece of a ready file, as base64; `next` is null after the last. */
  'safety.read': returning<{ piece: string; next: number | null }>().from(z.strictObject({ fileId: ownId, offset })),
  /** Makes room for a file that the operator chose; it is handed over in pieces then. It goes when the program ends. */
  'safety.begin': returning<{ fileId: string }>().from(
    z.strictObject({ name: text(255).min(1), bytes: z.number().int().min(1).max(archiveMaxBytes) })
  ),
  /** The next piece, as base64; `offset` is how many bytes came before. */
  'safety.append': returning<{ receivedBytes: number; complete: boolean }>().from(
    z.strictObject({ fileId: ownId, offset, piece: z.base64().max(pieceMaxLength) }),
    pieceMaxLength + 1024
  ),
  'safety.discard': returning<{ discarded: boolean }>().from(file),

  /** Checks what would take the database's place, and tells what is in it. Nothing is changed. */
  'safety.examine': returning<RestorePreview>().from(z.strictObject({ source })),
  /**
   * Orders that it takes the database's place at the program's next start. `confirmed`: the number of merchants that the
   * operator was shown and typed. With the passphrase the secrets of accounts that have none on this computer are put into
   * its keychain at once.
   */
  'safety.restore': returning<SafetyState>().from(
    z.strictObject({ source, confirmed: z.number().int().min(0), passphrase: text(256).nullable() })
  ),
  'safety.cancelRestore': returning<SafetyState>().from(nothing),
  /** Quits and opens the program again; refused while a rollout runs, and where the host can not. */
  'safety.reopen': returning<null>().from(nothing),

  /** Makes one JSON file of settings, tags, notes, views, variables, values and baselines. No secrets. */
  'safety.export': returning<ReadyFile>().from(nothing),
  /** What an import of this file would add, change and leave. Nothing is changed. */
  'safety.previewImport': returning<ImportPreview>().from(file),
  /** Takes the chosen kinds over, all or nothing. */
  'safety.import': returning<ImportPreview>().from(
    z.strictObject({ fileId: ownId, kinds: z.array(z.enum(portableKinds)).min(1).max(portableKinds.length) })
  )
} as const
