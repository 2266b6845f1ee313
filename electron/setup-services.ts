import { join } from 'node:path'
import type { Clock, Logger } from './ports'
import type { AccountService } from './services/account-service'
import { CapabilityRefresh } from './services/capabilities/capability-refresh'
import { CapabilityService } from './services/capabilities/capability-service'
import type { EventHub } from './services/event-hub'
import type { MerchantReader } from './services/merchant-reader'
import type { RefreshService } from './services/refresh-service'
import { filesOfRollouts } from './services/rollouts/rollout-files'
import { BaselineService } from './services/setup/baseline-service'
import { CategoryService } from './services/setup/category-service'
import { CategoryTrees } from './services/setup/category-trees'
import { DomainService } from './services/setup/domain-service'
import { FacetReader } from './services/setup/facet-reader'
import { FacetRefresh } from './services/setup/facet-refresh'
import { MaterialUploader } from './services/setup/material-uploader'
import { ProfileService } from './services/setup/profile-service'
import { SettingLedger } from './services/setup/setting-ledger'
import { SettingRunner } from './services/setup/setting-runner'
import { SetupReadings } from './services/setup/setup-readings'
import type { SetupSummaries } from './services/setup/setup-summary'
import { StagedFiles } from './services/setup/staged-files'
import { StandingService } from './services/setup/standing-service'
import type { Store } from './store/repositories'

type SetupGround = {
  readonly store: Store
  readonly clock: Clock
  readonly logger: Logger
  readonly accounts: AccountService
  readonly events: EventHub
  readonly reader: MerchantReader
  readonly summaries: SetupSummaries
  readonly refreshes: RefreshService
  /** The operating system's user, written beside every change. */
  readonly actor: string
  /** Staged files lie in it. */
  readonly dataDir: string
  readonly settleDelayMs: number
  /** Ends preparations when the application closes. */
  readonly closing: AbortSignal
}

/** Everything that sets merchants up, one by one; over many it is done by rollouts. */
export function setupServices(ground: SetupGround) {
  const { store, clock, logger, accounts, events, reader, summaries, refreshes } = ground
  const { actor, dataDir, settleDelayMs, closing } = ground
  const facets = new FacetReader({ accounts, reader, clock })
  const readings = new SetupReadings({ store, reader, facets })
  const ledger = new SettingLedger({ store, events, clock, actor })
  const settingRunner = new SettingRunner({ store, accounts, reader, readings, ledger, clock, settleDelayMs, closing })
  const files = new StagedFiles({
    dir: join(dataDir, 'files'),
    clock,
    logger,
    needed: () => filesOfRollouts(store)
  })
  files.start()
  const uploader = new MaterialUploader({ accounts, reader, files, events, clock })
  const profile = new ProfileService({ store, accounts, reader, readings, runner: settingRunner, uploader, files })
  const trees = new CategoryTrees({ accounts, reader, clock })
  const domains = new DomainService({ store, accounts, readings, runner: settingRunner, clock })
  const standing = new StandingService({ store, facets, clock })
  const baselines = new BaselineService({ store, reader, summaries, clock })
  const capabilityRefresh = new CapabilityRefresh({ store, readings, events, logger })
  const capabilities = new CapabilityService({
    store,
    readings,
    runner: settingRunner,
    uploader,
    files,
    refreshes: capabilityRefresh
  })
  return {
    readings,
    settingRunner,
    files,
    profile,
    categories: new CategoryService({ store, readings, trees, runner: settingRunner, uploader, files }),
    domains,
    standing,
    capabilities,
    capabilityRefresh,
    baselines,
    facetRefresh: new FacetRefresh({
      store,
      domains,
      standing,
      isBusy: (accountId) => refreshes.status(accountId).running,
      clock,
      logger
    })
  }
}

export type SetupServices = ReturnType<typeof setupServices>
