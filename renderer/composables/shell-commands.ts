import type { ShellCommand } from '@shared/domain/shell-command'
import { onScopeDispose } from 'vue'
import { useRouter } from 'vue-router'
import { call, listen } from '@/client'
import { showNotice } from '@/components/frame/notices'
import { useSessionStore } from '@/stores/session'
import { requestHelp } from './help-request'
import { requestPalette } from './palette-request'
import { requestSearch } from './search-focus'
import { isDialogOpen, useShortcut } from './shortcut'

/** Electron's menu shows nine keys for pages; so do browsers for their tabs, which give them to the page in its own window. */
const pageKeys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/**
 * Carries out what the desktop program's menu, tray, notifications and deep links ask, and has the same keys for both hosts.
 * `pages` are the rail's paths in their order. To be called once, by the frame.
 */
export function useShellCommands(pages: readonly string[]): void {
  const router = useRouter()
  const session = useSessionStore()

  async function refresh(): Promise<void> {
    const accountId = session.account?.id
    if (accountId === undefined) return
    const result = await call('merchants.refresh', { accountId, appIds: null })
    if (!result.ok) showNotice(result.error)
  }

  async function search(): Promise<void> {
    await router.push('/merchants')
    requestSearch()
  }

  async function goToPage(number: number): Promise<void> {
    const page = pages[number - 1]
    if (page !== undefined) await router.push(page)
  }

  async function carryOut(command: ShellCommand): Promise<void> {
    switch (command.name) {
      case 'settings':
        await router.push('/settings')
        return
      case 'palette':
        return requestPalette()
      case 'search':
        return search()
      case 'new_rollout':
        await router.push('/rollouts/new')
        return
      case 'refresh':
        return refresh()
      case 'print':
        return window.print()
      case 'help':
        return requestHelp()
      case 'page':
        return goToPage(command.number)
      case 'open':
        await router.push(command.path)
    }
  }

  onScopeDispose(
    listen('shell.command', ({ command }) => {
      // As with keys: the page behind a dialog does not hear. What came from elsewhere was clicked there and opens all the same.
      if (!isDialogOpen() || command.name === 'open' || command.name === 'print') void carryOut(command)
    })
  )
  useShortcut('mod+,', () => void carryOut({ name: 'settings' }), { whileTyping: true })
  useShortcut('mod+f', () => void carryOut({ name: 'search' }))
  useShortcut('mod+shift+n', () => void carryOut({ name: 'new_rollout' }))
  useShortcut('F1', () => void carryOut({ name: 'help' }), { whileTyping: true })
  for (const number of pageKeys) useShortcut(`mod+${number}`, () => void goToPage(number), { whileTyping: true })
}
