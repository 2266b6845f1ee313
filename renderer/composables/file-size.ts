/** `340 KB`, `2 MB`, with one decimal where it says something. */
export function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024
  if (kilobytes < 1024) return `${Math.max(1, Math.round(kilobytes))} KB`
  return `${Math.ceil((kilobytes / 1024) * 10) / 10} MB`
}
