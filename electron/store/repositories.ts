import type { Account } from '@shared/domain/account'
import type { AuthorizationLink, AuthorizationRecord, KeeperEntry } from '@shared/domain/authorization'
import type { Capability } from '@shared/domain/capability'
import type { CategoryFacts } from '@shared/domain/category'
import type { DomainFacts } from '@shared/domain/domains'
import type {
  AppState,
  AuthorizationState,
  MerchantProfile,
  MerchantRef,
  MerchantRow,
  PermissionSet
} from '@shared/domain/merchant'
import type { Operation, OperationKind, TimelineEntry } from '@shared/domain/operation'
import type { FirstTaskName } from '@shared/domain/first-tasks'
import type { EventFilter, PlatformEvent } from '@shared/domain/platform-event'
import type { Introduction, MerchantInformation } from '@shared/domain/profile'
import type { Settings } from '@shared/domain/settings'
import type { StandingFacts } from '@shared/domain/standing'
import type { VersionList } from '@shared/domain/version'
import type { ActivityRepository } from './activity-repository'
import type { SafetyRepository } from './backup-types'
import type { HomeRepository } from './home-repository'
import type { ListViewRepository } from './list-view-repository'
import type { Outcome } from './outcome'
import type { LearnedRuleRepository, RolloutRepository } from './rollout-repositories'
import type {
  FacetRepository,
  SettingChangeRepository,
  StandingSampleRepository,
  BaselineRepository,
  ApplicationDomainRepository,
  SetupSummary,
  StoredCapabilities,
  SavedCodeRepository,
  ExtVariableRepository
} from './setup-repositories'

export type * from './activity-repository'
export type * from './home-repository'
export type * from './list-view-repository'
export type * from './outcome'
export type * from './rollout-repositories'
export type * from './setup-repositories'

/** What the database keeps of an account; the rest is known at run time only. */
export type StoredAccount = Pick<Account, 'id' | 'kind' | 'name' | 'colour' | 'componentAppId' | 'settings'>

export interface AccountRepository {
  /** Those that were not removed, in the order of their names, the practice environment last. */
  list(): readonly StoredAccount[]
  /** Removed ones too. */
  get(id: string): StoredAccount | null
  /** Adds or replaces it; one that was removed is there again. */
  save(account: StoredAccount): void
  /** Hides it; merchants and records stay. Its sealed values and tokens are deleted. */
  hide(id: string, at: number): void
  /** Forgets everything that belongs to it, its merchants, records and sealed values; the account itself stays. */
  empty(id: string): void
  /** Deletes it with everything that belongs to it. */
  delete(id: string): void
}

/** Sealed texts of an account, such as its ticket, by name. */
export interface SealedRepository {
  read(accountId: string, name: string): Buffer | null
  save(accountId: string, name: string, box: Buffer): void
  forget(accountId: string, name: string): void
  /** Forgets all of the account, merchants' tokens included. */
  forgetAll(accountId: string): void
}

/** When a merchant's pair of tokens was issued, and the ends of the two. */
export type TokenTimes = {
  readonly issuedAt: number
  readonly accessExpiresAt: number
  readonly refreshExpiresAt: number
}

/** What the token keeper (令牌管家) shows, before it is judged. */
export type KeeperFacts = Omit<KeeperEntry, 'danger'>

export interface TokenRepository {
  read(ref: MerchantRef): Buffer | null
  /** Durable when it returns. */
  save(ref: MerchantRef, box: Buffer, times: TokenTimes): void
  forget(ref: MerchantRef): void
  /** All of the account's boxes. */
  boxes(accountId: string): readonly { readonly appId: string; readonly box: Buffer }[]
  /** All merchants of the account, whether they have tokens or not; `trouble` is why the last reading failed. */
  keeper(accountId: string): readonly KeeperFacts[]
  keeperOf(ref: MerchantRef): KeeperFacts | null
  /** Merchants whose refresh token ends before `before`, soonest first. */
  ending(accountId: string, before: number): readonly MerchantRef[]
  /** Merchants whose access token ends before `before`, soonest first. */
  accessEnding(accountId: string, before: number): readonly MerchantRef[]
}

/** An event as it is taken in; what the repository adds is left out. */
export type NewEvent = Omit<PlatformEvent, 'id' | 'copies' | 'seen' | 'trouble' | 'merchant'> & {
  readonly digest: string
  readonly appId: string | null
}

