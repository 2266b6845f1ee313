/** Hands a text to the browser or the window as a file to keep, byte for byte as it is. */
export function saveText(content: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has taken its own hold of the bytes by the next task.
  setTimeout(() => URL.revokeObjectURL(address))
}
