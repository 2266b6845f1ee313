import type { DesktopNotification } from '@shared/contract'
import { useEventListener } from '@vueuse/core'
import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { listen } from '@/client'
import { useSessionStore } from '@/stores/session'

/** `unsupported`: the browser has no desktop notifications. */
export type NotificationAccess = NotificationPermission | 'unsupported'

/**
 * Shows what the main process wants shown as notifications of the operating system, while nobody looks at the page: before
 * the operator's eyes the lists are live. A click brings the window to the front and opens the page that it is about. To be
 * called once, by the frame.
 */
export function useNotifications(): void {
  const router = useRouter()
  const session = useSessionStore()

  function show({ title, body, path }: DesktopNotification): void {
    // The same text again replaces the one that is still there.
    const notification = new Notification(title, { body, tag: `${path} ${title}` })
    notification.onclick = () => {
      notification.close()
      window.focus()
      void router.push(path)
    }
  }

  onScopeDispose(
    listen('desktop.notification', (told) => {
      // The desktop program shows them itself: a click there brings its window back from anywhere.
      if (session.info?.host === 'electron') return
      if (notificationAccess() === 'granted' && !isLookedAt()) show(told)
    })
  )
}

/** Whether the page may show notifications, and the question to the operator; looked at again when the page gets the focus. */
export function useNotificationAccess(): {
  readonly access: Readonly<Ref<NotificationAccess>>
  readonly ask: () => Promise<void>
} {
  const access = ref(notificationAccess())
  const look = (): void => {
    access.value = notificationAccess()
  }
  useEventListener(window, 'focus', look)

  async function ask(): Promise<void> {
    if (access.value === 'default') await Notification.requestPermission()
    look()
  }

  return { access: readonly(access), ask }
}

function notificationAccess(): NotificationAccess {
  return 'Notification' in window ? Notification.permission : 'unsupported'
}

function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}
