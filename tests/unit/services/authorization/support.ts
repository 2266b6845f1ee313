import { onTestFinished } from 'vitest'
import type { Sharing } from '@shared/domain/account'
import { createPlatformClient } from '../../../../electron/douyin'
import type { PlatformClient } from '../../../../electron/douyin/platform'
import { newSealingKey, SealedBox } from '../../../../electron/keychain/sealed-box'
import type { Clock } from '../../../../electron/ports'
import { AccountService, type AccountState } from '../../../../electron/services/account-service'
import { SealedVault } from '../../../../electron/services/accounts/sealed-vault'
import { AuthorizationBook } from '../../../../electron/services/authorization/authorization-book'
import { AuthorizationService } from '../../../../electron/services/authorization/authorization-service'
import { TokenUpkeep } from '../../../../electron/services/authorization/upkeep'
import { EventHub, type DeskEvent } from '../../../../electron/services/event-hub'
import { MerchantReader } from '../../../../electron/services/merchant-reader'
import { RefreshService } from '../../../../electron/services/refresh-service'
import { PendingReviews } from '../../../../electron/services/setup/pending-reviews'
import { SetupSummaries } from '../../../../electron/services/setup/setup-summary'
import type { AuthorizationRecord } from '@shared/domain/authorization'
import type { Store } from '../../../../electron/store/repositories'
import { startPlatform, type Platform } from '../../../integration/simulator/platform'
import { newStore, sampleAccount, silentLogger } from '../../store/support'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** 2026-06-01 12:00 in China: the simulated platform's time is the same. */
const start = Date.UTC(2026, 5, 1, 4)

const sample = sampleAccount('a', { name: '示例账号' })
const account = { ...sample, settings: { ...sample.settings, redirectUrl: 'https://desk.example.com/done' } }
const right = { state: 'right', at: start } as const
const state: Omit<AccountState, 'sharing'> = {
  secrets: 'memory',
  ticket: { receivedAt: null, expiresAt: null, from: null, source: { state: 'off' } },
  credentials: { componentAppId: right, secret: right, messageToken: right, messageKey: right }
}

/** Calls that a test may answer in the platform's place. */
export type Override = Partial<Pick<PlatformClient, 'acceptCode' | 'rescue' | 'authorize' | 'authorizedApps'>>

export type Bench = Awaited<ReturnType<typeof startBench>>

/** The services of merchant authorisation on a real database, a real client and the simulated platform. */
export async function startBench() {
  const time = { now: start }
  const platform = await startPlatform({ now: () => time.now, merchants: 10 })
  const waits = new Waits()
  const clock: Clock = { now: () => time.now, wait: (ms, signal) => waits.wait(ms, signal) }
  const store = newStore()
  store.accounts.save(account)
  const events = new EventHub()
  const sent: DeskEvent[] = []
  events.onEvent((event) => void sent.push(event))
  const accounts = new AccountService(clock, events)
  const judges = { summaries: new SetupSummaries({ store }), reviews: new PendingReviews(store) }
  const authorizations = new AuthorizationBook({ store, accounts, events, summaries: judges.summaries, clock })
  const client = clientOf(platform, clock, store, authorizations)
  const overrides: Override = {}
  const sharing: { now: Sharing } = { now: { role: 'alone', rivals: null } }
  accounts.put({ account, platform: overridable(client, overrides), state: () => ({ ...state, sharing: sharing.now }) })
  const ground = { store, accounts, events, authorizations, ...judges, clock, logger: silentLogger }
  const reader = new MerchantReader(ground)
  const refreshes = new RefreshService({ ...ground, reader })
  onTestFinished(() => refreshes.stop())
  return {
    ...{ store, accounts, events, sent, authorizations, reader, refreshes, client, overrides, sharing, waits, time },
    service: new AuthorizationService({ ...ground, refreshes, actor: '小王' }),
    upkeep: new TokenUpkeep({ ...ground, reader, refreshes }),
    control: platform.simulator.control,
    ref: (appId: string) => ({ accountId: 'a', appId }),
    records: (appId: string) => records(store.authorizationRecords.list({ accountId: 'a', appId }, 99)),
    /** Everything that goes on in the background has ended. */
    settled: async () => {
      while (refreshes.status('a').running) await realWait(5)
      await realWait(5)
    }
  }
}

/** As accounts are opened in the application: tokens sealed in the database, permission sets told to the book. */
function clientOf(platform: Platform, clock: Clock, store: Store, authorizations: AuthorizationBook): PlatformClient {
  const { simulator } = platform
  const box = new SealedBox(newSealingKey())
  const client = createPlatformClient({
    openUrl: simulator.url,
    microappUrl: simulator.url,
    application: simulator.application,
    ticket: () => Promise.resolve(simulator.ticket()),
    tokens: new SealedVault({ accountId: 'a', store, box, clock, logger: silentLogger }),
    // The client waits in real time: only the upkeep's waits are the test's.
    clock: { now: () => clock.now(), wait: realWait },
    random: () => 0.5,
    logger: silentLogger,
    concurrency: 50,
    requestsPerSecond: 10_000,
    onPermissions: (appId, sets) => authorizations.permissionsSeen({ accountId: 'a', appId }, sets, 'call')
  })
  onTestFinished(() => client.close())
  return client
}

/** Oldest first, as `change by`. */
function records(list: readonly AuthorizationRecord[]): readonly string[] {
  return list.map(({ change, by }) => `${change} ${by}`).toReversed()
}

function overridable(client: PlatformClient, overrides: Override): PlatformClient {
  return {
    ...client,
    acceptCode: (code, options) => (overrides.acceptCode ?? client.acceptCode)(code, options),
    rescue: (appId, options) => (overrides.rescue ?? client.rescue)(appId, options),
    authorize: (appId, options) => (overrides.authorize ?? client.authorize)(appId, options),
    authorizedApps: (options) => (overrides.authorizedApps ?? client.authorizedApps)(options)
  }
}

function realWait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(ms, 50))
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new Error('aborted'))
    })
  })
}

/** Waits that end when the test says so. */
class Waits {
  private readonly waiting = new Set<() => void>()

  wait(_ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.add(resolve)
      signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
  }

  /** Lets the next wait end, and resolves when whoever waited waits again. */
  async pass(): Promise<void> {
    while (this.waiting.size === 0) await realWait(2)
    const [end] = this.waiting
    if (!end) return
    this.waiting.delete(end)
    end()
    while (this.waiting.size === 0) await realWait(2)
  }
}

/** The authorization code in a redirect address. */
export function codeIn(redirect: string | null): string {
  const code = redirect === null ? null : new URL(redirect).searchParams.get('authorization_code')
  if (code === null) throw new Error('no code')
  return code
}
