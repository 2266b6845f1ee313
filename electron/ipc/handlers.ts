import type { AppInfo } from '@shared/contract'
import type { Settings } from '@shared/domain/settings'
import type { AccountAdmin } from '../services/accounts/account-admin'
import type { ActivityService } from '../services/activity/activity-service'
import type { AuthorizationService } from '../services/authorization/authorization-service'
import type { CapabilityService } from '../services/capabilities/capability-service'
import type { CodeService } from '../services/codes/code-service'
import type { DoctorService } from '../services/doctor/doctor-service'
import type { EventService } from '../services/events/event-service'
import type { FirstTasksService } from '../services/first-tasks/first-tasks-service'
import type { HomeService } from '../services/home/home-service'
import type { MarkService } from '../services/lists/mark-service'
import type { ViewService } from '../services/lists/view-service'
import type { MerchantService } from '../services/merchant-service'
import type { OperationRunner } from '../services/operation-runner'
import type { PracticeService } from '../services/practice-service'
import type { RefreshService } from '../services/refresh-service'
import type { DriftService } from '../services/rollouts/drift-service'
import type { RolloutService } from '../services/rollouts/rollout-service'
import type { BackupService } from '../services/safety/backup-service'
import type { FileShelf } from '../services/safety/file-shelf'
import type { PortableService } from '../services/safety/portable-service'
import type { ReopenService } from '../services/safety/reopen-service'
import type { RestoreService } from '../services/safety/restore-service'
import type { SettingsService } from '../services/settings-service'
import type { BaselineService } from '../services/setup/baseline-service'
import type { CategoryService } from '../services/setup/category-service'
import type { DomainService } from '../services/setup/domain-service'
import type { ProfileService } from '../services/setup/profile-service'
import type { SettingRunner } from '../services/setup/setting-runner'
import type { StagedFiles } from '../services/setup/staged-files'
import type { StandingService } from '../services/setup/standing-service'
import type { ExtService } from '../services/templates/ext-service'
import type { TemplateService } from '../services/templates/template-service'
import type { UpdateService } from '../services/update-service'
import type { VersionOperations } from '../services/version-operations'
import type { VersionReadings } from '../services/version-readings'
import { errorCatalogue } from '../services/help-service'
import type { Handlers } from './dispatch'

export type Services = {
  readonly appInfo: () => AppInfo
  readonly settings: SettingsService
  readonly updates: UpdateService
  readonly home: HomeService
  readonly firstTasks: FirstTasksService
  readonly accounts: AccountAdmin
  readonly doctor: DoctorService
  readonly authorization: AuthorizationService
  readonly platformEvents: EventService
  readonly practice: PracticeService
  readonly activity: ActivityService
  readonly merchants: MerchantService
  readonly marks: MarkService
  readonly views: ViewService
  readonly refreshes: RefreshService
  readonly versions: VersionReadings
  readonly operations: VersionOperations
  readonly runner: OperationRunner
  readonly templates: TemplateService
  readonly codes: CodeService
  readonly files: StagedFiles
  readonly profile: ProfileService
  readonly settingRunner: SettingRunner
  readonly categories: CategoryService
  readonly domains: DomainService
  readonly baselines: BaselineService
  readonly standing: StandingService
  readonly rollouts: RolloutService
  readonly drift: DriftService
  readonly capabilities: CapabilityService
  readonly ext: ExtService
  readonly backups: BackupService
  readonly restores: RestoreService
  readonly reopening: ReopenService
  readonly portable: PortableService
  readonly shelf: FileShelf
  /** Cancels readings when the application closes. */
  readonly closing: AbortSignal
}

