import { fileTypes } from '@shared/domain/file'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { sizeText } from '@/composables/file-size'
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
    if (loaded === null) problem.value = '这个文件不是能打开的图片'
    else [image, address.value] = [loaded, fresh]
  }

  async function crop(wanted: CropArea): Promise<void> {
    if (image === null) return
    area.value = wanted
    const here = ++crops
    const blob = await cropToPng(image, wanted, sidePx)
    if (here !== crops) return
    replaceCropped(blob)
    problem.value = blob === null ? '图片没有裁出来，请换一张图片' : null
  }

  onScopeDispose(clear)
  return { address, problem, cropped, area, isSmall, take, crop, clear }
}

function originalProblem(file: File): string | null {
  if (!fileTypes.some((type) => type === file.type)) return '要 png 或 jpeg 图片'
  if (file.size === 0) return '这个文件是空的'
  if (file.size > originalMaxBytes) return `图片 ${sizeText(file.size)}，超过 ${sizeText(originalMaxBytes)}，请先缩小`
  return null
}
