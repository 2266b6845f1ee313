import type { Clock, Logger, Random } from './ports'
import type { AccountService } from './services/account-service'
import type { EventHub } from './services/event-hub'
import type { Notifier } from './services/events/notifications'
import type { MerchantReader } from './services/merchant-reader'
import type { OperationRunner } from './services/operation-runner'
import { Agenda } from './services/rollouts/agenda'
import { DriftService } from './services/rollouts/drift-service'
import { RolloutBook } from './services/rollouts/rollout-book'
import { RolloutCourse } from './services/rollouts/rollout-course'
import { RolloutEngine } from './services/rollouts/rollout-engine'
import { RolloutPreviews } from './services/rollouts/rollout-preview'
import { RolloutProgress } from './services/rollouts/rollout-progress'
import { recoverRollouts } from './services/rollouts/rollout-recovery'
import { RolloutRunner } from './services/rollouts/rollout-runner'
import { RolloutService } from './services/rollouts/rollout-service'
import { RolloutSteps } from './services/rollouts/rollout-steps'
import { RolloutWorker } from './services/rollouts/rollout-worker'
import { RolloutTending } from './services/rollouts/rollout-tending'
import { RuleGovernor } from './services/rollouts/rule-governor'
import { tellRule } from './services/rollouts/rule-news'
import { SetupSteps } from './services/rollouts/setup-steps'
import { SetupTending } from './services/rollouts/setup-tending'
import type { TemplateService } from './services/templates/template-service'
import type { SetupServices } from './setup-services'
import type { VersionOperations } from './services/version-operations'
import type { VersionReadings } from './services/version-readings'
import type { Store } from './store/repositories'

export type RolloutGround = {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly accounts: AccountService
  readonly events: EventHub
  readonly notifier: Pick<Notifier, 'tell'>
  readonly reader: MerchantReader
  readonly runner: OperationRunner
  readonly versions: VersionReadings
  readonly operations: VersionOperations
  readonly templates: TemplateService
  readonly setup: Pick<SetupServices, 'settingRunner' | 'files' | 'profile' | 'domains' | 'capabilities' | 'baselines'>
  /** The operating system's user, written beside every rollout. */
  readonly actor: string
  /** Ends readings when the application closes. */
  readonly closing: AbortSignal
}

/** Everything that carries rollouts out. Puts in order what an earlier run left of them; `engine.goOn` goes on with it. */
export function rolloutServices(ground: RolloutGround) {
  const { store, clock, random, logger, accounts, events, setup, actor, closing } = ground
  const { files, baselines } = setup
  const progress = new RolloutProgress({ events })
  const book = new RolloutBook({ store, progress, clock })
  const left = recoverRollouts({ store, book })
  const agenda = new Agenda({ clock, logger })
  const wake = (accountId: string): void => runner.wake(accountId)
  const course = new RolloutCourse({ book, agenda, notifier: ground.notifier, clock, wake })
  const tending = new RolloutTending({
    ...{ store, events, book, agenda, clock, random, logger, closing },
    reader: ground.reader,
    operations: ground.runner,
    canAsk: (accountId) => runner.canAsk(accountId),
    onChange: (live) => course.evaluate(live)
  })
  const setupTending = new SetupTending({
    ...{ store, events, book, agenda, clock, random, logger },
    settings: setup.settingRunner,
    canAsk: (accountId) => runner.canAsk(accountId),
    onChange: (live) => course.evaluate(live)
  })
  const steps = new RolloutSteps({
    ...{ store, clock, closing },
    reader: ground.reader,
    readings: ground.versions,
    operations: ground.operations,
    governor: new RuleGovernor({
      ...{ store, events, clock },
      onLearned: (accountId, learned) => tellRule(book, accountId, learned)
    }),
    setup: new SetupSteps({ store, work: { store, ...setup }, clock })
  })
  const worker = new RolloutWorker({
    ...{ book, course, steps, clock, random, logger, closing },
    operations: ground.runner
  })
  const runner: RolloutRunner = new RolloutRunner({
    ...{ accounts, events, book, course, worker, tending, setupTending, agenda, clock }
  })
  const previews = new RolloutPreviews({ store, clock })
  const engine = new RolloutEngine({ book, course, runner, tending, agenda, progress })
  engine.takeUp(left)
  return {
    engine,
    rollouts: new RolloutService({
      ...{ store, accounts, files, baselines, previews, book, course, runner, clock, actor }
    }),
    drift: new DriftService({ store, templates: ground.templates })
  }
}
