import { z } from 'zod'
import { fileTypes, type StagedFile } from '../domain/file'
import { fileMaxBytes, filePieceBytes } from '../rules/limits'
import { ownId, returning, text } from './call'

const nameOfFile = text(255).min(1)

export const fileCalls = {
  /** Makes room for a file of this size; it is handed over in pieces then. What is not used is dropped after a day. */
  'files.begin': returning<{ fileId: string }>().from(
    z.strictObject({
      name: nameOfFile,
      contentType: z.enum(fileTypes),
      bytes: z.number().int().min(1).max(fileMaxBytes)
    })
  ),
  /** The next piece, as base64; `offset` is how many bytes came before. `file` is there once the last one has come. */
  'files.append': returning<{ receivedBytes: number; file: StagedFile | null }>().from(
    z.strictObject({
      fileId: ownId,
      offset: z.number().int().min(0).max(fileMaxBytes),
      piece: z.base64().max(Math.ceil(filePieceBytes / 3) * 4 + 4)
    }),
    Math.ceil(filePieceBytes / 3) * 4 + 1024
  ),
  /** Drops the file; a sending of it to the platform that is under way is given up, and changes nothing. */
  'files.discard': returning<{ discarded: boolean }>().from(z.strictObject({ fileId: ownId }))
} as const
