import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { SettingChange } from '@shared/domain/setting'
import { DeskFailure, type DeskErrorCode } from '@shared/errors'
import type { PlatformClient } from '../../../../electron/douyin/platform'
import { AccountService } from '../../../../electron/services/account-service'
import { BatchProgress } from '../../../../electron/services/batches/batch-progress'
import { recoverBatches } from '../../../../electron/services/batches/batch-recovery'
import { BatchRunner } from '../../../../electron/services/batches/batch-runner'
import { BatchService } from '../../../../electron/services/batches/batch-service'
import { BatchWork } from '../../../../electron/services/batches/batch-work'
import { EventHub, type DeskEvent } from '../../../../electron/services/event-hub'
import { SettingLedger } from '../../../../electron/services/setup/setting-ledger'
import { openStore } from '../../../../electron/store'
import { discover, sampleAccount, silentLogger, storeOptions, temporaryFolder } from '../../store/support'
import { refusal } from '../../store/setup-samples'
import { january } from '../../support'

export const introduction = '为本地用户提供到店预约与优惠信息'

/** Eight merchants, tt0 to tt7. */
export const appIds = Array.from({ length: 8 }, (_, index) => `tt${index}`)

/** What a change of one merchant does in a test: it may fail with a code, and wait for whatever it likes. */
type Script = (appId: string) => DeskErrorCode | undefined | Promise<DeskErrorCode | undefined>

/** Batches over a real database; what they do to a merchant is journaled as in the application, and scripted. */
export function batchBench(folder = temporaryFolder()) {
  const store = openStore(storeOptions(folder))
  const time = { now: january }
  const clock = { now: () => time.now, wait: (ms: number, signal?: AbortSignal) => delay(ms, undefined, { signal }) }
  const events = new EventHub()
  const sent: DeskEvent[] = []
  events.onEvent((event) => void sent.push(event))
  for (const id of ['a', 'b']) store.accounts.save(sampleAccount(id))
  for (const id of ['a', 'b']) discover(store, appIds, id)
  const accounts = openAccounts(events, clock)
  const script: { now: Script } = { now: () => undefined }
  const done: string[] = []
  const ledger = new SettingLedger({ store, events, clock, actor: '小王' })
  const change = async (
    ref: { accountId: string; appId: string },
    kind: SettingChange['kind'],
    batchId: string | null
  ) => {
    const { accountId, appId } = ref
    const begun = ledger.begin({ ref: { accountId, appId }, kind, summary: kind, request: {}, batchId }, null)
    const code = await script.now(appId)
    done.push(appId)
    const error = code && { ...refusal, code }
    if (!error) return ledger.done(begun, 'log')
    ledger.failed(begun, code === 'outcome_unknown' ? 'unknown' : 'refused', error)
    throw new DeskFailure(error)
  }
  const work = new BatchWork({
    store,
    profile: {
      read: () => Promise.reject(new Error('not read here')),
      changeIntroduction: async (ref, _text, batchId = null) =>
        void (await change(ref, 'introduction', batchId)) as never,
      changeIcon: async (ref, _file, batchId = null) => void (await change(ref, 'icon', batchId)) as never
    },
    domains: {
      applyBaseline: async (ref, _baseline, _mode, batchId) => {
        await change(ref, 'server_domains', batchId)
        return 'done'
      }
    },
    capabilities: {
      applyUnlessThere: async (ref, _application, batchId) => {
        await change(ref, 'capability_apply', batchId)
        return 'done'
      }
    }
  })
  recoverBatches({ store, work, clock })
  const progress = new BatchProgress({ batches: store.batches, events })
  const runner = new BatchRunner({ store, events, work, progress, clock, logger: silentLogger })
  const batches = new BatchService({
    ...{ store, accounts, runner, progress, clock, actor: '小王' },
    files: {
      get: (fileId) => ({ file: { fileId, name: `${fileId}.png`, contentType: 'image/png', bytes: 1 }, path: '' })
    },
    baselines: {
      get: (accountId, id) => store.baselines.get(accountId, id) ?? missing(),
      assign: (accountId, id, wanted) => {
        store.baselines.assign(accountId, id, wanted)
        return Promise.resolve([])
      }
    }
  })
  onTestFinished(async () => {
    await runner.stop()
    store.close()
  })
  return {
    ...{ store, events, sent, accounts, batches, runner, progress, ledger, script, done, time, folder },
    start: (wanted: readonly string[] = appIds, accountId = 'a') =>
      batches.start(accountId, { kind: 'introduction', items: wanted.map((appId) => ({ appId, introduction })) }),
    states: (batchId: string) =>
      Object.fromEntries(store.batches.items(batchId).map(({ appId, state }) => [appId, state])),
    state: (batchId: string, accountId = 'a') => store.batches.get(accountId, batchId)?.state,
    /** Nothing goes on any more. */
    idle: () => until(() => runner.runningCount() === 0)
  }
}

function missing(): never {
  throw new DeskFailure({ ...refusal, code: 'not_found' })
}

function openAccounts(events: EventHub, clock: ConstructorParameters<typeof AccountService>[0]): AccountService {
  const accounts = new AccountService(clock, events)
  const right = { state: 'right', at: january } as const
  const state = () => ({
    secrets: 'memory' as const,
    ticket: { receivedAt: null, expiresAt: null, from: null, source: { state: 'off' as const } },
    credentials: { componentAppId: right, secret: right, messageToken: right, messageKey: right },
    sharing: { role: 'alone' as const, rivals: null }
  })
  for (const id of ['a', 'b']) accounts.put({ account: sampleAccount(id), platform: {} as PlatformClient, state })
  return accounts
}

export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 5_000
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited 5 seconds in vain')
    await delay(2)
  }
}

/** A gate that merchants wait at until a test opens it. */
export function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}
