import { randomUUID } from 'node:crypto'
import type { StagedFile } from '@shared/domain/file'
import { DeskFailure, type AssignedError } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock, Logger } from '../../ports'
import { pictureHeadBytes, pictureType } from '../picture-type'
import { StagedFileFolder } from './staged-file-folder'

/** What the page announces; see `files.begin` of the contract. */
export type FileAnnouncement = Omit<StagedFile, 'fileId'>

const filesMax = 5000
const bytesMax = 1024 ** 3
const keptForMs = 24 * 3600_000

type Entry = {
  readonly file: StagedFile
  readonly stagedAt: number
  readonly discarded: AbortController
  receivedBytes: number
}

export type StagedFilesParts = {
  /** Belongs to this class alone; made if missing. */
  readonly dir: string
  readonly clock: Clock
  readonly logger: Logger
  /** Files that a rollout may still need, however old they are. */
  readonly needed: () => ReadonlySet<string>
}

/**
 * Files that the page handed over, kept on this machine until they were sent or dropped: 5,000 files and 1 GB at most in
 * all. They outlive the program, as rollouts do; what is older than a day and needed by no rollout goes at the next start or
 * when another file comes.
 */
export class StagedFiles {
  private readonly folder: StagedFileFolder
  private readonly clock: Clock
  private readonly logger: Logger
  private readonly needed: () => ReadonlySet<string>
  private readonly entries = new Map<string, Entry>()

  constructor({ dir, clock, logger, needed }: StagedFilesParts) {
    this.folder = new StagedFileFolder(dir)
    this.clock = clock
    this.logger = logger
    this.needed = needed
  }

  /** Finds the files of earlier runs; to be called once, before anything else. */
  start(): void {
    for (const { file, stagedAt } of this.folder.open()) {
      this.entries.set(file.fileId, entry(file, stagedAt, file.bytes))
    }
    this.dropOld()
  }

  /** Makes room for a file. Throws `DeskFailure` `not_possible_now` where too much is staged already. */
  begin({ name, contentType, bytes }: FileAnnouncement): { readonly fileId: string } {
    this.dropOld()
    const staged = [...this.entries.values()].reduce((sum, { file }) => sum + file.bytes, 0)
    if (this.entries.size >= filesMax || staged + bytes > bytesMax) throw new DeskFailure(tooMany())
    const fileId = randomUUID()
    this.entries.set(fileId, entry({ fileId, name, contentType, bytes }, this.clock.now(), 0))
    return { fileId }
  }

  /**
   * Takes the next piece (base64). Throws `DeskFailure`: `not_found`; `invalid_input` for a piece that does not follow what
   * came before, and for a file that is not the picture it was announced to be, which is dropped then; `storage` where the
   * disk refuses.
   */
  append(fileId: string, offset: number, piece: string): { receivedBytes: number; file: StagedFile | null } {
    const found = this.found(fileId)
    const { file } = found
    const bytes = Buffer.from(piece, 'base64')
    const isNext = offset === found.receivedBytes && bytes.length > 0 && offset + bytes.length <= file.bytes
    if (!isNext) throw new DeskFailure(unfit(say`「${file.name}」的这一段和已收到的接不上`))
    const receivedBytes = offset + bytes.length
    onDisk(() => this.folder.write(fileId, offset, bytes))
    found.receivedBytes = receivedBytes
    if (receivedBytes < file.bytes) return { receivedBytes, file: null }
    this.refuseOtherType(file)
    onDisk(() => this.folder.complete({ file, stagedAt: found.stagedAt }))
    return { receivedBytes, file }
  }

  /** Drops the file; whoever sends it at this moment hears of it by its signal. */
  discard(fileId: string): { discarded: boolean } {
    const found = this.entries.get(fileId)
    if (!found) return { discarded: false }
    this.entries.delete(fileId)
    found.discarded.abort()
    this.folder.remove(fileId)
    return { discarded: true }
  }

  /** A file that has come completely. Throws `DeskFailure` `not_found`. */
  get(fileId: string): { readonly file: StagedFile; readonly path: string } {
    const { file, receivedBytes } = this.found(fileId)
    if (receivedBytes < file.bytes) throw new DeskFailure(notFound())
    return { file, path: this.folder.path(fileId) }
  }

  /** Aborted when the file is discarded. Throws `DeskFailure` `not_found`. */
  signalOf(fileId: string): AbortSignal {
    return this.found(fileId).discarded.signal
  }

  private found(fileId: string): Entry {
    const found = this.entries.get(fileId)
    if (!found) throw new DeskFailure(notFound())
    return found
  }

  private refuseOtherType(file: StagedFile): void {
    if (pictureType(this.folder.head(file.fileId, pictureHeadBytes)) === file.contentType) return
    this.discard(file.fileId)
    const expected = file.contentType === 'image/png' ? 'PNG' : 'JPEG'
    throw new DeskFailure(unfit(say`「${file.name}」不是 ${expected} 图片`))
  }

  private dropOld(): void {
    const before = this.clock.now() - keptForMs
    const old = [...this.entries].filter(([, { stagedAt }]) => stagedAt < before)
    if (old.length === 0) return
    const needed = this.needed()
    const dropped = old.filter(([fileId]) => !needed.has(fileId))
    for (const [fileId] of dropped) this.discard(fileId)
    this.logger.info('old staged files dropped', { files: dropped.length })
  }
}

function entry(file: StagedFile, stagedAt: number, receivedBytes: number): Entry {
  return { file, stagedAt, receivedBytes, discarded: new AbortController() }
}

function onDisk(write: () => void): void {
  try {
    write()
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
    if (typeof code !== 'string') throw error
    throw new DeskFailure(notWritten(code), { cause: error })
  }
}

const notWritten = (code: string): AssignedError => ({
  code: 'storage',
  message: say`文件没有收下`,
  reason: say`数据目录不能写入（${code}）`,
  nextStep: say`请检查磁盘空间和数据目录的权限后再试`,
  retryable: true,
  actor: 'operator',
  wayOut: 'data_folder'
})

const notFound = (): AssignedError => ({
  code: 'not_found',
  message: say`没有找到文件`,
  reason: say`文件没有收完，或已经删除；没有用到的文件只保留一天`,
  nextStep: say`请重新选择文件`,
  retryable: false,
  actor: 'operator',
  wayOut: 'retry'
})

const tooMany = (): AssignedError => ({
  code: 'not_possible_now',
  message: say`文件没有收下`,
  reason: say`本机最多暂存 ${filesMax} 个文件、共 1 GB`,
  nextStep: say`请先完成或放弃已有的上传`,
  retryable: false,
  actor: 'operator'
})

function unfit(reason: string): AssignedError {
  return {
    code: 'invalid_input',
    message: say`文件没有收下`,
    reason,
    nextStep: say`请重新选择文件`,
    retryable: false,
    actor: 'operator',
    wayOut: 'retry',
    fields: { fileId: reason }
  }
}
