import type { Session } from 'electron'
import { isOwnAddress } from './addresses'

/** The page may copy texts and pictures and show notifications; nothing else needs a permission. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications'])

/** Whether a page of this address gets the permission of that name. */
export function isPermitted(permission: string, address: string): boolean {
  return granted.has(permission) && isOwnAddress(address)
}

/** Sets both handlers: one is asked before a permission is requested, the other when it is. Devices are refused as well. */
export function restrictPermissions(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermitted(permission, requestingOrigin)
  )
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isPermitted(permission, requestingUrl))
  )
  session.setDevicePermissionHandler(() => false)
}
