import type { Account } from '@shared/domain/account'
import type {
  AppState,
  AuthorizationState,
  MerchantProfile,
  MerchantRef,
  MerchantRow,
  PermissionSet
} from '@shared/domain/merchant'
import type { Operation, OperationKind, OperationState, TimelineEntry } from '@shared/domain/operation'
import type { Settings } from '@shared/domain/settings'
import type { VersionList } from '@shared/domain/version'
import type { DeskError } from '@shared/errors'

/** What the database keeps of an account; how its connection fares is known at run time only. */
export type StoredAccount = Omit<Account, 'connection'>

export interface AccountRepository {
  list(): readonly StoredAccount[]
  get(id: string): StoredAccount | null
  save(account: StoredAccount): void
}

export interface SettingsRepository {
  read(): Settings
  change(change: Partial<Settings>): Settings
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
  /** Merchants with a version in review, those read longest ago first. */
  inReview(accountId: string, limit: number): readonly MerchantRef[]
  /** Forgets all of an account's merchants, with their operations and timeline. */
  clear(accountId: string): void
}

/** What is written before a call that changes something on the platform. */
export type Intent = MerchantRef & {
  readonly kind: OperationKind
  readonly version: string | null
  readonly actor: string
  readonly startedAt: number
  /** What was sent, without secrets; JSON. */
  readonly request: unknown
  /** The version list read just before; an unknown outcome is settled by comparing with it. */
  readonly before: VersionList
}

export type StoredOperation = { readonly operation: Operation; readonly request: unknown; readonly before: VersionList }

export type Outcome = {
  readonly state: Exclude<OperationState, 'intended'>
  readonly finishedAt: number
  readonly logId: string | null
  readonly error: DeskError | null
}

export interface OperationRepository {
  /** Writes the intent durably (`synchronous=FULL`) and returns it with its new id. */
  begin(intent: Intent): Operation
  finish(id: string, outcome: Outcome): Operation
  get(id: string): StoredOperation | null
  /** The merchant's operation that has no certain outcome (`intended` or `unknown`), if any. */
  unsettled(ref: MerchantRef): Operation | null
  /** All operations without a certain outcome, oldest first; read at start. */
  allUnsettled(): readonly Operation[]
  /** When the newest accepted operation of one of these kinds was begun. */
  lastDoneAt(ref: MerchantRef, kinds: readonly OperationKind[]): number | null
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
  /** What the operator must be told about opening: a damaged file set aside, a backup restored. Chinese sentences. */
  readonly openingNotices: readonly string[]
  /** Runs `work` in one transaction; nested calls join the outer one. */
  transaction<Value>(work: () => Value): Value
  close(): void
}
