import { fileTypes } from '@shared/domain/file'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { sizeText } from '@/composables/file-size'
import { t } from '@/i18n'
import { cropToPng, loadPicture, type CropArea } from './crop-picture'

/** Ours: a larger original is more than a page should decode. What is sent is cropped and much smaller. */
const originalMaxBytes = 20 * 1024 * 1024

/** What was cropped, and an object address to show it by. */
export type CroppedPicture = { readonly blob: Blob; readonly address: string }

/**
 * A picture that the operator picked, and the square of it that will be sent, as a PNG of `sidePx` by `sidePx`. Another
 * pick takes its place; what the browser needed for it is given back.
 */
export function useCroppedPicture(sidePx: number) {
  const address = ref<string | null>(null)
  const problem = ref<string | null>(null)
  const cropped = shallowRef<CroppedPicture | null>(null)
  const area = shallowRef<CropArea | null>(null)
  let image: HTMLImageElement | null = null
  let picks = 0
  let crops = 0

  /** The square has fewer pixels than what is sent: it will look blurred. */
  const isSmall = computed(() => area.value !== null && area.value.sidePx < sidePx)

  function clear(): void {
    picks += 1
    if (address.value !== null) URL.revokeObjectURL(address.value)
    address.value = area.value = image = null
    replaceCropped(null)
  }

  function replaceCropped(blob: Blob | null): void {
    crops += 1
    if (cropped.value) URL.revokeObjectURL(cropped.value.address)
    cropped.value = blob && { blob, address: URL.createObjectURL(blob) }
  }

  async function take(file: File): Promise<void> {
    clear()
    problem.value = originalProblem(file)
    if (problem.value !== null) return
    const here = picks
    const fresh = URL.createObjectURL(file)
    const loaded = await loadPicture(fresh)
    if (here !== picks || loaded === null) URL.revokeObjectURL(fresh)
    if (here !== picks) return
    if (loaded === null) problem.value = t('upload.unreadable')
    else [image, address.value] = [loaded, fresh]
  }

  async function crop(wanted: CropArea): Promise<void> {
    if (image === null) return
    area.value = wanted
    const here = ++crops
    const blob = await cropToPng(image, wanted, sidePx)
    if (here !== crops) return
    replaceCropped(blob)
    problem.value = blob === null ? t('upload.crop.failed') : null
  }

  onScopeDispose(clear)
  return { address, problem, cropped, area, isSmall, take, crop, clear }
}

function originalProblem(file: File): string | null {
  if (!fileTypes.some((type) => type === file.type)) return t('upload.crop.typeNeeded')
  if (file.size === 0) return t('upload.crop.empty')
  if (file.size > originalMaxBytes) {
    return t('upload.crop.tooBig', { size: sizeText(file.size), max: sizeText(originalMaxBytes) })
  }
  return null
}
