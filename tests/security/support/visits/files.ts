import { picture } from '../../../integration/desk/setup-desk'
import type { Hunt } from '../hunt'
import { stageMarked } from '../pictures'

/** `files.…`: one that is dropped, one that is dropped half-way, and one that is no picture. */
export async function visitFiles(hunt: Hunt): Promise<void> {
  const { ask, value, mark } = hunt
  await value('files.discard', { fileId: await stageMarked(hunt, 'MARKED-PICTURE-DROPPED-0a') })
  const text = 'MARKED-PICTURE-HALF-0b'
  mark(text)
  const bytes = picture(text)
  const announcement = { name: '执照.png', contentType: 'image/png', bytes: bytes.length } as const
  const half = await value('files.begin', announcement)
  const piece = bytes.subarray(0, bytes.length / 2).toString('base64')
  await value('files.append', { ...half, offset: 0, piece })
  await value('files.discard', half)
  const other = await value('files.begin', { ...announcement, contentType: 'image/jpeg' })
  await ask('files.append', { ...other, offset: 0, piece: bytes.toString('base64') })
}
