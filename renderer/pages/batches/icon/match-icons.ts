import type { MerchantRow } from '@shared/domain/merchant'
import { fileTypes } from '@shared/domain/file'
import { sizeText } from '@/composables/file-size'
import { t } from '@/i18n'
import { merchantIndex } from '../merchant-index'

/** A picture and the merchant that its name means, or why it can not be used. */
export type MatchedIcon = {
  /** Its place among the picked files. */
  readonly number: number
  readonly file: File
  readonly merchant: MerchantRow | null
  readonly problem: string | null
}

/** Ours: a larger original is more than a page should decode hundreds of. */
const originalMaxBytes = 20 * 1024 * 1024

/** The pictures among these files; what a folder has besides is nothing to complain about. */
export function pictureFiles(files: readonly File[]): readonly File[] {
  return files.filter(({ type, name }) => type.startsWith('image/') && !name.startsWith('.'))
}

/** Finds each picture's merchant: its file name without the ending is an app id or a merchant's name. */
export function matchIcons(files: readonly File[], merchants: readonly MerchantRow[]): readonly MatchedIcon[] {
  const index = merchantIndex(merchants)
  const found = files.map((file, place) => ({ number: place + 1, file, ...index.findEither(stem(file.name)) }))
  const times = new Map<string, number>()
  for (const { merchant } of found) if (merchant) times.set(merchant.appId, (times.get(merchant.appId) ?? 0) + 1)
  return found.map((icon) => {
    const isTwice = icon.merchant !== null && (times.get(icon.merchant.appId) ?? 0) > 1
    const problem = icon.problem ?? (isTwice ? t('batches.icon.twice') : null) ?? fileProblem(icon.file)
    return { ...icon, problem: problem ?? merchantProblem(icon.merchant) }
  })
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '').trim()
}

function fileProblem({ type, size }: File): string | null {
  if (!fileTypes.some((each) => each === type)) return t('batches.icon.wrongType')
  if (size === 0) return t('batches.icon.empty')
  return size > originalMaxBytes
    ? t('batches.icon.tooBig', { size: sizeText(size), limit: sizeText(originalMaxBytes) })
    : null
}

function merchantProblem(merchant: MerchantRow | null): string | null {
  return merchant?.authorization === 'lost' ? t('batches.lost') : null
}
