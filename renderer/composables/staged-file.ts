import { fileTypes, type StagedFile, type UploadProgress } from '@shared/domain/file'
import type { AssignedError, CallResult, DeskError, ErrorRemedy } from '@shared/errors'
import { filePieceBytes } from '@shared/rules/limits'
import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { call, listen } from '@/client'
import { t } from '@/i18n'
import { sizeText } from './file-size'

/** The longest name that the main process keeps; a longer one is cut. */
const nameMaxLength = 255

export type StagingOptions = {
  readonly onProgress?: (receivedBytes: number, totalBytes: number) => void
  /** An abort gives up and discards what was handed over. */
  readonly signal?: AbortSignal
}

/**
 * Hands a picture to the main process, piece by piece, and answers with its id there. Never rejects. What was handed over
 * of a file that did not arrive as a whole is discarded.
 */
export async function stageFile(
  file: Blob,
  name: string,
  options: StagingOptions = {}
): Promise<CallResult<StagedFile>> {
  const contentType = fileTypes.find((type) => type === file.type)
  if (!contentType) return failed('invalid_input', t('common.file.wrongType'), t('common.file.chooseOther'))
  const begun = await call('files.begin', { name: name.slice(0, nameMaxLength), contentType, bytes: file.size })
  if (!begun.ok) return begun
  const { fileId } = begun.value
  const handed = await handOver(file, fileId, options)
  const answer = options.signal?.aborted
    ? failed('cancelled', t('common.file.cancelled'), t('common.file.chooseWhenNeeded'))
    : handed
  if (!answer.ok) void call('files.discard', { fileId })
  return answer
}

async function handOver(
  file: Blob,
  fileId: string,
  { onProgress, signal }: StagingOptions
): Promise<CallResult<StagedFile>> {
  for (let offset = 0; offset < file.size && !signal?.aborted; offset += filePieceBytes) {
    const piece = await asBase64(file.slice(offset, offset + filePieceBytes))
    if (piece === null) return failed('not_found', t('common.file.unreadable'), t('common.file.chooseAgain'))
    const answer = await call('files.append', { fileId, offset, piece })
    if (!answer.ok) return answer
    onProgress?.(answer.value.receivedBytes, file.size)
    if (answer.value.file) return { ok: true, value: answer.value.file }
  }
  return failed('internal', t('common.file.incomplete'), t('common.file.chooseAgainOrTell'), ours)
}

/** Another file, or the same one again, is all it takes. */
const chosenAgain: ErrorRemedy = { actor: 'operator', wayOut: 'retry' }
/** All pieces were taken, and yet it is not there. */
const ours: ErrorRemedy = { actor: 'developer', wayOut: 'support' }

function failed(
  code: DeskError['code'],
  reason: string,
  nextStep: string,
  remedy = chosenAgain
): CallResult<never, AssignedError> {
  const message = t('common.file.notReady')
  return { ok: false, error: { code, message, reason, nextStep, retryable: false, ...remedy } }
}

function problemText({ message, reason }: DeskError): string {
  return reason ? t('common.labelled', { label: message, text: reason }) : message
}

function asBase64(piece: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : null)
    }
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(piece)
  })
}

/** A file on its way to the main process. `preview` is an object address of the picture, for as long as it is ready. */
export type StagingState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'staging'; readonly name: string; readonly bytes: number; readonly receivedBytes: number }
  | { readonly kind: 'ready'; readonly file: StagedFile; readonly preview: string }
  | { readonly kind: 'problem'; readonly text: string }

/** Why a file is not taken, or null: png and jpeg only (代授权小程序上传资源), not empty, at most `maxBytes`. */
export function fileProblem(file: Blob, maxBytes: number): string | null {
  if (!fileTypes.some((type) => type === file.type)) return t('common.file.typeNeeded')
  if (file.size === 0) return t('common.file.empty')
  if (file.size > maxBytes) return t('common.file.tooBig', { size: sizeText(file.size), limit: sizeText(maxBytes) })
  return null
}

/**
 * One picture that the operator picked, staged in the main process. Another one takes its place. What is not used is
 * discarded there when it is cleared and when the component goes, unless `keep` said that somebody else has it now.
 */
export function useStagedFile({ maxBytes }: { maxBytes: number }): {
  readonly state: Readonly<ShallowRef<StagingState>>
  readonly take: (file: Blob, name: string) => Promise<void>
  readonly clear: () => void
  readonly keep: () => void
} {
  const state = shallowRef<StagingState>({ kind: 'empty' })
  let staging = new AbortController()
  let kept = false

  function clear(): void {
    staging.abort()
    const left = state.value
    state.value = { kind: 'empty' }
    if (left.kind !== 'ready') return
    URL.revokeObjectURL(left.preview)
    if (!kept) void call('files.discard', { fileId: left.file.fileId })
  }

  async function take(file: Blob, name: string): Promise<void> {
    clear()
    kept = false
    const text = fileProblem(file, maxBytes)
    if (text !== null) {
      state.value = { kind: 'problem', text }
      return
    }
    const mine = (staging = new AbortController())
    const progress = (receivedBytes: number): void => {
      if (!mine.signal.aborted) state.value = { kind: 'staging', name, bytes: file.size, receivedBytes }
    }
    progress(0)
    const answer = await stageFile(file, name, { onProgress: progress, signal: mine.signal })
    if (mine.signal.aborted) return
    state.value = answer.ok
      ? { kind: 'ready', file: answer.value, preview: URL.createObjectURL(file) }
      : { kind: 'problem', text: problemText(answer.error) }
  }

  onScopeDispose(clear)
  return { state, take, clear, keep: () => void (kept = true) }
}

/** How far a staged file is on its way to the platform; null while none is, or nothing was told yet. */
export function useUploadProgress(fileId: () => string | null): Readonly<Ref<UploadProgress | null>> {
  const progress = shallowRef<UploadProgress | null>(null)
  watch(fileId, () => (progress.value = null))
  onScopeDispose(
    listen('upload.progress', (told) => {
      if (told.fileId === fileId()) progress.value = told
    })
  )
  return progress
}
