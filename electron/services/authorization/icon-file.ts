import { iconMaxBytes } from '@shared/rules/limits'
import type { IconFile } from '../../douyin/platform'
import { invalidLink } from './authorization-failures'

const signatures: readonly { readonly contentType: IconFile['contentType']; readonly bytes: Buffer }[] = [
  { contentType: 'image/png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
  { contentType: 'image/jpeg', bytes: Buffer.from('ffd8ff', 'hex') }
]

/**
 * The picture in a data address. What it is shows in its first bytes: what the address calls it comes from the file's name.
 * Throws `DeskFailure` `invalid_input` (field `icon`) for another format, and for more than 2 MB.
 */
export function iconFile(dataAddress: string): IconFile {
  const bytes = Buffer.from(dataAddress.slice(dataAddress.indexOf(',') + 1), 'base64')
  if (bytes.length > iconMaxBytes) throw invalidLink('icon', '图标超过 2 MB')
  const found = signatures.find((each) => bytes.subarray(0, each.bytes.length).equals(each.bytes))
  if (!found) throw invalidLink('icon', '图标不是 PNG 或 JPEG 图片')
  return { contentType: found.contentType, bytes }
}
