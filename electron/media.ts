import type { Store } from './store/repositories'

/** Bytes that the page shows by address (`/media/…`): merchants' icons. */
export type Media = { readonly contentType: string; readonly bytes: Buffer }

const iconPath = /^\/media\/icon\/([\w-]{1,64})\/([\w-]{1,64})$/

/** The icon behind `/media/icon/<account>/<app id>`, or null. */
export function iconAt(store: Store, path: string): Media | null {
  const [, accountId, appId] = iconPath.exec(path) ?? []
  if (!accountId || !appId) return null
  const icon = store.icons.get({ accountId, appId })
  return icon && { contentType: icon.contentType, bytes: icon.bytes }
}
