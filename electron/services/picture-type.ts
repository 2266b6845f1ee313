import type { FileType } from '@shared/domain/file'

const signatures: readonly { readonly contentType: FileType; readonly bytes: Buffer }[] = [
  { contentType: 'image/png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
  { contentType: 'image/jpeg', bytes: Buffer.from('ffd8ff', 'hex') }
]

/** How many bytes `pictureType` needs to see. */
export const pictureHeadBytes = 8

/** What a picture is, as its first bytes show: what it is called comes from the file's name. Null for anything else. */
export function pictureType(head: Buffer): FileType | null {
  return signatures.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes))?.contentType ?? null
}