/** Ties each call of the contract to the one service method that answers it. */
export function createHandlers(services: Services): Handlers {
  return {
    'app.info': () => services.appInfo(),
    'settings.change': (change): Settings => services.settings.change(change),
    'app.updates.state': () => services.updates.state(),
    'app.updates.check': () => services.updates.check(),
    'app.updates.install': () => services.updates.install(),
    'home.today': () => services.home.today(),
    'home.figures': ({ accountId }) => services.home.figures(accountId),
    'firstTasks.read': ({ accountId }) => services.firstTasks.read(accountId),
    'help.catalogue': () => errorCatalogue(),
    'practice.status': () => services.practice.status(),
    'practice.reset': () => services.practice.reset(),
    ...accountHandlers(services),
    ...activityHandlers(services),
    ...authorizationHandlers(services),
    ...eventHandlers(services),
    ...merchantHandlers(services),
    ...listHandlers(services),
    ...versionHandlers(services),
    ...profileHandlers(services),
    ...categoryHandlers(services),
    ...domainHandlers(services),
    ...rolloutHandlers(services),
    'standing.get': (ref) => services.standing.get(ref),
    'standing.read': (ref) => services.standing.read(ref, services.closing),
    ...codeHandlers(services),
    ...capabilityHandlers(services),
    ...templateHandlers(services),
    ...safetyHandlers(services)
  }
}

function accountHandlers({ appInfo, accounts, doctor, closing }: Services) {
  return {
    'keychain.retry': async () => {
      await accounts.retryKeychain()
      return appInfo()
    },
    'keychain.useMemory': () => {
      accounts.useMemory()
      return appInfo()
    },
    'accounts.add': (order) => accounts.add(order),
    'accounts.change': ({ accountId, ...change }) => accounts.change(accountId, change),
    'accounts.remove': async ({ accountId, data }) => {
      await accounts.remove(accountId, data)
      return appInfo()
    },
    'accounts.pasteTicket': ({ accountId, text }) => accounts.pasteTicket(accountId, text),
    'accounts.probe': ({ accountId }) => accounts.probe(accountId),
    'accounts.diagnose': ({ accountId }) => doctor.diagnose(accountId, closing)
  } satisfies Partial<Handlers>
}

function activityHandlers({ activity }: Services) {
  return {
    'activity.page': (question) => activity.page(question),
    'activity.choices': () => activity.choices(),
    'activity.check': () => activity.check(),
    'activity.noteExport': (handedOut) => activity.noteExport(handedOut),
    'activity.report': (order) => activity.report(order)
  } satisfies Partial<Handlers>
}

function authorizationHandlers({ authorization }: Services) {
  return {
    'authorization.link': (order) => authorization.link(order),
    'authorization.links': ({ accountId }) => authorization.links(accountId),
    'authorization.accept': (order) => authorization.accept(order),
    'authorization.keeper': ({ accountId }) => authorization.keeper(accountId),
    'authorization.rescue': (ref) => authorization.rescue(ref),
    'authorization.detail': (ref) => authorization.detail(ref)
  } satisfies Partial<Handlers>
}

function eventHandlers({ platformEvents }: Services) {
  return {
    'events.page': ({ accountId, cursor, limit, filter }) => platformEvents.page(accountId, cursor, limit, filter),
    'events.markSeen': ({ accountId, upTo }) => platformEvents.markSeen(accountId, upTo),
    'events.retry': ({ accountId, eventId }) => platformEvents.retry(accountId, eventId)
  } satisfies Partial<Handlers>
}

function listHandlers({ views, marks }: Services) {
  return {
    'views.list': ({ accountId }) => views.list(accountId),
    'views.save': (order) => views.save(order),
    'views.remove': ({ accountId, id }) => views.remove(accountId, id),
    'views.move': ({ accountId, id, to }) => views.move(accountId, id, to),
    'views.setColumns': ({ accountId, columns }) => views.setColumns(accountId, columns),
    'merchants.setNote': ({ note, ...ref }) => marks.setNote(ref, note),
    'merchants.changeTags': ({ accountId, appIds, ...change }) => marks.changeTags(accountId, appIds, change),
    'merchants.changeNotes': ({ accountId, appIds, ...change }) => marks.changeNotes(accountId, appIds, change)
  } satisfies Partial<Handlers>
}

function merchantHandlers({ merchants, refreshes, closing }: Services) {
  return {
    'merchants.page': ({ accountId, cursor, limit }) => merchants.page(accountId, cursor, limit),
    'merchants.get': (ref) => merchants.detail(ref),
    'merchants.import': ({ accountId }) => refreshes.import(accountId),
    'merchants.refresh': ({ accountId, appIds }) => refreshes.refresh(accountId, appIds),
    'merchants.refreshStatus': ({ accountId }) => refreshes.status(accountId),
    'merchants.read': (ref) => merchants.read(ref, closing),
    'merchants.setTags': ({ tags, ...ref }) => merchants.setTags(ref, tags)
  } satisfies Partial<Handlers>
}

