import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadyFile } from '@shared/domain/safety'
import { archiveMaxBytes, safetyPieceBytes } from '@shared/rules/safety-limits'
import { noFile, pieceUnfit, tooLarge, tooManyFiles } from './safety-failures'

/** At a time; a page that forgets one leaves it until the program ends. */
const filesMax = 8

type Entry = { readonly name: string; readonly bytes: number; receivedBytes: number }

/**
 * Files that go between the page and the main process in pieces: those the operator chose, and those that are made here to
 * be kept elsewhere. They live as long as the program.
 */
export class FileShelf {
  private readonly folder: string
  private readonly entries = new Map<string, Entry>()
  private isReady = false

  /** The folder belongs to this class alone; what an earlier run left in it goes. */
  constructor(folder: string) {
    this.folder = folder
  }

  /** Empties the folder, or makes it; not before it is needed, as the disk may be full. */
  private clear(): void {
    if (this.isReady) return
    this.isReady = true
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
  }

  /** An empty folder beside the files, for work that needs one. */
  newFolder(): string {
    this.clear()
    const folder = join(this.folder, `work-${randomUUID()}`)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  }

  begin(name: string, bytes: number): { readonly fileId: string } {
    this.clear()
    if (this.entries.size >= filesMax) throw tooManyFiles()
    const fileId = randomUUID()
    this.entries.set(fileId, { name, bytes, receivedBytes: 0 })
    return { fileId }
  }

  append(fileId: string, offset: number, piece: string): { receivedBytes: number; complete: boolean } {
    const entry = this.entry(fileId)
    const bytes = Buffer.from(piece, 'base64')
    const isNext = offset === entry.receivedBytes && bytes.length > 0 && offset + bytes.length <= entry.bytes
    if (!isNext) throw pieceUnfit()
    const descriptor = openSync(this.pathOf(fileId), offset === 0 ? 'w' : 'r+', 0o600)
    try {
      writeSync(descriptor, bytes, 0, bytes.length, offset)
    } finally {
      closeSync(descriptor)
    }
    entry.receivedBytes += bytes.length
    return { receivedBytes: entry.receivedBytes, complete: entry.receivedBytes === entry.bytes }
  }

  /** A file that has come completely. Throws `DeskFailure` `not_found`. */
  path(fileId: string): string {
    const { bytes, receivedBytes } = this.entry(fileId)
    if (receivedBytes < bytes) throw noFile()
    return this.pathOf(fileId)
  }

  /** Makes a file here by `write` and offers it to the page. */
  async offer(name: string, write: (path: string) => Promise<void> | void): Promise<ReadyFile> {
    const { fileId } = this.begin(name, 0)
    try {
      await write(this.pathOf(fileId))
      const bytes = statSync(this.pathOf(fileId)).size
      if (bytes > archiveMaxBytes) throw tooLarge()
      this.entries.set(fileId, { name, bytes, receivedBytes: bytes })
      return { fileId, name, bytes }
    } catch (error) {
      this.discard(fileId)
      throw error
    }
  }

  read(fileId: string, offset: number): { piece: string; next: number | null } {
    const { bytes } = this.entry(fileId)
    const buffer = Buffer.alloc(Math.max(0, Math.min(safetyPieceBytes, bytes - offset)))
    const descriptor = openSync(this.path(fileId), 'r')
    try {
      const read = readSync(descriptor, buffer, 0, buffer.length, offset)
      const next = offset + read
      return { piece: buffer.subarray(0, read).toString('base64'), next: read === 0 || next >= bytes ? null : next }
    } finally {
      closeSync(descriptor)
    }
  }

  discard(fileId: string): { discarded: boolean } {
    rmSync(this.pathOf(fileId), { force: true })
    return { discarded: this.entries.delete(fileId) }
  }

  private entry(fileId: string): Entry {
    const found = this.entries.get(fileId)
    if (!found) throw noFile()
    return found
  }

  private pathOf(fileId: string): string {
    return join(this.folder, `file-${fileId}`)
  }
}
