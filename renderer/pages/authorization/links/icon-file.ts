import { iconMaxBytes } from '@shared/rules/limits'
import { sizeText } from '@/composables/file-size'

/** A picture that can be sent as a mini program's icon. */
export type IconFile = { readonly name: string; readonly bytes: number; readonly dataAddress: string }

export type IconReading = { readonly icon: IconFile } | { readonly problem: string }

/** What the platform takes; browsers call `.jpg` `image/jpeg` as well. */
export const iconTypes: readonly string[] = ['image/png', 'image/jpeg']

/** Reads a picture that was picked or dropped. Never rejects: what is wrong with it is told in a sentence. */
export async function readIcon(file: File): Promise<IconReading> {
  if (!iconTypes.includes(file.type)) return { problem: '图标要是 png 或 jpeg 图片' }
  if (file.size === 0) return { problem: '这个文件是空的' }
  if (file.size > iconMaxBytes) return { problem: `图片 ${sizeText(file.size)}，超过平台的 ${sizeText(iconMaxBytes)}` }
  const dataAddress = await asDataAddress(file)
  if (dataAddress === null) return { problem: '文件没有读出来，请再选一次' }
  return { icon: { name: file.name, bytes: file.size, dataAddress } }
}

function asDataAddress(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null)
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(file)
  })
}
