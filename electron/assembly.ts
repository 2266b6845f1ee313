import { hostname } from 'node:os'
import type { AppInfo } from '@shared/contract'
import type { StoreAccess } from '@shared/domain/safety'
import { DeskFailure, type AssignedError } from '@shared/errors'
import { say } from '@shared/texts/say'
import { createDispatch } from './ipc/dispatch'
import { createHandlers } from './ipc/handlers'
import type { PlatformError } from './douyin/platform-error'
import type { Keychain } from './keychain/keychain'
import type { Clock, Logger, Random, Reopen, Updates } from './ports'
import type { Practice } from './practice'
import { AccountService } from './services/account-service'
import { AccountAdmin } from './services/accounts/account-admin'
import { SecretStore } from './services/accounts/secret-store'
import { ActivityJournal } from './services/activity/activity-journal'
import { ActivityService } from './services/activity/activity-service'
import { CallRecorder } from './services/activity/call-recorder'
import { AuthorizationBook } from './services/authorization/authorization-book'
import { AuthorizationService } from './services/authorization/authorization-service'
import { TokenUpkeep } from './services/authorization/upkeep'
import { CodeService } from './services/codes/code-service'
import { DoctorService } from './services/doctor/doctor-service'
import { EventHub } from './services/event-hub'
import { EventService } from './services/events/event-service'
import { Notifier } from './services/events/notifications'
import { explainFailure, storageFailure } from './services/failures'
import { FirstTasksService } from './services/first-tasks/first-tasks-service'
import { HomeService } from './services/home/home-service'
import { MerchantReader } from './services/merchant-reader'
import { MarkService } from './services/lists/mark-service'
import { ViewService } from './services/lists/view-service'
import { MerchantService } from './services/merchant-service'
import { OperationLedger } from './services/operation-ledger'
import { OperationRunner } from './services/operation-runner'
import { PracticeService } from './services/practice-service'
import { RefreshService } from './services/refresh-service'
import { refuseWhileReading } from './services/safety/reading-gate'
import { SettingsService } from './services/settings-service'
import { PendingReviews } from './services/setup/pending-reviews'
import { SetupSummaries } from './services/setup/setup-summary'
import { ExtService } from './services/templates/ext-service'
import { SleepWatch } from './services/sleep-watch'
import { TemplateService } from './services/templates/template-service'
import { UpdateService } from './services/update-service'
import { VersionOperations } from './services/version-operations'
import { VersionReadings } from './services/version-readings'
import { Watch } from './services/watch'
import type { Store } from './store/repositories'
import { rolloutServices } from './rollout-services'
import { safetyServices } from './safety-services'
import { speakLanguage } from './texts/speak-language'
import { setupServices } from './setup-services'

/** A lost call may still be at work: a version list that shows nothing is read again after this time. */
const settleDelayMs = 2_000

/** What the parts are told of the program that they run in. */
type Program = {
  readonly version: string
  readonly host: AppInfo['host']
  /** The operating system's user, written beside every operation. */
  readonly actor: string
  /** The folder of the database; staged files lie in it as well. */
  readonly dataDir: string
  /** New versions of the program; not there where it runs from a checkout. */
  readonly updates?: Updates
  readonly reopen?: Reopen
}

type Ground = {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly keychain: Keychain
  readonly practice: Practice | null
}

export type Assembly = ReturnType<typeof assemble>

