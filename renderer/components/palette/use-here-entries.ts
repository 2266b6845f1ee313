import { CopyDocument, Document, FullScreen, Refresh, Stamp, Upload } from '@element-plus/icons-vue'
import type { MerchantProfile } from '@shared/domain/merchant'
import { computed, type ComputedRef } from 'vue'
import { codeUnavailable, firstCodeStage } from '@/components/code/code-stages'
import { useCopy } from '@/composables/copy'
import { useVersionActions } from '@/pages/merchant/operations/use-version-actions'
import { useMerchantStore } from '@/stores/merchant'
import { askDialog, type MerchantDialog } from './asked-dialog'
import { commandOf, type CommandParts, type PaletteEntry } from './palette-entry'

/** The parts of a merchant's page, as its address names them; the first needs no name. */
const tabs = [
  { tab: null, title: '版本' },
  { tab: 'profile', title: '资料' },
  { tab: 'categories', title: '类目' },
  { tab: 'domains', title: '域名' },
  { tab: 'codes', title: '码' },
  { tab: 'capabilities', title: '能力' },
  { tab: 'standing', title: '评级与信用' },
  { tab: 'authorization', title: '授权' }
] as const

/** What can be done with the merchant whose page is open, and the parts of that page; nothing while none is. */
export function useHereEntries(): ComputedRef<readonly PaletteEntry[]> {
  const store = useMerchantStore()
  const versions = useVersionEntries()
  const { copy } = useCopy()
  return computed(() => {
    const profile = store.detail?.profile
    if (!profile) return []
    return [
      ...versions.value,
      commandOf('here', {
        id: 'here:refresh',
        title: '刷新这个商家',
        icon: Refresh,
        words: ['重新读取'],
        note: profile.name,
        reason: store.reading ? '正在读取' : null,
        deed: { run: () => void store.read() }
      }),
      commandOf('here', {
        id: 'here:copy',
        title: '复制 AppID',
        icon: CopyDocument,
        note: profile.appId,
        deed: { run: () => void copy(profile.appId) }
      }),
      ...tabEntries(profile)
    ]
  })
}

function useVersionEntries(): ComputedRef<readonly PaletteEntry[]> {
  const store = useMerchantStore()
  const { reasons } = useVersionActions()
  const codesReason = computed(() => {
    const versions = store.detail?.versions ?? null
    return firstCodeStage(versions) === null ? (codeUnavailable(versions, 'latest') ?? null) : null
  })
  const dialog = (name: MerchantDialog, parts: Omit<CommandParts, 'id' | 'deed'>): PaletteEntry =>
    commandOf('here', {
      note: store.detail?.profile.name ?? null,
      ...parts,
      id: `here:${name}`,
      deed: { run: () => askDialog(name) }
    })
  return computed(() => {
    const { upload, submit, resubmit } = reasons.value
    return [
      dialog('upload', { title: '上传代码', icon: Upload, words: ['上传模板', 'upload'], reason: upload }),
      dialog('submit', { title: '提交审核', icon: Stamp, words: ['提审', 'submit'], reason: submit }),
      // Only what was rejected is submitted again; else it would stand there for every merchant.
      ...(resubmit === null ? [dialog('resubmit', { title: '再次提审', icon: Stamp, words: ['重新提交审核'] })] : []),
      dialog('codes', {
        title: '看码',
        icon: FullScreen,
        words: ['体验码', '二维码', 'qrcode'],
        reason: codesReason.value
      })
    ]
  })
}

function tabEntries({ accountId, appId, name }: MerchantProfile): readonly PaletteEntry[] {
  return tabs.map(({ tab, title }) =>
    commandOf('page', {
      id: `here:tab-${tab ?? 'versions'}`,
      title: `这个商家的${title}`,
      icon: Document,
      note: name,
      deed: { to: { name: 'merchant', params: { accountId, appId }, query: tab ? { tab } : {} } }
    })
  )
}