export interface EventRepository {
  /** Keeps it durably, or counts one more copy of the one that is there; `isNew` tells which. */
  add(event: NewEvent): { readonly event: PlatformEvent; readonly isNew: boolean }
  get(accountId: string, id: string): PlatformEvent | null
  /** Newest first. */
  page(
    accountId: string,
    filter: EventFilter,
    cursor: string | null,
    limit: number
  ): { readonly events: readonly PlatformEvent[]; readonly next: string | null }
  unseen(accountId: string): number
  /** Everything up to and with `upTo`. */
  markSeen(accountId: string, upTo: string): void
  handled(accountId: string, id: string, handling: 'done' | 'failed', trouble: string | null): PlatformEvent
  /** Those with `handling` `waiting`, oldest first; read at start. */
  waiting(accountId: string): readonly PlatformEvent[]
  /** Deletes all but the newest `keep` ticket messages. */
  pruneTickets(accountId: string, keep: number): void
}

export interface LinkRepository {
  add(link: Omit<AuthorizationLink, 'usedBy'>): AuthorizationLink
  /** Newest first. */
  list(accountId: string, limit: number): readonly AuthorizationLink[]
  /** How many that create were made after `since`. */
  createdSince(accountId: string, since: number): number
  use(id: string, appId: string, at: number): AuthorizationLink
}

export interface AuthorizationRecordRepository {
  add(ref: MerchantRef, record: Omit<AuthorizationRecord, 'id'>): AuthorizationRecord
  /** Newest first. */
  list(ref: MerchantRef, limit: number): readonly AuthorizationRecord[]
}

export interface SettingsRepository {
  read(): Settings
  change(change: Partial<Settings>): Settings
}

export interface FirstTaskRepository {
  /** Those that were seen done, in the order of the list. */
  kept(): readonly FirstTaskName[]
  keep(done: readonly FirstTaskName[]): void
  /** The kinds of which at least one was accepted, whosever it was. */
  doneOperations(): readonly OperationKind[]
  anyRollout(): boolean
}

export type StoredPage = { readonly rows: readonly MerchantRow[]; readonly total: number; readonly next: string | null }

/** The facts of 获取小程序基本信息 that are kept. */
export type ProfileFacts = {
  readonly name: string
  readonly introduction: string
  readonly appState: AppState | null
  readonly subjectName: string | null
  readonly subjectType: 'person' | 'company' | null
}

export interface MerchantRepository {
  /** The account's merchants in their standing order (name, then app id), from behind `cursor`. */
  page(accountId: string, cursor: string | null, limit: number): StoredPage
  row(ref: MerchantRef): MerchantRow | null
  profile(ref: MerchantRef): MerchantProfile | null
  versions(ref: MerchantRef): VersionList | null
  appIds(accountId: string): readonly string[]
  /** Of all the account's merchants, by app id; empty where none was read. */
  introductions(accountId: string): readonly Introduction[]
  count(accountId: string): number
  /** Those whose profile was never read. */
  unread(accountId: string): readonly string[]
  /** Adds those not known yet (named by their app id until read) and notes each one's time of authorisation. */
  discover(accountId: string, apps: readonly { appId: string; authorizedAt: number | null }[]): void
  saveProfile(ref: MerchantRef, facts: ProfileFacts): void
  savePermissions(ref: MerchantRef, permissions: readonly PermissionSet[]): void
  saveAuthorization(ref: MerchantRef, state: AuthorizationState): void
  saveVersions(ref: MerchantRef, versions: VersionList): void
  /** Ends a reading: a success sets `readAt` and clears the error, a failure keeps `readAt` and sets the error. */
  saveReading(ref: MerchantRef, reading: { readAt: number } | { error: string }): void
  setTags(ref: MerchantRef, tags: readonly string[]): void
  setNote(ref: MerchantRef, note: string): void
  saveSetup(ref: MerchantRef, summary: SetupSummary): void
  /** Merchants with a version in review, those read longest ago first. */
  inReview(accountId: string, limit: number): readonly MerchantRef[]
}