/** Builds every service and hands it what it needs; the one place that knows them all. */
export function assemble(program: Program, ground: Ground) {
  const { store, clock, random, logger, practice } = ground
  const closing = new AbortController()
  const events = new EventHub()
  const accounts = new AccountService(clock, events)
  const secrets = new SecretStore(ground.keychain)
  const merchants = merchantServices(program, ground, {
    accounts,
    events,
    onRefreshed: (accountId) => setup.facetRefresh.refresh(accountId)
  })
  const { reader, refreshes, runner, authorizations, authorization } = merchants
  const setup = setupServices({
    ...{ store, clock, logger, accounts, events, reader, refreshes, settleDelayMs },
    summaries: merchants.summaries,
    actor: program.actor,
    dataDir: program.dataDir,
    closing: closing.signal
  })
  const { readings, settingRunner, facetRefresh, capabilityRefresh } = setup
  const practiceService = new PracticeService({
    environment: practice?.environment ?? null,
    store,
    events,
    refreshes,
    clock
  })
  const settings = new SettingsService(store.settings, (changed) => {
    practiceService.setTimeFactor(changed.practiceTimeFactor)
    speakLanguage(changed.language)
    events.send('settings.changed', { settings: changed })
  })
  speakLanguage(settings.read().language)
  const info = (): AppInfo => appInfo(program, { accounts, settings, secrets, store })
  const notifier = new Notifier({ accounts, events, settings, clock, logger })
  const { engine, ...rollouts } = rolloutServices({
    ...{ store, clock, random, logger, accounts, events, notifier, reader, runner },
    versions: merchants.versions,
    operations: merchants.operations,
    templates: merchants.templates,
    setup,
    actor: program.actor,
    closing: closing.signal
  })
  const workers = [runner, settingRunner, engine]
  const workCount = () => workers.reduce((sum, worker) => sum + worker.runningCount(), 0)
  const platformEvents = new EventService({
    store,
    events,
    accounts,
    reader,
    readings,
    authorization,
    notifier,
    logger
  })
  const admin = new AccountAdmin({
    store,
    secrets,
    accounts,
    clock,
    logger,
    actor: program.actor,
    isBusy: () => workCount() > 0,
    onChange: () => events.send('app.changed', { info: info() }),
    ground: {
      store,
      clock,
      random,
      logger,
      deskName: `${program.actor}@${hostname()}`.slice(0, 128),
      keepEvent: (accountId, push, from) => platformEvents.receive(accountId, push, from),
      seePermissions: (accountId, appId, permissions) =>
        authorizations.permissionsSeen({ accountId, appId }, permissions, 'call'),
      announce: (accountId) => accounts.announce(accountId),
      onProbed: (accountId, error) => noteProbe(accounts, accountId, error),
      onReady: (accountId) => {
        platformEvents.resume(accountId)
        engine.goOn(accountId)
        void importBehind({ refreshes, events, logger }, accountId)
      }
    }
  })
  const journal = new ActivityJournal({ store, clock, actor: program.actor })
  const recorder = new CallRecorder({
    store,
    journal,
    onTrouble: (call, error) => {
      logger.error('activity not recorded', { call, error: String(error) })
      const failure = storageFailure(error)
      if (failure) events.send('notice', { error: failure })
    }
  })
  const safety = safetyServices({
    ...{ store, clock, events, secrets, settings, journal },
    baselines: setup.baselines,
    dataDir: program.dataDir,
    version: program.version,
    reopen: program.reopen ?? null
  })
  const firstTasks = new FirstTasksService({ store, accounts, logger })
  const handlers = createHandlers({
    ...merchants,
    ...setup,
    ...rollouts,
    ...safety,
    appInfo: info,
    settings,
    updates: new UpdateService({ updates: program.updates ?? null, store, events }),
    firstTasks,
    home: new HomeService({ store, accounts, templates: merchants.templates, events, clock, logger }),
    accounts: admin,
    doctor: new DoctorService({ accounts, store, events, clock }),
    platformEvents,
    practice: practiceService,
    activity: new ActivityService({ store, journal, clock }),
    closing: closing.signal
  })
  const reportBug = (call: string, error: unknown): void =>
    logger.error('call failed', { call, error: error instanceof Error ? error.stack : String(error) })
  const dispatch = createDispatch(handlers, reportBug, (name, input, work) =>
    firstTasks.around(name, input, () =>
      recorder.around(name, input, () => {
        refuseWhileReading(store.safety.access, name)
        return work()
      })
    )
  )
  const watch = new Watch({
    store,
    accounts,
    reader,
    readings,
    reviews: merchants.reviews,
    runner,
    settings: settingRunner,
    rollouts: engine,
    clock,
    logger
  })
  const sleepWatch = new SleepWatch({
    onWoke: (sleptMs) => {
      accounts.dropIdleConnections()
      engine.woke(sleptMs)
    },
    clock,
    logger
  })
  const upkeep = new TokenUpkeep({ store, accounts, authorizations, reader, refreshes, clock, logger })
  return {
    ...ground,
    closing,
    events,
    accounts,
    refreshes,
    facetRefresh,
    capabilityRefresh,
    rolloutEngine: engine,
    workCount,
    practiceService,
    dispatch,
    watch,
    upkeep,
    sleepWatch,
    admin,
    platformEvents,
    notifier
  }
}

