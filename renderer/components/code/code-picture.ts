/** Turns the data address of a PNG into its bytes; the page's policy does not let `fetch` read data addresses. */
export function pictureBlob(dataAddress: string): Blob {
  const base64 = dataAddress.slice(dataAddress.indexOf(',') + 1)
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  return new Blob([bytes], { type: 'image/png' })
}

/** Puts the picture on the clipboard. Rejects where the system refuses. */
export function copyPicture(dataAddress: string): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureBlob(dataAddress) })])
}

/** Hands the picture to the browser or the window as a file to keep. */
export function savePicture(dataAddress: string, fileName: string): void {
  const address = URL.createObjectURL(pictureBlob(dataAddress))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has taken its own hold of the bytes by the next task.
  setTimeout(() => URL.revokeObjectURL(address))
}

/** A file name out of words, without what a file system refuses; at most 120 characters. */
export function pictureFileName(...words: readonly string[]): string {
  const clean = words.map((word) => word.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()).filter(Boolean)
  return `${clean.join('-').slice(0, 120)}.png`
}
