import type { FileType } from '@shared/domain/file'

const signatures: readonly (readonly [FileType, Buffer])[] = [
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])]
]

/** What a picture is by its first bytes, whatever it was called; null for anything but a PNG or a JPEG. */
export function rasterType(bytes: Buffer): FileType | null {
  const found = signatures.find(([, signature]) => bytes.subarray(0, signature.length).equals(signature))
  return found?.[0] ?? null
}
