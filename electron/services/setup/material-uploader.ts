import type { StagedFile } from '@shared/domain/file'
import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { materialMaxBytes } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import type { MaterialUse } from '../../douyin/platform'
import type { Clock } from '../../ports'
import type { AccountService } from '../account-service'
import type { EventHub } from '../event-hub'
import type { MerchantReader } from '../merchant-reader'
import type { StagedFiles } from './staged-files'

/** The form's field that a file of this use was chosen at. */
const fields: Readonly<Record<MaterialUse, string>> = {
  icon: 'fileId',
  qualification: 'qualifications',
  name_evidence: 'evidence',
  landing_page: 'answers',
  scene: 'answers',
  capability: 'answers'
}

const progressIntervalMs = 100

export type MaterialUploaderParts = {
  readonly accounts: AccountService
  readonly reader: MerchantReader
  readonly files: StagedFiles
  readonly events: EventHub
  readonly clock: Clock
}

/** Sends staged files to the platform for one merchant (代授权小程序上传资源), which changes nothing by itself. */
export class MaterialUploader {
  private readonly parts: MaterialUploaderParts

  constructor(parts: MaterialUploaderParts) {
    this.parts = parts
  }

  /**
   * Answers with the platform's storage path, good for `use` alone. How far it is is told by `upload.progress`, ten times a
   * second at most and at the end. Throws `DeskFailure`: `not_found`, `invalid_input` for a file over 2 MB, `cancelled`
   * when the file is discarded or `signal` is aborted meanwhile, and the platform's refusals.
   */
  async upload(ref: MerchantRef, fileId: string, use: MaterialUse, signal?: AbortSignal): Promise<string> {
    const { accounts, reader, files } = this.parts
    const { file, path } = files.get(fileId)
    if (file.bytes > materialMaxBytes) throw tooLarge(file, fields[use])
    const discarded = files.signalOf(fileId)
    try {
      const merchant = accounts.platform(ref.accountId).merchant(ref.appId)
      const uploaded = await merchant.uploadMaterial(
        { use, file: path, contentType: file.contentType, onProgress: this.progressOf(fileId) },
        { signal: signal ? AbortSignal.any([discarded, signal]) : discarded }
      )
      accounts.worked(ref.accountId)
      return uploaded.path
    } catch (error) {
      throw reader.failure(ref, say`上传「${file.name}」`, error)
    }
  }

  private progressOf(fileId: string): (sentBytes: number, totalBytes: number) => void {
    const { events, clock } = this.parts
    let toldAt: number | null = null
    let isOver = false
    return (sentBytes, totalBytes) => {
      const now = clock.now()
      const isEnd = sentBytes >= totalBytes
      if (isOver || (!isEnd && toldAt !== null && now - toldAt < progressIntervalMs)) return
      toldAt = now
      isOver = isEnd
      events.send('upload.progress', { fileId, sentBytes, totalBytes })
    }
  }
}

function tooLarge({ name }: StagedFile, field: string): DeskFailure {
  const reason = say`「${name}」超过 ${materialMaxBytes / 1024 ** 2} MB`
  return new DeskFailure({
    code: 'invalid_input',
    message: say`文件没有上传`,
    reason,
    nextStep: say`请换一个小一些的文件`,
    retryable: false,
    actor: 'operator',
    fields: { [field]: reason }
  })
}
