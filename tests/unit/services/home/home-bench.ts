import type { HomeGroup, HomeToday, MerchantMatter, MerchantsItem, WaitingRollout } from '@shared/domain/home'
import type { Template } from '@shared/domain/template'
import type { VersionList } from '@shared/domain/version'
import { AccountService, type AccountState } from '../../../../electron/services/account-service'
import { EventHub } from '../../../../electron/services/event-hub'
import { HomeService } from '../../../../electron/services/home/home-service'
import type { LibraryParts } from '../../../../electron/services/home/libraries'
import type { Store } from '../../../../electron/store/repositories'
import { discover, fixedClock, newStore, sampleAccount, silentLogger } from '../../store/support'
import { january, versionList } from '../../support'

/** 2026-01-31 20:00 in China. */
export const now = january + 30 * 86_400_000 + 12 * 3600_000
export const hourMs = 3600_000
export const dayMs = 24 * hourMs

const proof = { state: 'untested', hint: '' } as const

/** An account with a ticket of five minutes that nobody shares. */
export const wellState: AccountState = {
  secrets: 'environment',
  ticket: {
    receivedAt: now - 5 * 60_000,
    expiresAt: now + 175 * 60_000,
    from: 'receiver',
    source: { state: 'waiting' }
  },
  credentials: { componentAppId: proof, secret: proof, messageToken: proof, messageKey: proof },
  sharing: { role: 'alone', rivals: null }
}

export const template = (templateId: string, version: string, createdAt: number): Template => ({
  templateId,
  version,
  description: `说明 ${version}`,
  createdAt
})

/** The home over a real database with one account that is well, and a library that is known. */
export function homeBench(templates: Partial<LibraryParts['templates']> = {}) {
  const store = newStore()
  const events = new EventHub()
  const clock = fixedClock(now)
  const accounts = new AccountService(clock, events)
  const open = (id: string, change: Partial<AccountState> = {}): void => {
    accounts.put({ account: sampleAccount(id), platform: null, state: () => ({ ...wellState, ...change }) })
  }
  open('a')
  const known: LibraryParts['templates'] = {
    known: () => ({ templates: [], templateApps: [], readAt: now }),
    library: () => Promise.resolve({ templates: [], templateApps: [], readAt: now }),
    ...templates
  }
  const home = new HomeService({ store, accounts, templates: known, events, clock, logger: silentLogger })
  return { store, events, accounts, open, home }
}

/** Adds merchants to account `a`, each read with these versions. */
export function withVersions(store: Store, versions: Readonly<Record<string, Partial<VersionList>>>): void {
  discover(store, Object.keys(versions))
  for (const [appId, stages] of Object.entries(versions)) {
    const ref = { accountId: 'a', appId }
    store.merchants.saveVersions(ref, versionList(now, stages))
    store.merchants.saveAuthorization(ref, 'authorized')
    store.merchants.saveReading(ref, { readAt: now })
  }
}

/** Each item as its group, its kind, and the merchants it names. */
export function told({ items }: HomeToday): readonly string[] {
  return items.map((item) => `${item.group} ${item.kind} ${'appIds' in item ? item.appIds.join(' ') : ''}`.trim())
}

/** The merchants that this is the matter with. */
export function merchantsOf({ items }: HomeToday, kind: MerchantMatter): MerchantsItem {
  const found = items.find((item) => 'appIds' in item && item.kind === kind)
  if (found === undefined || !('appIds' in found)) throw new Error(`no ${kind}`)
  return found
}

export function rolloutOf({ items }: HomeToday): WaitingRollout & { readonly group: HomeGroup } {
  const found = items.find((item) => item.kind === 'rollout')
  if (found?.kind !== 'rollout') throw new Error('no rollout')
  return found
}
