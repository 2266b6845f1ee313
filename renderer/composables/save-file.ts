/** Hands bytes to the browser or the window as a file to keep. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has taken its own hold of the bytes by the next task.
  setTimeout(() => URL.revokeObjectURL(address))
}

/** A text as a part of a file's name: without what a file system refuses, which may leave nothing. */
export function fileWords(text: string): string {
  return text.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
}
