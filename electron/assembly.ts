import type { AppInfo } from '@shared/contract'
import type { PlatformConnection } from './connection'
import { createDispatch } from './ipc/dispatch'
import { createHandlers } from './ipc/handlers'
import type { Clock, Logger } from './ports'
import { AccountService } from './services/account-service'
import { CodeService } from './services/code-service'
import { EventHub } from './services/event-hub'
import { MerchantReader } from './services/merchant-reader'
import { MerchantService } from './services/merchant-service'
import { OperationLedger } from './services/operation-ledger'
import { OperationRunner } from './services/operation-runner'
import { PracticeService } from './services/practice-service'
import { RefreshService } from './services/refresh-service'
import { SettingsService } from './services/settings-service'
import { TemplateService } from './services/template-service'
import { VersionOperations } from './services/version-operations'
import { VersionReadings } from './services/version-readings'
import { Watch } from './services/watch'
import type { Store } from './store/repositories'

/** A lost call may still be at work: a version list that shows nothing is read again after this time. */
const settleDelayMs = 2_000

/** What the parts are told of the program that they run in. */
type Program = {
  readonly version: string
  readonly host: AppInfo['host']
  /** The operating system's user, written beside every operation. */
  readonly actor: string
}

type Ground = {
  readonly store: Store
  readonly clock: Clock
  readonly logger: Logger
  readonly connection: PlatformConnection
}

export type Assembly = ReturnType<typeof assemble>

/** Builds every service and hands it what it needs; the one place that knows them all. */
export function assemble(program: Program, ground: Ground) {
  const { store, clock, logger, connection } = ground
  const { practice, open, pace } = connection
  const closing = new AbortController()
  const events = new EventHub()
  const accounts = new AccountService([open], clock, events)
  const reader = new MerchantReader({ store, accounts, events, logger })
  const ledger = new OperationLedger({ store, events, clock, actor: program.actor })
  const runner = new OperationRunner({ store, accounts, reader, ledger, clock, settleDelayMs })
  const refreshes = new RefreshService({ store, accounts, reader, events, clock, logger })
  const practiceService = new PracticeService({
    accountId: open.account.id,
    environment: practice?.environment ?? null,
    store,
    events,
    refreshes
  })
  const settings = new SettingsService(store.settings, ({ practiceTimeFactor }) => {
    practiceService.setTimeFactor(practiceTimeFactor)
  })
  const handlers = createHandlers({
    appInfo: () => appInfo(program, accounts, settings),
    settings,
    practice: practiceService,
    merchants: new MerchantService({ store, reader, events }),
    refreshes,
    versions: new VersionReadings({ store, accounts, reader }),
    operations: new VersionOperations(runner, store),
    runner,
    templates: new TemplateService(accounts, clock),
    codes: new CodeService({ store, accounts, reader, clock }),
    closing: closing.signal
  })
  const dispatch = createDispatch(handlers, (name, error) => {
    logger.error('call failed', { call: name, error: error instanceof Error ? error.stack : String(error) })
  })
  const watch = new Watch({ store, accounts, reader, runner, clock, logger, pace })
  return { ...ground, closing, events, refreshes, runner, dispatch, watch }
}

function appInfo({ version, host }: Program, accounts: AccountService, settings: SettingsService): AppInfo {
  const list = accounts.list()
  return {
    version,
    host,
    platform: process.platform,
    accounts: list,
    currentAccountId: list[0]?.id ?? '',
    settings: settings.read()
  }
}