function versionHandlers({ versions, operations, runner, codes }: Services) {
  return {
    'versions.timeline': ({ cursor, limit, ...ref }) => versions.timeline(ref, cursor, limit),
    'versions.auditHosts': (ref) => versions.auditHosts(ref),
    'versions.uploadDefaults': (ref) => operations.uploadDefaults(ref),
    'versions.attachment': ({ url, ...ref }) => codes.attachment(ref, url),
    'versions.upload': (input) => operations.upload(input),
    'versions.submit': (input) => operations.submit(input),
    'versions.withdraw': (input) => operations.withdraw(input),
    'versions.release': (input) => operations.release(input),
    'versions.rollback': (input) => operations.rollback(input),
    'versions.settle': ({ operationId, ...ref }) => runner.settle(ref, operationId)
  } satisfies Partial<Handlers>
}

function profileHandlers({ files, profile, settingRunner, closing }: Services) {
  return {
    'files.begin': (announcement) => files.begin(announcement),
    'files.append': ({ fileId, offset, piece }) => files.append(fileId, offset, piece),
    'files.discard': ({ fileId }) => files.discard(fileId),
    'profile.get': (ref) => profile.get(ref),
    'profile.introductions': ({ accountId }) => profile.introductions(accountId),
    'profile.read': (ref) => profile.read(ref, closing),
    'profile.submittedIcon': (ref) => profile.submittedIcon(ref),
    'profile.checkName': ({ name, ...ref }) => profile.checkName(ref, name),
    'profile.changeName': ({ name, evidence, ...ref }) => profile.changeName(ref, name, evidence),
    'profile.changeIntroduction': ({ introduction, ...ref }) => profile.changeIntroduction(ref, introduction),
    'profile.changeIcon': ({ fileId, ...ref }) => profile.changeIcon(ref, fileId),
    'setup.settle': ({ changeId, ...ref }) => settingRunner.settle(ref, changeId)
  } satisfies Partial<Handlers>
}

function categoryHandlers({ categories, closing }: Services) {
  return {
    'categories.get': (ref) => categories.get(ref),
    'categories.read': (ref) => categories.read(ref, closing),
    'categories.available': ({ fresh, ...ref }) => categories.available(ref, fresh),
    'categories.add': (input) => categories.add(input),
    'categories.supply': (input) => categories.supply(input),
    'categories.delete': ({ category, ...ref }) => categories.delete(ref, category),
    'categories.publish': (ref) => categories.publish(ref),
    'categories.presetMain': ({ category, ...ref }) => categories.presetMain(ref, category)
  } satisfies Partial<Handlers>
}

function domainHandlers({ domains, baselines, closing }: Services) {
  return {
    'domains.get': (ref) => domains.get(ref),
    'domains.read': (ref) => domains.read(ref, closing),
    'domains.change': (input) => domains.change(input),
    'domains.checkFile': ({ accountId }) => domains.checkFile(accountId),
    'domains.application': ({ accountId }) => domains.application(accountId),
    'domains.setApplication': ({ accountId, server, webview }) =>
      domains.setApplication(accountId, { server, webview }),
    'baselines.list': ({ accountId }) => baselines.list(accountId),
    'baselines.save': (input) => baselines.save(input),
    'baselines.delete': ({ accountId, id }) => baselines.delete(accountId, id),
    'baselines.assign': ({ accountId, id, appIds }) => baselines.assign(accountId, id, appIds),
    'baselines.preview': (input) => baselines.preview(input)
  } satisfies Partial<Handlers>
}

