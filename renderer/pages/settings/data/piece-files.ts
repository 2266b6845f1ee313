import type { ReadyFile } from '@shared/domain/safety'
import type { CallResult } from '@shared/errors'
import { archiveMaxBytes, safetyPieceBytes } from '@shared/rules/safety-limits'
import { call } from '@/client'
import { t } from '@/i18n'

/** Told after each piece, from 0 to 100. */
export type OnProgress = (percent: number) => void

/** Reads a ready file from the main process, piece by piece, and drops it there. Never rejects. */
export async function takeFile({ fileId, bytes }: ReadyFile, onProgress: OnProgress): Promise<CallResult<Blob>> {
  const pieces: Blob[] = []
  for (let offset: number | null = 0; offset !== null;) {
    const answer: CallResult<{ piece: string; next: number | null }> = await call('safety.read', { fileId, offset })
    if (!answer.ok) return answer
    pieces.push(new Blob([bytesOf(answer.value.piece)]))
    offset = answer.value.next
    onProgress(Math.round(((offset ?? bytes) / Math.max(1, bytes)) * 100))
  }
  void call('safety.discard', { fileId })
  return { ok: true, value: new Blob(pieces) }
}

/** Hands a chosen file to the main process and answers with its id there. Never rejects. */
export async function handFile(file: File, onProgress: OnProgress): Promise<CallResult<string>> {
  if (file.size > archiveMaxBytes) return failed(t('safety.tooLarge'), t('safety.tooLargeNext'))
  if (file.size === 0) return failed(t('safety.unreadable'), t('safety.chooseAgain'))
  const begun = await call('safety.begin', { name: file.name.slice(-255) || 'file', bytes: file.size })
  if (!begun.ok) return begun
  const { fileId } = begun.value
  for (let offset = 0; offset < file.size; offset += safetyPieceBytes) {
    const piece = await base64Of(file.slice(offset, offset + safetyPieceBytes))
    const answer = piece === null ? null : await call('safety.append', { fileId, offset, piece })
    if (answer?.ok !== true) {
      void call('safety.discard', { fileId })
      return answer ?? failed(t('safety.unreadable'), t('safety.chooseAgain'))
    }
    onProgress(Math.round((answer.value.receivedBytes / file.size) * 100))
  }
  return { ok: true, value: fileId }
}

function failed(reason: string, nextStep: string): CallResult<never> {
  return {
    ok: false,
    error: {
      code: 'invalid_input',
      message: t('safety.notRead'),
      reason,
      nextStep,
      retryable: false,
      actor: 'operator',
      wayOut: 'retry'
    }
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

function base64Of(piece: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : null)
    }
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(piece)
  })
}
