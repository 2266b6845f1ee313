import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { fileTypes, type StagedFile } from '@shared/domain/file'
import { z } from 'zod'

/** A file that was handed over completely, and when that was begun. */
export type KeptFile = { readonly file: StagedFile; readonly stagedAt: number }

const note = z.object({
  file: z.object({ fileId: z.string(), name: z.string(), contentType: z.enum(fileTypes), bytes: z.number() }),
  stagedAt: z.number()
}) satisfies z.ZodType<KeptFile>

const noteEnding = '.json'

/**
 * The folder of staged files: each one's bytes under its id, and beside them a note once all of them have come. Only the
 * operating system's user may read it: qualifications are papers of the merchants.
 */
export class StagedFileFolder {
  private readonly dir: string

  constructor(dir: string) {
    this.dir = dir
  }

  /** Complete files, as an earlier run left them; what has no readable note is deleted. */
  open(): readonly KeptFile[] {
    mkdirSync(this.dir, { recursive: true, mode: 0o700 })
    const names = readdirSync(this.dir)
    const kept = names.filter((name) => name.endsWith(noteEnding)).flatMap((name) => this.noted(name))
    const known = new Set(kept.flatMap(({ file: { fileId } }) => [fileId, `${fileId}${noteEnding}`]))
    for (const name of names) if (!known.has(name)) rmSync(join(this.dir, name), { recursive: true, force: true })
    return kept.filter(({ file: { fileId } }) => names.includes(fileId))
  }

  path(fileId: string): string {
    return join(this.dir, fileId)
  }

  /** What an attempt left behind `offset` that failed half-way is written over. */
  write(fileId: string, offset: number, piece: Buffer): void {
    if (offset > 0) truncateSync(this.path(fileId), offset)
    writeFileSync(this.path(fileId), piece, { flag: offset > 0 ? 'a' : 'w', mode: 0o600 })
  }

  head(fileId: string, bytes: number): Buffer {
    const head = Buffer.alloc(bytes)
    const handle = openSync(this.path(fileId), 'r')
    try {
      return head.subarray(0, readSync(handle, head))
    } finally {
      closeSync(handle)
    }
  }

  complete(kept: KeptFile): void {
    writeFileSync(this.path(`${kept.file.fileId}${noteEnding}`), JSON.stringify(kept), { mode: 0o600 })
  }

  remove(fileId: string): void {
    for (const name of [fileId, `${fileId}${noteEnding}`]) rmSync(this.path(name), { force: true })
  }

  private noted(name: string): readonly KeptFile[] {
    try {
      const kept = note.parse(JSON.parse(readFileSync(join(this.dir, name), 'utf8')))
      return `${kept.file.fileId}${noteEnding}` === name ? [kept] : []
    } catch {
      return []
    }
  }
}
