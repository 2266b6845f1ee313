import type { SavedCode } from '@shared/domain/mini-code'
import type { DeskError } from '@shared/errors'
import { pictureFileName } from '@/components/code/code-picture'
import { scanWarning, type ShownCode } from '@/components/code/shown-code'
import { t } from '@/i18n'

/** A saved code as it is shown large; `error` is why its picture was not made. */
export function shownSaved({ id, label, request, code }: SavedCode, error: DeskError | null): ShownCode {
  return {
    key: id,
    title: label,
    subtitle: t('codes.show.savedSubtitle'),
    fileName: pictureFileName(label),
    path: request.path,
    image: code?.image ?? null,
    readAt: code?.madeAt ?? null,
    expiresAt: null,
    problem: code === null && error !== null ? { text: error.message, error } : null,
    warning: code && scanWarning(code.text, request.round)
  }
}