type MerchantGround = {
  readonly accounts: AccountService
  readonly events: EventHub
  /** All merchants that were to be read have been. */
  readonly onRefreshed: (accountId: string) => void
}

/** Everything that is done for and with merchants. */
function merchantServices(
  { actor }: Program,
  { store, clock, logger }: Ground,
  { accounts, events, onRefreshed }: MerchantGround
) {
  const summaries = new SetupSummaries({ store })
  const reviews = new PendingReviews(store)
  const authorizations = new AuthorizationBook({ store, accounts, events, summaries, clock })
  const reader = new MerchantReader({ store, accounts, events, authorizations, summaries, reviews, clock, logger })
  const ledger = new OperationLedger({ store, events, clock, actor })
  const runner = new OperationRunner({ store, accounts, reader, ledger, clock, settleDelayMs })
  const refreshes = new RefreshService({
    ...{ store, accounts, reader, events, authorizations, clock, logger },
    onEnd: onRefreshed
  })
  return {
    summaries,
    reviews,
    reader,
    runner,
    refreshes,
    authorizations,
    authorization: new AuthorizationService({
      store,
      accounts,
      events,
      authorizations,
      refreshes,
      clock,
      logger,
      actor
    }),
    merchants: new MerchantService({ store, reader, events }),
    marks: new MarkService({ store, events }),
    views: new ViewService({ store, events, clock }),
    versions: new VersionReadings({ store, accounts, reader }),
    operations: new VersionOperations(runner, store),
    templates: new TemplateService({ store, accounts, clock, settleDelayMs }),
    ext: new ExtService({ store, clock }),
    codes: new CodeService({ store, accounts, reader, clock })
  }
}

/** What a probe says of the connection; a call that was given up says nothing. */
function noteProbe(accounts: AccountService, accountId: string, error: PlatformError | null): void {
  if (error === null) return accounts.worked(accountId)
  const { code, reason, message } = explainFailure(error, { message: say`没有换到接口凭据` }).error
  if (code !== 'cancelled') accounts.failed(accountId, reason ?? message)
}

/** An account can be asked for its merchants now. Nobody waits for it, so a failure goes as a notice. */
async function importBehind(
  { refreshes, events, logger }: { refreshes: RefreshService; events: EventHub; logger: Logger },
  accountId: string
): Promise<void> {
  try {
    await refreshes.import(accountId)
  } catch (error) {
    if (!(error instanceof DeskFailure)) return logger.error('import behind failed', { error: String(error) })
    if (error.error.code !== 'cancelled') events.send('notice', { error: error.error })
  }
}

function appInfo(
  { version, host }: Program,
  parts: { accounts: AccountService; settings: SettingsService; secrets: SecretStore; store: Store }
): AppInfo {
  const { accounts, settings, secrets, store } = parts
  const list = accounts.list()
  const chosen = settings.read().currentAccountId
  return {
    version,
    host,
    platform: process.platform,
    accounts: list,
    currentAccountId: list.find(({ id }) => id === chosen)?.id ?? list[0]?.id ?? '',
    settings: settings.read(),
    keychain: secrets.state(),
    access: store.safety.access,
    openingNotices: store.openingNotices.map((message) => storageNotice(message, store.safety.access))
  }
}

function storageNotice(message: string, access: StoreAccess): AssignedError {
  const nextStep =
    access === 'reading'
      ? say`请腾出磁盘空间或恢复写入权限，再重新打开程序`
      : say`请核对商家数据；旧文件保留在数据目录里`
  return { code: 'storage', message, nextStep, retryable: false, actor: 'operator', wayOut: 'data_folder' }
}
