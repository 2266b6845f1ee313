import { defaultAccountSettings, type Account, type CredentialProof } from '@shared/domain/account'
import { diagnosisSteps, type DiagnosisStepName } from '@shared/domain/diagnosis'
import type { MerchantRow } from '@shared/domain/merchant'
import type { AuthorizedApps } from '../../../../../electron/douyin/platform'
import { PlatformError, type PlatformErrorFacts } from '../../../../../electron/douyin/platform-error'
import type { ExaminedPlatform, Examination } from '../../../../../electron/services/doctor/examination'
import type { Outcome } from '../../../../../electron/services/doctor/outcome'

export const now = Date.UTC(2026, 0, 14, 4)
export const right: CredentialProof = { state: 'right', at: now }
export const minutes = (count: number) => count * 60_000

const healthy: Account = {
  id: 'a',
  kind: 'platform',
  name: '抖店服务商',
  colour: '#2563eb',
  componentAppId: 'tt00',
  connection: { state: 'untried' },
  settings: defaultAccountSettings,
  secrets: 'keychain',
  ticket: {
    receivedAt: now - minutes(5),
    expiresAt: now + minutes(175),
    from: 'receiver',
    source: { state: 'listening', url: 'http://127.0.0.1:8790/push/x', accepted: 3, refused: {} }
  },
  credentials: { componentAppId: right, secret: right, messageToken: right, messageKey: right },
  sharing: { role: 'alone', rivals: null }
}

export type AccountChange = Partial<Omit<Account, 'settings' | 'ticket' | 'credentials'>> & {
  readonly settings?: Partial<Account['settings']>
  readonly ticket?: Partial<Account['ticket']>
  readonly credentials?: Partial<Account['credentials']>
}

/** An account that has nothing wrong, but for the change. */
export function anAccount(change: AccountChange = {}): Account {
  return {
    ...healthy,
    ...change,
    settings: { ...healthy.settings, ...change.settings },
    ticket: { ...healthy.ticket, ...change.ticket },
    credentials: { ...healthy.credentials, ...change.credentials }
  }
}

export function aMerchant(appId: string, authorization: MerchantRow['authorization'] = 'authorized'): MerchantRow {
  const nothing = { iconKey: null, appState: null, online: null, audit: null, test: null, unsettled: null }
  const unjudged = { template: null, readiness: null, creditScore: null, drift: null }
  return {
    ...nothing,
    ...unjudged,
    ...{ accountId: 'a', appId, name: `商家${appId}`, tags: [], note: '', authorization },
    ...{ authorizedAt: null, authorizationEndsAt: null, readAt: null, readError: null }
  }
}

export function refusal(facts: Partial<PlatformErrorFacts>): PlatformError {
  return new PlatformError({ kind: 'credentials', endpoint: '测试', outcome: 'refused', ...facts })
}

type Answers = {
  readonly reach?: () => Promise<{ skewMs: number | null; tookMs: number }>
  readonly probe?: () => Promise<void>
  readonly authorizedApps?: () => Promise<AuthorizedApps>
  readonly basicInformation?: () => Promise<never>
}

/** A platform that answers well, but for what is given, and notes what it was asked. */
export function aPlatform(answers: Answers = {}): ExaminedPlatform & { readonly asked: readonly string[] } {
  const asked: string[] = []
  const note = <Value>(name: string, answer: () => Promise<Value>): Promise<Value> => {
    asked.push(name)
    return answer()
  }
  return {
    asked,
    reach: () => note('reach', answers.reach ?? (() => Promise.resolve({ skewMs: 0, tookMs: 80 }))),
    probe: () => note('probe', answers.probe ?? (() => Promise.resolve())),
    authorizedApps: () =>
      note('authorizedApps', answers.authorizedApps ?? (() => Promise.resolve({ apps: [], isComplete: true }))),
    merchant: (appId) => ({ basicInformation: () => note(appId, answers.basicInformation ?? information) })
  }
}

const information = () =>
  Promise.resolve({
    name: '商家',
    introduction: '',
    iconUrl: null,
    appState: null,
    nameAudit: null,
    introductionAudit: null,
    iconAudit: null,
    categories: [],
    subjectName: null,
    subjectType: null,
    subjectState: null
  })

type Examined = {
  readonly account?: AccountChange
  readonly platform?: ExaminedPlatform | null
  readonly merchants?: readonly MerchantRow[]
  readonly before?: Partial<Record<DiagnosisStepName, Outcome>>
  readonly skewMs?: number | null
}

export function examination({
  account,
  platform,
  merchants = [],
  before = {},
  skewMs = 0
}: Examined = {}): Examination {
  const found = diagnosisSteps.flatMap((name) => {
    const outcome = before[name]
    return outcome ? [[name, outcome] as const] : []
  })
  return {
    account: () => anAccount(account),
    platform: platform === undefined ? aPlatform() : platform,
    merchants: { page: () => ({ rows: merchants, total: merchants.length, next: null }) },
    now: () => now,
    signal: new AbortController().signal,
    outcomes: new Map(found),
    skewMs,
    addressRefusal: null
  }
}
