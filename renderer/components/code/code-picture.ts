import { fileWords, saveFile } from '@/composables/save-file'

/** Turns the data address of a picture into its bytes; the page's policy does not let `fetch` read data addresses. */
export function pictureBlob(dataAddress: string): Blob {
  const base64 = dataAddress.slice(dataAddress.indexOf(',') + 1)
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  return new Blob([bytes], { type: isJpeg(dataAddress) ? 'image/jpeg' : 'image/png' })
}

/** How the file of this picture ends; the platform sends PNG or JPEG. */
export function pictureExtension(dataAddress: string): 'png' | 'jpg' {
  return isJpeg(dataAddress) ? 'jpg' : 'png'
}

const isJpeg = (dataAddress: string): boolean => dataAddress.startsWith('data:image/jpeg')

/** Puts the picture on the clipboard. Rejects where the system refuses. */
export function copyPicture(dataAddress: string): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': pngBlob(dataAddress) })])
}

/** The picture as a PNG: clipboards take no other. */
async function pngBlob(dataAddress: string): Promise<Blob> {
  const blob = pictureBlob(dataAddress)
  if (!isJpeg(dataAddress)) return blob
  const bitmap = await createImageBitmap(blob)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Hands the picture to the browser or the window as a file to keep; a name in `.png` follows what the picture is. */
export function savePicture(dataAddress: string, fileName: string): void {
  saveFile(pictureBlob(dataAddress), fileName.replace(/\.png$/, `.${pictureExtension(dataAddress)}`))
}

/** A file name out of words, without what a file system refuses; at most 120 characters. */
export function pictureFileName(...words: readonly string[]): string {
  const clean = words.map(fileWords).filter(Boolean)
  return `${clean.join('-').slice(0, 120)}.png`
}
