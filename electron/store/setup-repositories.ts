import type { Capability } from '@shared/domain/capability'
import type { ApplicationDomains, DomainBaseline, DomainDrift, DomainSet } from '@shared/domain/domains'
import type { ExtDefault, ExtStudio, ExtValues, ExtVariable } from '@shared/domain/ext-variables'
import type { MerchantRef, RowTemplate } from '@shared/domain/merchant'
import type { MiniCode, SavedCode } from '@shared/domain/mini-code'
import type { ReadinessSummary } from '@shared/domain/readiness'
import type { Reading, SettingChange, SettingKind } from '@shared/domain/setting'
import type { StandingSample } from '@shared/domain/standing'
import type { DeskError } from '@shared/errors'
import type { Outcome } from './outcome'

/** One part of a merchant's set-up, kept as the JSON of its domain type. */
export interface FacetRepository<Value> {
  read(ref: MerchantRef): Reading<Value>
  /** A reading that worked: clears the error. */
  save(ref: MerchantRef, value: Value, readAt: number): void
  /** One that did not: what was read before stays. */
  fail(ref: MerchantRef, error: DeskError): void
  /** Merchants of the account whose value was read before `before` or never, those read longest ago first. */
  stale(accountId: string, before: number, limit: number): readonly string[]
}

/** What is written before a call that changes a merchant's set-up. */
export type SettingIntent = MerchantRef & {
  readonly kind: SettingKind
  readonly summary: string
  readonly actor: string
  readonly startedAt: number
  /** The rollout that it is done for. */
  readonly rolloutId: string | null
  /** What is sent, without secrets; JSON. */
  readonly request: unknown
  /** What was read just before; an unknown outcome is settled by comparing with it. JSON. */
  readonly before: unknown
}

export type StoredChange = { readonly change: SettingChange; readonly request: unknown; readonly before: unknown }

export interface SettingChangeRepository {
  /** Writes the intent durably (`synchronous=FULL`) and returns it with its new id. */
  begin(intent: SettingIntent): SettingChange
  finish(id: string, outcome: Outcome): SettingChange
  get(id: string): StoredChange | null
  /** Newest first, of these kinds. */
  list(ref: MerchantRef, kinds: readonly SettingKind[], limit: number): readonly SettingChange[]
  /** The merchant's changes of these kinds without a certain outcome, oldest first. */
  unsettled(ref: MerchantRef, kinds: readonly SettingKind[]): readonly SettingChange[]
  /** All without a certain outcome, oldest first. */
  allUnsettled(): readonly SettingChange[]
  /** Those that were made for it, oldest first. */
  ofRollout(rolloutId: string): readonly SettingChange[]
}

export interface StandingSampleRepository {
  /** Oldest first; the newest `limit`. */
  list(ref: MerchantRef, limit: number): readonly StandingSample[]
  last(ref: MerchantRef): StandingSample | null
  add(ref: MerchantRef, sample: StandingSample): void
}

export interface BaselineRepository {
  list(accountId: string): readonly DomainBaseline[]
  get(accountId: string, id: string): DomainBaseline | null
  /** `id: null` adds one. */
  save(baseline: { accountId: string; id: string | null; name: string; domains: DomainSet; changedAt: number }): string
  delete(accountId: string, id: string): void
  /** Null takes the merchants' baseline away. */
  assign(accountId: string, id: string | null, appIds: readonly string[]): void
  /** The merchants that have it. */
  members(accountId: string, id: string): readonly string[]
  of(ref: MerchantRef): DomainBaseline | null
}

export interface ApplicationDomainRepository {
  read(accountId: string): ApplicationDomains
  save(accountId: string, domains: ApplicationDomains): void
}

/** What the list shows of a merchant's set-up: judged whenever something it rests on changes. */
export type SetupSummary = {
  readonly readiness: ReadinessSummary | null
  readonly creditScore: number | null
  readonly drift: DomainDrift | null
  readonly template: RowTemplate | null
}

export type StoredCapabilities = {
  readonly appId: string
  readonly name: string
  readonly capabilities: readonly Capability[] | null
  readonly readAt: number | null
}

export interface SavedCodeRepository {
  /** All of the account, or of these merchants, by merchant and label. */
  list(accountId: string, appIds: readonly string[] | null): readonly SavedCode[]
  get(accountId: string, id: string): SavedCode | null
  /** `id: null` adds one; a request that differs drops the picture. Durable, all or none. */
  save(accountId: string, codes: readonly NewSavedCode[], changedAt: number): readonly SavedCode[]
  savePicture(id: string, code: MiniCode): SavedCode
  forget(accountId: string, ids: readonly string[]): number
}

export type NewSavedCode = Pick<SavedCode, 'appId' | 'label' | 'request'> & { readonly id: string | null }

export interface ExtVariableRepository {
  studio(accountId: string): ExtStudio
  saveVariables(accountId: string, variables: readonly ExtVariable[]): void
  saveDefault(accountId: string, defaults: ExtDefault): void
  forgetDefault(accountId: string, templateId: string): void
  /** All merchants that have any. */
  values(accountId: string): readonly ExtValues[]
  valuesOf(ref: MerchantRef): Readonly<Record<string, string>>
  saveValues(accountId: string, merchants: readonly ExtValues[]): void
}
