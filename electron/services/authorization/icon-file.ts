import { iconMaxBytes } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import type { IconFile } from '../../douyin/platform'
import { pictureType } from '../picture-type'
import { invalidLink } from './authorization-failures'

/**
 * The picture in a data address. What it is shows in its first bytes: what the address calls it comes from the file's name.
 * Throws `DeskFailure` `invalid_input` (field `icon`) for another format, and for more than 2 MB.
 */
export function iconFile(dataAddress: string): IconFile {
  const bytes = Buffer.from(dataAddress.slice(dataAddress.indexOf(',') + 1), 'base64')
  if (bytes.length > iconMaxBytes) throw invalidLink('icon', say`图标超过 2 MB`)
  const contentType = pictureType(bytes)
  if (contentType === null) throw invalidLink('icon', say`图标不是 PNG 或 JPEG 图片`)
  return { contentType, bytes }
}
