import { pictureBlob } from '@/components/code/code-picture'

/** A picture under its file's name. */
export type PictureFile = { readonly name: string; readonly image: string }

type Report = (done: number) => void

declare global {
  interface Window {
    /** The File System Access API's; only Chromium has it. */
    readonly showDirectoryPicker?: (options: { readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>
  }
}

/** Lets the operator choose a folder; `none` where the window can not, `cancelled` where the operator did not. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | 'none' | 'cancelled'> {
  if (!window.showDirectoryPicker) return 'none'
  try {
    return await window.showDirectoryPicker({ mode: 'readwrite' })
  } catch (error) {
    return nameOf(error) === 'AbortError' ? 'cancelled' : 'none'
  }
}

/**
 * Writes the pictures into a folder, over files of the same name. Answers false where the window may not write there.
 * Throws the signal's reason when it is aborted, and what the file system refuses.
 */
export async function writeToFolder(
  folder: FileSystemDirectoryHandle,
  files: readonly PictureFile[],
  report: Report,
  signal: AbortSignal
): Promise<boolean> {
  try {
    for (const [index, { name, image }] of files.entries()) {
      signal.throwIfAborted()
      const file = await folder.getFileHandle(name, { create: true })
      const stream = await file.createWritable()
      await stream.write(pictureBlob(image))
      await stream.close()
      report(index + 1)
    }
    return true
  } catch (error) {
    if (nameOf(error) === 'NotAllowedError') return false
    throw error
  }
}

/**
 * All pictures in one zip, stored as they are: pictures are compressed already. Written piece by piece on this thread, as
 * the page's policy allows no worker. Throws the signal's reason when it is aborted.
 */
export async function zipOf(files: readonly PictureFile[], report: Report, signal: AbortSignal): Promise<Blob> {
  const { Zip, ZipPassThrough } = await import('fflate')
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const failures: Error[] = []
  const zip = new Zip((error, piece) => {
    if (error) failures.push(error)
    else pieces.push(new Uint8Array(piece))
  })
  for (const [index, { name, image }] of files.entries()) {
    signal.throwIfAborted()
    const entry = new ZipPassThrough(name)
    zip.add(entry)
    entry.push(new Uint8Array(await pictureBlob(image).arrayBuffer()), true)
    report(index + 1)
  }
  zip.end()
  const [failure] = failures
  if (failure) throw failure
  return new Blob(pieces, { type: 'application/zip' })
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : ''
}
