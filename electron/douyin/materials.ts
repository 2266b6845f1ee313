import { openAsBlob } from 'node:fs'
import type { FileType } from '@shared/domain/file'
import { fileMaxBytes } from '@shared/rules/limits'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import { platformError } from './failure'
import type { Material, MaterialUse } from './platform'
import { PlatformError } from './platform-error'
import { reading } from './wire'

/**
 * A merchant's materials; those of the third-party application are numbered otherwise. Up to 2 MB each, a scene 5 MB. The
 * general application for a capability (能力申请) does not say which type it wants: 场景示例图, the largest one.
 */
const materialTypes: Readonly<Record<MaterialUse, string>> = {
  icon: '1',
  qualification: '2',
  name_evidence: '3',
  landing_page: '4',
  scene: '5',
  capability: '5'
}

const extensions: Readonly<Record<FileType, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' }

const read = reading({ schema: z.object({ path: z.string().min(1).max(2048) }) })

/**
 * 代授权小程序上传资源V2 (page `base-info/uploadMaterial-v2`): streams a file of at most 5 MB, under a name that tells nothing.
 * Progress counts the file's bytes, never falls (not even when the upload has to begin anew) and ends with all of them.
 *
 * However it fails, the outcome is never `unknown`: a file that nothing names changes nothing. A file that can not be
 * opened is `unexpected`, one that is too large `refused`; nothing is sent then.
 */
export async function uploadMaterial(
  caller: PlatformCaller,
  appId: string,
  material: Material,
  signal: AbortSignal | undefined
): Promise<{ readonly path: string }> {
  const file = await opened(material)
  const progress = fileProgress(file.size, material.onProgress)
  const form = new FormData()
  form.set('material_type', materialTypes[material.use])
  form.set('material_file', file, `${material.use}.${extensions[material.contentType]}`)
  try {
    const request = { endpoint: endpoints.merchantMaterial, form, onSent: progress.sent, read, signal }
    const { value } = await caller.asMerchant(appId, request)
    progress.done()
    return { path: value.path }
  } catch (error) {
    throw withoutDoubt(error)
  } finally {
    progress.end()
  }
}

async function opened({ file, contentType }: Material): Promise<Blob> {
  const nothingSent = { outcome: 'not_sent' } as const
  const blob = await blobOf(file, contentType)
  if (blob === null) throw platformError(endpoints.merchantMaterial, { ...nothingSent, kind: 'unexpected' })
  if (blob.size > fileMaxBytes) throw platformError(endpoints.merchantMaterial, { ...nothingSent, kind: 'refused' })
  return blob
}

/** Read from the disk as it is sent; null where there is no such file. */
async function blobOf(file: string, type: FileType): Promise<Blob | null> {
  try {
    return await openAsBlob(file, { type })
  } catch {
    return null
  }
}

/** Turns counts of a body's bytes, which come late and from every attempt, into rising counts of the file's bytes. */
function fileProgress(fileBytes: number, listener: Material['onProgress']) {
  let reported = -1
  let isOver = false
  const report = (bytes: number): void => {
    if (isOver || bytes <= reported) return
    reported = bytes
    listener?.(bytes, fileBytes)
  }
  return {
    /** The form around the file counts as sent first. */
    sent: (sentBytes: number, totalBytes: number): void =>
      report(Math.min(fileBytes, Math.max(0, sentBytes - (totalBytes - fileBytes)))),
    done: (): void => report(fileBytes),
    end: (): void => void (isOver = true)
  }
}

function withoutDoubt(error: unknown): unknown {
  if (!(error instanceof PlatformError) || error.facts.outcome !== 'unknown') return error
  return new PlatformError({ ...error.facts, outcome: 'not_sent' })
}
