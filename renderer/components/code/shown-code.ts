import type { MiniCodeRequest } from '@shared/domain/mini-code'
import type { DeskError } from '@shared/errors'
import { codeHostNames } from '@shared/rules/code-rules'
import { t } from '@/i18n'

/** One code as it is shown large: whose it is, what it opens, and how old it is. */
export type ShownCode = {
  readonly key: string
  /** The merchant's name, or what names the code. */
  readonly title: string
  /** Stage and version, or what the code is for. */
  readonly subtitle: string
  /** What its picture is saved as. */
  readonly fileName: string
  readonly path: string
  readonly image: string | null
  readonly readAt: number | null
  /** Null for one that lives for ever, or where the platform does not say. */
  readonly expiresAt: number | null
  /** Why there is none; with an error it can be tried again. */
  readonly problem: { readonly text: string; readonly error: DeskError | null } | null
  /** What to know before it is scanned; null for nothing. */
  readonly warning: string | null
}

const unreadable = t('codes.scan.unreadable')
export const roundCodeNote = t('codes.scan.round')

/** What to know about a picture before it is scanned; null where our decoder has read it. */
export function scanWarning(text: string | null, round: boolean): string | null {
  if (round) return roundCodeNote
  return text === null ? unreadable : null
}

/** The page that a path opens, in words. */
export function pathText(path: string): string {
  return path === '' ? t('codes.homePage') : path
}

/** Host, shape and size of a mini-program code in one line. */
export function lookText({ host, round, width, withIcon }: Omit<MiniCodeRequest, 'path'>): string {
  const parts = [
    codeHostNames[host],
    t(round ? 'codes.look.round' : 'codes.look.square'),
    t('codes.look.pixels', { width }),
    t(withIcon ? 'codes.look.withIcon' : 'codes.look.withoutIcon')
  ]
  return parts.join(' · ')
}