function rolloutHandlers({ rollouts, drift }: Services) {
  return {
    'rollouts.preview': (question) => rollouts.preview(question),
    'rollouts.start': (order) => rollouts.start(order),
    'rollouts.list': ({ accountId }) => rollouts.list(accountId),
    'rollouts.get': (name) => rollouts.get(name),
    'rollouts.pause': (name) => rollouts.pause(name),
    'rollouts.resume': (name) => rollouts.resume(name),
    'rollouts.stop': (name) => rollouts.stop(name),
    'rollouts.openWave': (name) => rollouts.openWave(name),
    'rollouts.releaseTogether': (name) => rollouts.releaseTogether(name),
    'rollouts.retry': (some) => rollouts.retry(some),
    'rollouts.skip': (some) => rollouts.skip(some),
    'rollouts.journal': (name) => rollouts.journal(name),
    'rollouts.drift': ({ accountId }) => drift.drift(accountId)
  } satisfies Partial<Handlers>
}

function codeHandlers({ codes }: Services) {
  return {
    'codes.trial': ({ stage, path, ...ref }) => codes.trial(ref, stage, path),
    'codes.mini': ({ request, ...ref }) => codes.mini(ref, request),
    'codes.saved': ({ accountId, appIds }) => codes.saved(accountId, appIds),
    'codes.save': (order) => codes.save(order.accountId, order.codes),
    'codes.make': ({ accountId, id }) => codes.make(accountId, id),
    'codes.forget': ({ accountId, ids }) => codes.forget(accountId, ids),
    'codes.paths': (ref) => codes.paths(ref)
  } satisfies Partial<Handlers>
}

function capabilityHandlers({ capabilities, closing }: Services) {
  return {
    'capabilities.get': (ref) => capabilities.get(ref),
    'capabilities.read': (ref) => capabilities.read(ref, closing),
    'capabilities.apply': ({ accountId, appId, ...filledIn }) => capabilities.apply({ accountId, appId }, filledIn),
    'capabilities.matrix': ({ accountId }) => capabilities.matrix(accountId),
    'capabilities.refresh': ({ accountId, appIds }) => capabilities.refresh(accountId, appIds)
  } satisfies Partial<Handlers>
}

function safetyHandlers({ backups, restores, reopening, portable, shelf }: Services) {
  return {
    'safety.state': () => backups.state(),
    'safety.backUp': () => backups.backUp(),
    'safety.makeArchive': ({ passphrase }) => backups.makeArchive(passphrase),
    'safety.read': ({ fileId, offset }) => shelf.read(fileId, offset),
    'safety.begin': ({ name, bytes }) => shelf.begin(name, bytes),
    'safety.append': ({ fileId, offset, piece }) => shelf.append(fileId, offset, piece),
    'safety.discard': ({ fileId }) => shelf.discard(fileId),
    'safety.examine': ({ source }) => restores.examine(source),
    'safety.restore': async ({ source, confirmed, passphrase }) => {
      await restores.order(source, confirmed, passphrase)
      return backups.state()
    },
    'safety.cancelRestore': () => {
      restores.cancel()
      return backups.state()
    },
    'safety.reopen': () => reopening.reopen(),
    'safety.export': () => portable.export(),
    'safety.previewImport': ({ fileId }) => portable.preview(fileId),
    'safety.import': ({ fileId, kinds }) => portable.import(fileId, kinds)
  } satisfies Partial<Handlers>
}

function templateHandlers({ templates, ext }: Services) {
  return {
    'templates.library': ({ accountId, fresh }) => templates.library(accountId, fresh),
    'templates.add': ({ accountId, draftId }) => templates.add(accountId, draftId),
    'templates.usage': ({ accountId, templateId }) => templates.usage(accountId, templateId),
    'templates.delete': ({ accountId, templateId, acknowledged }) =>
      templates.delete(accountId, templateId, acknowledged),
    'ext.studio': ({ accountId }) => ext.studio(accountId),
    'ext.saveVariables': ({ accountId, variables }) => ext.saveVariables(accountId, variables),
    'ext.saveDefault': ({ accountId, templateId, text }) => ext.saveDefault(accountId, templateId, text),
    'ext.values': ({ accountId }) => ext.values(accountId),
    'ext.saveValues': ({ accountId, merchants }) => ext.saveValues(accountId, merchants),
    'ext.preview': (order) => ext.preview(order)
  } satisfies Partial<Handlers>
}
