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
import { useSwitchAccount } from '@/pages/accounts/use-switch-account'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { commandOf, type PaletteEntry } from './palette-entry'

const themes: readonly { theme: Settings['theme']; title: string; icon: Component; words: readonly string[] }[] = [
  { theme: 'dark', title: '换成深色', icon: Moon, words: ['暗色', '夜间', 'dark'] },
  { theme: 'light', title: '换成浅色', icon: Sunny, words: ['亮色', '白天', 'light'] },
  { theme: 'system', title: '颜色跟随系统', icon: Brush, words: ['主题', 'theme'] }
]

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
  const leading = (to: string, title: string, icon: Component, words: readonly string[]): PaletteEntry =>
    commandOf('action', { id: `action:${to}`, title, icon, words, deed: { to } })

  async function searchList(): Promise<void> {
    await router.push('/merchants')
    requestSearch()
  }
  return [
    leading('/rollouts/new', '新建批量发布', Promotion, ['新建计划', '批量上传', '批量提审', 'rollout']),
    leading('/batches/new/introduction', '批量改简介', EditPen, ['批量设置']),
    leading('/batches/new/icon', '批量换图标', Picture, ['批量设置', '头像']),
    commandOf('action', {
      id: 'action:search-list',
      title: '在商家列表里搜索',
      icon: Search,
      words: ['筛选'],
      note: '/',
      deed: { run: () => void searchList() }
    })
  ]
}

function useReadingEntries(): ComputedRef<readonly PaletteEntry[]> {
  const merchants = useMerchantsStore()
  const busy = computed(() => (merchants.refreshing ? '正在刷新' : null))
  const none = computed(() => (merchants.total === 0 ? '还没有商家' : null))
  return computed(() => [
    commandOf('action', {
      id: 'action:refresh-all',
      title: '刷新全部商家',
      icon: Refresh,
      words: ['全部刷新', '重新读取', 'refresh'],
      reason: busy.value ?? none.value,
      deed: { run: () => void tell(merchants.refresh(null)) }
    }),
    commandOf('action', {
      id: 'action:import',
      title: '读取授权列表',
      icon: Download,
      words: ['导入授权列表', '导入商家', 'import'],
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
    ...others.value.map(({ id, name, componentAppId }) =>
      commandOf('action', {
        id: `account:${id}`,
        title: `切换账号到 ${name}`,
        icon: Switch,
        words: [componentAppId],
        deed: { run: () => void switchTo(id) }
      })
    ),
    commandOf('action', {
      id: 'action:add-account',
      title: '添加账号',
      icon: Plus,
      words: ['连接平台', '新账号'],
      deed: { to: { path: '/accounts', query: { add: '1' } } }
    })
  ])
}

function useThemeEntries(): ComputedRef<readonly PaletteEntry[]> {
  const session = useSessionStore()
  return computed(() =>
    themes
      .filter(({ theme }) => theme !== session.settings?.theme)
      .map(({ theme, ...parts }) =>
        commandOf('action', {
          ...parts,
          id: `action:theme-${theme}`,
          deed: { run: () => void tell(session.changeSettings({ theme })) }
        })
      )
  )
}

async function tell(answer: Promise<CallResult<unknown> | null>): Promise<void> {
  const result = await answer
  if (result && !result.ok) showNotice(result.error)
}
