import type { Session } from 'electron'
import { isOwnAddress } from './addresses'

/**
 * What the page may do: copy texts and pictures, show notifications, fill the screen with codes, and write their pictures into
 * a folder that the operator picked in the system's dialog (`fileSystem`). Nothing else needs a permission.
 */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications', 'fullscreen', 'fileSystem'])

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
