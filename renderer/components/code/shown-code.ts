import type { MiniCodeRequest } from '@shared/domain/mini-code'
import type { DeskError } from '@shared/errors'
import { codeHostNames } from '@shared/rules/code-rules'

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

const unreadable = '程序没能解出这个码，请先用手机试扫。'
export const roundCodeNote = '抖音码只能用抖音系 App 扫，程序不能自检。'

/** What to know about a picture before it is scanned; null where our decoder has read it. */
export function scanWarning(text: string | null, round: boolean): string | null {
  if (round) return roundCodeNote
  return text === null ? unreadable : null
}

/** The page that a path opens, in words. */
export function pathText(path: string): string {
  return path === '' ? '首页' : path
}

/** Host, shape and size of a mini-program code in one line. */
export function lookText({ host, round, width, withIcon }: Omit<MiniCodeRequest, 'path'>): string {
  const parts = [
    codeHostNames[host],
    round ? '圆形抖音码' : '方形码',
    `${width} 像素`,
    withIcon ? '带图标' : '不带图标'
  ]
  return parts.join(' · ')
}
