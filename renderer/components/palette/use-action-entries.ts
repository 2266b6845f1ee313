import {
  Brush,
  Download,
  EditPen,
  Moon,
  Picture,
  Plus,
  Promotion,
  Refresh,
  Search,
  Sunny,
  Switch
} from '@element-plus/icons-vue'
import type { CallResult } from '@shared/contract'
import type { Settings } from '@shared/domain/settings'
import { computed, type Component, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import { showNotice } from '@/components/frame/notices'
import { requestSearch } from '@/composables/search-focus'
import { t } from '@/i18n'
import { accountName } from '@/pages/accounts/account-looks'
import { useSwitchAccount } from '@/pages/accounts/use-switch-account'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { entryWords } from './entry-words'
import { commandOf, type PaletteEntry } from './palette-entry'

const themes: readonly { readonly theme: Settings['theme']; readonly icon: Component }[] = [
  { theme: 'dark', icon: Moon },
  { theme: 'light', icon: Sunny },
  { theme: 'system', icon: Brush }
]

type ActionName =
  Settings['theme'] | 'newRollout' | 'introductions' | 'icons' | 'searchList' | 'refreshAll' | 'import' | 'addAccount'

/** What can be done wherever the operator is. A failure is told in the corner. */
export function useActionEntries(): ComputedRef<readonly PaletteEntry[]> {
  const begin = useBeginEntries()
  const reading = useReadingEntries()
  const accounts = useAccountEntries()
  const colours = useThemeEntries()
  return computed(() => [...begin, ...reading.value, ...accounts.value, ...colours.value])
}

function useBeginEntries(): readonly PaletteEntry[] {
  const router = useRouter()
  const leading = (to: string, name: ActionName, icon: Component): PaletteEntry =>
    commandOf('action', { ...textsOf(name), id: `action:${to}`, icon, deed: { to } })

  async function searchList(): Promise<void> {
    await router.push('/merchants')
    requestSearch()
  }
  return [
    leading('/rollouts/new', 'newRollout', Promotion),
    leading('/batches/new/introduction', 'introductions', EditPen),
    leading('/batches/new/icon', 'icons', Picture),
    commandOf('action', {
      ...textsOf('searchList'),
      id: 'action:search-list',
      icon: Search,
      note: '/',
      deed: { run: () => void searchList() }
    })
  ]
}

function useReadingEntries(): ComputedRef<readonly PaletteEntry[]> {
  const merchants = useMerchantsStore()
  const busy = computed(() => (merchants.refreshing ? t('palette.action.refreshing') : null))
  const none = computed(() => (merchants.total === 0 ? t('palette.action.noMerchants') : null))
  return computed(() => [
    commandOf('action', {
      ...textsOf('refreshAll'),
      id: 'action:refresh-all',
      icon: Refresh,
      reason: busy.value ?? none.value,
      deed: { run: () => void tell(merchants.refresh(null)) }
    }),
    commandOf('action', {
      ...textsOf('import'),
      id: 'action:import',
      icon: Download,
      reason: busy.value,
      deed: { run: () => void tell(merchants.importAll()) }
    })
  ])
}

function useAccountEntries(): ComputedRef<readonly PaletteEntry[]> {
  const session = useSessionStore()
  const switchTo = useSwitchAccount()
  const others = computed(() => session.info?.accounts.filter(({ id }) => id !== session.account?.id) ?? [])
  return computed(() => [
    ...others.value.map((account) =>
      commandOf('action', {
        id: `account:${account.id}`,
        title: t('palette.action.switchAccount', { name: accountName(account) }),
        icon: Switch,
        words: [account.componentAppId, ...entryWords('palette.action.switchAccountWords')],
        deed: { run: () => void switchTo(account.id) }
      })
    ),
    commandOf('action', {
      ...textsOf('addAccount'),
      id: 'action:add-account',
      icon: Plus,
      // The first one is connected step by step.
      deed: { to: session.realAccounts.length === 0 ? '/connect' : { path: '/accounts', query: { add: '1' } } }
    })
  ])
}

function useThemeEntries(): ComputedRef<readonly PaletteEntry[]> {
  const session = useSessionStore()
  return computed(() =>
    themes
      .filter(({ theme }) => theme !== session.settings?.theme)
      .map(({ theme, icon }) =>
        commandOf('action', {
          ...textsOf(theme),
          id: `action:theme-${theme}`,
          icon,
          deed: { run: () => void tell(session.changeSettings({ theme })) }
        })
      )
  )
}

function textsOf(name: ActionName): { title: string; words: readonly string[] } {
  return {
    title: t(`palette.action.${name}`),
    words: entryWords(`palette.action.${name}Words`, `palette.action.${name}`)
  }
}

async function tell(answer: Promise<CallResult<unknown> | null>): Promise<void> {
  const result = await answer
  if (result && !result.ok) showNotice(result.error)
}
