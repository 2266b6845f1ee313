import {
  CircleClose,
  CopyDocument,
  Document,
  FullScreen,
  Promotion,
  Refresh,
  RefreshLeft,
  Stamp,
  Upload
} from '@element-plus/icons-vue'
import type { MerchantProfile } from '@shared/domain/merchant'
import { computed, type Component, type ComputedRef } from 'vue'
import { codeUnavailable, firstCodeStage } from '@/components/code/code-stages'
import { useCopy } from '@/composables/copy'
import { t } from '@/i18n'
import type { Asked } from '@/pages/merchant/operations/use-asked'
import { useVersionActions } from '@/pages/merchant/operations/use-version-actions'
import { useMerchantStore } from '@/stores/merchant'
import { entryWords } from './entry-words'
import { commandOf, type CommandParts, type PaletteEntry } from './palette-entry'

/** The parts of a merchant's page, as its address names them; the first needs no name. */
const tabs = [
  'versions',
  'profile',
  'categories',
  'domains',
  'codes',
  'capabilities',
  'standing',
  'authorization'
] as const

const icons: Readonly<Record<Asked, Component>> = {
  upload: Upload,
  submit: Stamp,
  resubmit: Stamp,
  withdraw: CircleClose,
  release: Promotion,
  rollback: RefreshLeft,
  codes: FullScreen
}

/** Only offered where they can be done: else they would stand there for every merchant. */
const onlyWherePossible = ['resubmit', 'release', 'withdraw', 'rollback'] as const

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
        ...textsOf('refresh'),
        id: 'here:refresh',
        icon: Refresh,
        note: profile.name,
        reason: store.reading ? t('palette.here.reading') : null,
        deed: { run: () => void store.read() }
      }),
      commandOf('here', {
        ...textsOf('copy'),
        id: 'here:copy',
        icon: CopyDocument,
        note: profile.appId,
        deed: { run: () => void copy(profile.appId) }
      }),
      ...tabEntries(profile)
    ]
  })
}

/** What the merchant's page is asked for by its address; the page itself opens the dialog. */
function useVersionEntries(): ComputedRef<readonly PaletteEntry[]> {
  const store = useMerchantStore()
  const { reasons } = useVersionActions()
  const codesReason = computed(() => {
    const versions = store.detail?.versions ?? null
    return firstCodeStage(versions) === null ? (codeUnavailable(versions, 'latest') ?? null) : null
  })
  return computed(() => {
    const profile = store.detail?.profile
    if (!profile) return []
    const asking = (ask: Asked, reason: string | null): PaletteEntry => askEntry(profile, ask, reason)
    const possible = onlyWherePossible.filter((ask) => reasons.value[ask] === null)
    return [
      asking('upload', reasons.value.upload),
      asking('submit', reasons.value.submit),
      ...possible.map((ask) => asking(ask, null)),
      asking('codes', codesReason.value)
    ]
  })
}

function askEntry({ accountId, appId, name }: MerchantProfile, ask: Asked, reason: string | null): PaletteEntry {
  return commandOf('here', {
    ...textsOf(ask),
    id: `here:${ask}`,
    icon: icons[ask],
    note: name,
    reason,
    deed: { to: { name: 'merchant', params: { accountId, appId }, query: { ask } } }
  })
}

function textsOf(name: Asked | 'refresh' | 'copy'): Required<Pick<CommandParts, 'title' | 'words'>> {
  return { title: t(`palette.here.${name}`), words: entryWords(`palette.here.${name}Words`, `palette.here.${name}`) }
}

function tabEntries({ accountId, appId, name }: MerchantProfile): readonly PaletteEntry[] {
  return tabs.map((tab) =>
    commandOf('page', {
      id: `here:tab-${tab}`,
      title: t(`palette.tab.${tab}`),
      icon: Document,
      words: entryWords(`palette.tab.${tab}`),
      note: name,
      deed: { to: { name: 'merchant', params: { accountId, appId }, query: tab === 'versions' ? {} : { tab } } }
    })
  )
}