/** What is written before a call that changes something on the platform. */
export type Intent = MerchantRef & {
  readonly kind: OperationKind
  readonly version: string | null
  readonly actor: string
  readonly startedAt: number
  /** The rollout that it is done for. */
  readonly rolloutId: string | null
  /** What was sent, without secrets; JSON. */
  readonly request: unknown
  /** The version list read just before; an unknown outcome is settled by comparing with it. */
  readonly before: VersionList
}

export type StoredOperation = { readonly operation: Operation; readonly request: unknown; readonly before: VersionList }

export interface OperationRepository {
  /** Writes the intent durably (`synchronous=FULL`) and returns it with its new id. */
  begin(intent: Intent): Operation
  finish(id: string, outcome: Outcome): Operation
  get(id: string): StoredOperation | null
  /** The merchant's operation that has no certain outcome (`intended` or `unknown`), if any. */
  unsettled(ref: MerchantRef): Operation | null
  /** All operations without a certain outcome, oldest first; read at start. */
  allUnsettled(): readonly Operation[]
  /** When the newest accepted operation of one of these kinds was answered: the platform counts from a moment before that. */
  lastDoneAt(ref: MerchantRef, kinds: readonly OperationKind[]): number | null
  /** Requests of all accepted uploads of the account, newest first per merchant, at most `limit` of each. */
  uploads(
    accountId: string,
    limit: number
  ): readonly { readonly appId: string; readonly version: string | null; readonly request: unknown }[]
  /** Requests of the merchant's accepted uploads of this version, newest first. */
  uploadsOf(ref: MerchantRef, version: string, limit: number): readonly unknown[]
  /** The request of the newest accepted operation of a kind. */
  lastRequest(ref: MerchantRef, kind: OperationKind): unknown
}

export interface TimelineRepository {
  add(ref: MerchantRef, entry: Omit<TimelineEntry, 'id'>): TimelineEntry
  /** Newest first. */
  page(
    ref: MerchantRef,
    cursor: string | null,
    limit: number
  ): { readonly entries: readonly TimelineEntry[]; readonly next: string | null }
}

export type Icon = { readonly key: string; readonly contentType: string; readonly bytes: Buffer }

export interface IconRepository {
  get(ref: MerchantRef): Icon | null
  /** Where the kept icon was read from, to see whether the platform shows another. */
  sourceUrl(ref: MerchantRef): string | null
  save(ref: MerchantRef, icon: Icon, sourceUrl: string): void
}

export interface Store {
  readonly accounts: AccountRepository
  readonly settings: SettingsRepository
  readonly merchants: MerchantRepository
  readonly operations: OperationRepository
  readonly timeline: TimelineRepository
  readonly icons: IconRepository
  readonly sealed: SealedRepository
  readonly tokens: TokenRepository
  readonly events: EventRepository
  readonly links: LinkRepository
  readonly authorizationRecords: AuthorizationRecordRepository
  /** 获取小程序基本信息, all of it. */
  readonly information: FacetRepository<MerchantInformation>
  readonly categories: FacetRepository<CategoryFacts>
  readonly domains: FacetRepository<DomainFacts>
  readonly standing: FacetRepository<StandingFacts>
  readonly settingChanges: SettingChangeRepository
  readonly standingSamples: StandingSampleRepository
  readonly baselines: BaselineRepository
  readonly applicationDomains: ApplicationDomainRepository
  readonly capabilities: FacetRepository<readonly Capability[]>
  /** Every merchant's capabilities as they were read last. */
  capabilityRows(accountId: string): readonly StoredCapabilities[]
  readonly savedCodes: SavedCodeRepository
  readonly listViews: ListViewRepository
  readonly extVariables: ExtVariableRepository
  readonly rollouts: RolloutRepository
  readonly learnedRules: LearnedRuleRepository
  readonly home: HomeRepository
  readonly firstTasks: FirstTaskRepository
  readonly activity: ActivityRepository
  /** Copies of the database, and a restore that is ordered. */
  readonly safety: SafetyRepository
  /** What the operator must be told about opening: a damaged file set aside, a backup restored. Chinese sentences. */
  readonly openingNotices: readonly string[]
  /** Runs `work` in one transaction; nested calls join the outer one. */
  transaction<Value>(work: () => Value): Value
  /**
   * Runs `work`, whose writes need not survive a power cut one by one, as they can be had again from the platform: they are not
   * forced to the disk before the next write that is. What is written stays in order and whole.
   */
  lightly<Value>(work: () => Value): Value
  close(): void
}
