import { Connection, Document, Odometer, OfficeBuilding, Setting, TrendCharts } from '@element-plus/icons-vue'
import type { Account } from '@shared/domain/account'
import type { Component } from 'vue'
import { railEntries } from '@/components/frame/navigation'
import { t, type TextKey } from '@/i18n'
import { accountName } from '@/pages/accounts/account-looks'
import { settingsSections } from '@/pages/settings/sections'
import { entryWords } from './entry-words'
import { commandOf, type CommandParts, type PaletteEntry } from './palette-entry'

/** Other names that people have for the rail's pages. */
const railWords: Readonly<Record<string, TextKey>> = {
  '/today': 'palette.rail.today',
  '/merchants': 'palette.rail.merchants',
  '/rollouts': 'palette.rail.rollouts',
  '/authorization': 'palette.rail.authorization',
  '/keeper': 'palette.rail.keeper',
  '/baselines': 'palette.rail.baselines',
  '/templates': 'palette.rail.templates',
  '/codes': 'palette.rail.codes',
  '/capabilities': 'palette.rail.capabilities',
  '/events': 'palette.rail.events',
  '/activity': 'palette.rail.activity',
  '/accounts': 'palette.rail.accounts',
  '/settings': 'palette.rail.settings'
}

type SubPage = 'drift' | 'extJson' | 'ownDomains' | 'account' | 'diagnosis'

/** Pages that stand below those of the rail. */
const subPages: readonly { readonly to: string; readonly name: SubPage; readonly icon: Component }[] = [
  { to: '/drift', name: 'drift', icon: TrendCharts },
  { to: '/templates?tab=ext', name: 'extJson', icon: Document },
  { to: '/baselines?tab=application', name: 'ownDomains', icon: Connection }
]

/** All pages that can be gone to, those of the current account among them. */
export function pageEntries(account: Account | null): readonly PaletteEntry[] {
  const rail = railEntries.map(({ to, text, icon }) => page(to, { title: text, icon, words: wordsOfRail(to) }))
  const below = subPages.map(({ to, name, icon }) => page(to, { ...textsOf(name), icon }))
  return [...rail, ...below, ...(account ? accountPages(account) : []), ...settingsPages()]
}

function wordsOfRail(to: string): readonly string[] {
  const key = railWords[to]
  return key === undefined ? [] : entryWords(key)
}

function textsOf(name: SubPage): { title: string; words: readonly string[] } {
  return { title: t(`palette.page.${name}`), words: entryWords(`palette.page.${name}Words`, `palette.page.${name}`) }
}

function accountPages(account: Account): readonly PaletteEntry[] {
  const path = `/accounts/${encodeURIComponent(account.id)}`
  return [
    page(path, { ...textsOf('account'), note: accountName(account), icon: OfficeBuilding }),
    page(`${path}/diagnosis`, { ...textsOf('diagnosis'), note: accountName(account), icon: Odometer })
  ]
}

function settingsPages(): readonly PaletteEntry[] {
  return settingsSections.map((section) =>
    page(`/settings?section=${section}`, {
      title: t(`palette.settings.${section}`),
      icon: Setting,
      words: entryWords(`palette.settings.${section}Words`, `palette.settings.${section}`)
    })
  )
}

function page(to: string, parts: Omit<CommandParts, 'id' | 'deed'>): PaletteEntry {
  return commandOf('page', { ...parts, id: `page:${to}`, deed: { to } })
}
