import type { DeskError } from '@shared/errors'
import { readonly, shallowRef } from 'vue'

/** More than these would hide the page; the oldest gives way. */
const mostAtOnce = 3

export type Notice = {
  /** The same for the same failure of the same merchant. */
  readonly key: string
  readonly error: DeskError
}

const shown = shallowRef<readonly Notice[]>([])

/** The failures that are shown in the corner, oldest first. */
export const notices = readonly(shown)

/**
 * Shows a failure in the corner, for those that no part of the page has a place for. It stays until it is closed; the
 * same failure again replaces the one that is shown, and there are never more than three.
 */
export function showNotice(error: DeskError): void {
  const key = [error.code, error.message, error.merchant?.appId].join('|')
  const others = shown.value.filter((notice) => notice.key !== key)
  shown.value = [...others, { key, error }].slice(-mostAtOnce)
}

/** Takes a notice away. */
export function closeNotice(key: string): void {
  shown.value = shown.value.filter((notice) => notice.key !== key)
}
