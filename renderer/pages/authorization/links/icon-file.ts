import { iconMaxBytes } from '@shared/rules/limits'
import { sizeText } from '@/composables/file-size'
import { t } from '@/i18n'

/** A picture that can be sent as a mini program's icon. */
export type IconFile = { readonly name: string; readonly bytes: number; readonly dataAddress: string }

export type IconReading = { readonly icon: IconFile } | { readonly problem: string }

/** What the platform takes; browsers call `.jpg` `image/jpeg` as well. */
export const iconTypes: readonly string[] = ['image/png', 'image/jpeg']

/** Reads a picture that was picked or dropped. Never rejects: what is wrong with it is told in a sentence. */
export async function readIcon(file: File): Promise<IconReading> {
  if (!iconTypes.includes(file.type)) return { problem: t('authorization.icon.wrongType') }
  if (file.size === 0) return { problem: t('authorization.icon.isEmpty') }
  if (file.size > iconMaxBytes) {
    const sizes = { size: sizeText(file.size), limit: sizeText(iconMaxBytes) }
    return { problem: t('authorization.icon.tooLarge', sizes) }
  }
  const dataAddress = await asDataAddress(file)
  if (dataAddress === null) return { problem: t('authorization.icon.notRead') }
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
