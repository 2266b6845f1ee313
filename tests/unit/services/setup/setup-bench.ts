import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { defaultAccountSettings } from '@shared/domain/account'
import type { SettingChange } from '@shared/domain/setting'
import { DeskFailure, type AssignedError } from '@shared/errors'
import type { PlatformClient } from '../../../../electron/douyin/platform'
import type { Clock } from '../../../../electron/ports'
import { AccountService } from '../../../../electron/services/account-service'
import { AuthorizationBook } from '../../../../electron/services/authorization/authorization-book'
import { CapabilityRefresh } from '../../../../electron/services/capabilities/capability-refresh'
import { CapabilityService } from '../../../../electron/services/capabilities/capability-service'
import { CodeService } from '../../../../electron/services/codes/code-service'
import { EventHub, type DeskEvent } from '../../../../electron/services/event-hub'
import { MerchantReader } from '../../../../electron/services/merchant-reader'
import { CategoryService } from '../../../../electron/services/setup/category-service'
import { CategoryTrees } from '../../../../electron/services/setup/category-trees'
import { FacetReader } from '../../../../electron/services/setup/facet-reader'
import { MaterialUploader } from '../../../../electron/services/setup/material-uploader'
import { PendingReviews } from '../../../../electron/services/setup/pending-reviews'
import { ProfileService } from '../../../../electron/services/setup/profile-service'
import { SettingLedger } from '../../../../electron/services/setup/setting-ledger'
import { SettingRunner } from '../../../../electron/services/setup/setting-runner'
import { SetupReadings } from '../../../../electron/services/setup/setup-readings'
import { SetupSummaries } from '../../../../electron/services/setup/setup-summary'
import { StagedFiles } from '../../../../electron/services/setup/staged-files'
import type { Store } from '../../../../electron/store/repositories'
import { merchants, startPlatform } from '../../../integration/simulator/platform'
import { testClient } from '../../douyin/support/client'
import { newStore, sampleAccount, silentLogger, temporaryFolder } from '../../store/support'

/** 2026-06-01 12:00 in China: the simulated platform's time is the same. */
const start = Date.UTC(2026, 5, 1, 4)

export const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(300_000, 7)])

export type SetupBench = Awaited<ReturnType<typeof setupBench>>

/** The services of a merchant's set-up on a real database, a real client and the simulated platform. */
export async function setupBench(appId: string = merchants.upToDate) {
  const time = { now: start }
  const platform = await startPlatform({ now: () => time.now })
  const { url, application } = platform.simulator
  const client = testClient(url, {
    application,
    ticket: () => Promise.resolve(platform.simulator.ticket()),
    clock: { now: () => time.now, wait: (ms, signal) => delay(Math.min(ms, 20), undefined, signal ? { signal } : {}) }
  })
  onTestFinished(() => client.close())
  const services = servicesOn(newStore(), client, time)
  const ref = { accountId: 'a', appId }
  services.store.merchants.discover('a', [{ appId, authorizedAt: start }])
  return {
    ...services,
    ref,
    time,
    control: platform.control,
    /** How many calls of this endpoint the platform received. */
    received: (endpoint: string) => platform.control.counters().endpoints[endpoint]?.received ?? 0
  }
}

/** The services over any platform; waits of the settling are counted and take no time. */
export function servicesOn(store: Store, platform: PlatformClient, time: { now: number }) {
  const waits: number[] = []
  const clock: Clock = { now: () => time.now, wait: (ms) => Promise.resolve(void waits.push(ms)) }
  const events = new EventHub()
  const sent: DeskEvent[] = []
  events.onEvent((event) => void sent.push(event))
  const accounts = new AccountService(clock, events)
  // An address on this machine makes the watch look often.
  const account = sampleAccount('a', { settings: { ...defaultAccountSettings, openUrl: 'http://127.0.0.1:1' } })
  accounts.put({ account, platform, state: accountState })
  const judges = { summaries: new SetupSummaries({ store }), reviews: new PendingReviews(store) }
  const authorizations = new AuthorizationBook({ store, accounts, events, summaries: judges.summaries, clock })
  const closing = new AbortController()
  const reader = new MerchantReader({ store, accounts, events, authorizations, ...judges, clock, logger: silentLogger })
  const facets = new FacetReader({ accounts, reader, clock })
  const readings = new SetupReadings({ store, reader, facets })
  const ledger = new SettingLedger({ store, events, clock, actor: '小王' })
  const ground = { store, accounts, reader, clock }
  const runner = new SettingRunner({ ...ground, ledger, settleDelayMs: 2_000, readings, closing: closing.signal })
  const needed = new Set<string>()
  const dir = join(temporaryFolder(), 'files')
  const files = new StagedFiles({ dir, clock, logger: silentLogger, needed: () => needed })
  files.start()
  const uploader = new MaterialUploader({ accounts, reader, files, events, clock })
  const refreshes = new CapabilityRefresh({ store, readings, events, logger: silentLogger })
  const trees = new CategoryTrees({ accounts, reader, clock })
  return {
    ...{ store, accounts, events, sent, waits, reader, readings, runner, files, closing, reviews: judges.reviews },
    profile: new ProfileService({ store, accounts, reader, readings, runner, uploader, files }),
    categories: new CategoryService({ store, readings, trees, runner, uploader, files }),
    capabilities: new CapabilityService({ store, readings, runner, uploader, files, refreshes }),
    refreshes,
    codes: new CodeService({ store, accounts, reader, clock }),
    ...{ uploader, clock },
    changes: (): readonly SettingChange[] => sent.flatMap((e) => (e.name === 'setting.changed' ? e.payload.change : []))
  }
}

const right = { state: 'right', at: start } as const
const accountState = () => ({
  secrets: 'memory' as const,
  ticket: { receivedAt: null, expiresAt: null, from: null, source: { state: 'off' as const } },
  credentials: { componentAppId: right, secret: right, messageToken: right, messageKey: right },
  sharing: { role: 'alone' as const, rivals: null }
})

/** Hands a file over in pieces of 128 KB; answers with its id. */
export function stage(files: StagedFiles, bytes: Buffer = png, name = '图.png'): string {
  const { fileId } = files.begin({ name, contentType: 'image/png', bytes: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += 131_072) {
    files.append(fileId, offset, bytes.subarray(offset, offset + 131_072).toString('base64'))
  }
  return fileId
}

/** What a call failed with; fails the test where it did not, or with a bug. */
export async function errorOf(call: () => unknown): Promise<AssignedError> {
  try {
    await call()
  } catch (error) {
    if (error instanceof DeskFailure) return error.error
    throw error
  }
  throw new Error('the call did not fail')
}
