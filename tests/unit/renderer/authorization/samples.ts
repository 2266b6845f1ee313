import type { AppInfo } from '@shared/contract'
import { defaultAccountSettings, type Account } from '@shared/domain/account'
import type { AuthorizationDetail, AuthorizationLink, KeeperEntry } from '@shared/domain/authorization'
import { defaultSettings } from '@shared/domain/settings'

/** Builders of what the main process answers, with believable values wherever a test does not care. */
export const hourMs = 3600_000
export const dayMs = 24 * hourMs

const untested = { state: 'untested', hint: '' } as const

export const account = (change: Partial<Account> = {}): Account => ({
  id: 'a1',
  kind: 'platform',
  name: '山海代运营',
  colour: '#2565cf',
  componentAppId: 'tt0000000000000001',
  connection: { state: 'working', since: 1 },
  settings: defaultAccountSettings,
  secrets: 'keychain',
  ticket: {
    receivedAt: Date.now() - 60_000,
    expiresAt: Date.now() + 2 * hourMs,
    from: 'receiver',
    source: { state: 'waiting' }
  },
  credentials: { componentAppId: untested, secret: untested, messageToken: untested, messageKey: untested },
  sharing: { role: 'alone', rivals: null },
  ...change
})

export const appInfo = (accounts: readonly Account[] = [account()]): AppInfo => ({
  version: '0.1.0',
  host: 'browser',
  platform: 'linux',
  accounts,
  currentAccountId: accounts[0]?.id ?? '',
  settings: defaultSettings,
  keychain: 'ready',
  access: 'writing',
  openingNotices: []
})

export const link = (change: Partial<AuthorizationLink> = {}): AuthorizationLink => ({
  id: 'l1',
  accountId: 'a1',
  kind: 'authorize',
  url: 'https://open.douyin.com/platform/auth?token=v2.0001',
  appName: null,
  note: '云间民宿',
  createdAt: Date.now(),
  expiresAt: Date.now() + dayMs,
  usedBy: null,
  ...change
})

export const entry = (change: Partial<KeeperEntry> = {}): KeeperEntry => ({
  accountId: 'a1',
  appId: 'tt0001',
  name: '云间民宿',
  iconKey: null,
  authorization: 'authorized',
  authorizedAt: Date.now() - 90 * dayMs,
  issuedAt: Date.now() - dayMs,
  accessExpiresAt: Date.now() + hourMs,
  refreshExpiresAt: Date.now() + 20 * dayMs,
  danger: 'none',
  trouble: null,
  ...change
})

export const entries = (count: number): KeeperEntry[] =>
  Array.from({ length: count }, (_, place) => {
    const number = String(place).padStart(4, '0')
    return entry({ appId: `tt${number}`, name: `商家 ${number}` })
  })

export const detail = (change: Partial<AuthorizationDetail> = {}): AuthorizationDetail => ({
  entry: entry(),
  permissions: [
    { id: 1, name: '开发管理权限' },
    { id: 2, name: '基本信息设置权限' },
    { id: 3, name: '运营管理权限' }
  ],
  history: [],
  ...change
})
