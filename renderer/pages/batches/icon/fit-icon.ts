import { iconSidePx, materialMaxBytes } from '@shared/rules/limits'
import { cropToPng, loadPicture } from '@/components/upload/crop-picture'
import { t } from '@/i18n'

/** A picture as it will be sent: as it is, or with its centre cut out and drawn at the size that the platform advises. */
export type FittedIcon =
  | { readonly kind: 'fitted'; readonly blob: Blob; readonly mark: string | null }
  | { readonly kind: 'problem'; readonly text: string }

/** Makes a picture square and small enough; one that is both stays as it is. Never rejects. */
export async function fitIcon(file: File): Promise<FittedIcon> {
  const address = URL.createObjectURL(file)
  try {
    const image = await loadPicture(address)
    if (image === null) return { kind: 'problem', text: t('batches.icon.unreadable') }
    const { naturalWidth: width, naturalHeight: height } = image
    const isSquare = width === height
    if (isSquare && file.size <= materialMaxBytes) return { kind: 'fitted', blob: file, mark: null }
    const sidePx = Math.min(width, height)
    const area = { left: (width - sidePx) / 2, top: (height - sidePx) / 2, sidePx }
    const blob = await cropToPng(image, area, iconSidePx)
    if (blob === null) return { kind: 'problem', text: t('batches.icon.notCut') }
    return { kind: 'fitted', blob, mark: t(isSquare ? 'batches.icon.shrunk' : 'batches.icon.cropped') }
  } finally {
    URL.revokeObjectURL(address)
  }
}
