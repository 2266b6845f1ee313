import type { DesktopNotification } from '@shared/contract'

/** One notification of the operating system. */
export interface SystemNotification {
  on(event: 'click' | 'close' | 'failed', listener: () => void): unknown
  show(): void
}

export type NotifyParts = {
  /** Electron's `Notification`, made but not shown. */
  readonly make: (texts: { title: string; body: string }) => SystemNotification
  /** Whether the operator has the window before their eyes: the lists are live there. */
  readonly isLookedAt: () => boolean
  /** Brings the window to the front and opens that page. */
  readonly open: (path: string) => void
}

/** Returns what shows a notification; a click opens the page that it is about, also when the window is minimised. */
export function createNotifier({ make, isLookedAt, open }: NotifyParts): (told: DesktopNotification) => void {
  // Electron lets go of a notification that nobody holds, and its click with it.
  const shown = new Set<SystemNotification>()
  return ({ title, body, path }) => {
    if (isLookedAt()) return
    const notification = make({ title, body })
    const forget = (): void => void shown.delete(notification)
    notification.on('click', () => {
      forget()
      open(path)
    })
    notification.on('close', forget)
    notification.on('failed', forget)
    shown.add(notification)
    notification.show()
  }
}
