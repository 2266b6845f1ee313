import type { AppInfo } from '@shared/contract'
import { defaultAccountSettings, type Account, type CredentialProofs } from '@shared/domain/account'
import { defaultSettings } from '@shared/domain/settings'
import { ticketLifeMs } from '@shared/rules/limits'

const minuteMs = 60_000

/** A ticket that came so many and a half minutes ago, so that a second more or less makes no difference. */
export function ticketOfAge(minutes: number, change: Partial<Account['ticket']> = {}): Account['ticket'] {
  const receivedAt = Date.now() - (minutes + 0.5) * minuteMs
  return { receivedAt, expiresAt: receivedAt + ticketLifeMs, from: 'receiver', source: { state: 'off' }, ...change }
}

export const noTicket: Account['ticket'] = {
  receivedAt: null,
  expiresAt: null,
  from: null,
  source: { state: 'waiting' }
}

const right = { state: 'right', at: 1 } as const
const allRight: CredentialProofs = { componentAppId: right, secret: right, messageToken: right, messageKey: right }
const untested = { state: 'untested', hint: '收到第一条消息后就知道' } as const
/** Nothing has shown whether any of the four is right. */
export const nothingProven: CredentialProofs = {
  componentAppId: untested,
  secret: untested,
  messageToken: untested,
  messageKey: untested
}

export function realAccount(change: Partial<Account> = {}): Account {
  return {
    id: 'real',
    kind: 'platform',
    name: '茶饮模板',
    colour: '#2563a8',
    componentAppId: 'tt5f9a0b1c2d3e4f50',
    connection: { state: 'working', since: 1 },
    settings: defaultAccountSettings,
    secrets: 'keychain',
    ticket: ticketOfAge(12),
    credentials: allRight,
    sharing: { role: 'alone', rivals: null },
    ...change
  }
}

export function practiceAccount(change: Partial<Account> = {}): Account {
  return realAccount({
    id: 'practice',
    kind: 'practice',
    name: '演练环境',
    colour: '#6d28d9',
    componentAppId: 'tt0000000000000000',
    secrets: 'environment',
    ticket: ticketOfAge(2),
    ...change
  })
}

/** An application with these accounts open; the first is shown at start. */
export function infoOf(accounts: readonly Account[], change: Partial<AppInfo> = {}): AppInfo {
  return {
    version: '0.2.0',
    host: 'browser',
    platform: 'linux',
    accounts,
    currentAccountId: accounts[0]?.id ?? '',
    settings: defaultSettings,
    keychain: 'ready',
    access: 'writing',
    openingNotices: [],
    ...change
  }
}
