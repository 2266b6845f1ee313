/**
 * Everything the page and the main process say to each other, declared once.
 *
 * From here come the types of both sides and the run-time check of every input in the main process. The renderer and the
 * preload import this file's types only, so that no schema reaches the page's bundle.
 *
 * Adding a function is: one entry in its group below `contract/`, one service method, one page.
 */
import type { z } from 'zod'
import { accountCalls } from './contract/accounts'
import { activityCalls } from './contract/activity'
import { appCalls, type AppInfo } from './contract/app'
import { authorizationCalls } from './contract/authorization'
import { capabilityCalls } from './contract/capabilities'
import { categoryCalls } from './contract/categories'
import { codeCalls } from './contract/codes'
import { domainCalls } from './contract/domains'
import { eventCalls, type DesktopNotification } from './contract/events'
import { fileCalls } from './contract/files'
import { firstTaskCalls } from './contract/first-tasks'
import { helpCalls } from './contract/help'
import { homeCalls } from './contract/home'
import { listCalls } from './contract/lists'
import { merchantCalls, type RefreshProgress } from './contract/merchants'
import { profileCalls } from './contract/profile'
import { rolloutCalls } from './contract/rollouts'
import { safetyCalls } from './contract/safety'
import { standingCalls } from './contract/standing'
import { templateCalls } from './contract/templates'
import { versionCalls } from './contract/versions'
import type { Account } from './domain/account'
import type { AuthorizationLink, KeeperEntry } from './domain/authorization'
import type { DiagnosisStep } from './domain/diagnosis'
import type { UploadProgress } from './domain/file'
import type { ListViews } from './domain/lists'
import type { MerchantRow } from './domain/merchant'
import type { Operation } from './domain/operation'
import type { PlatformEvent } from './domain/platform-event'
import type { Rollout, RolloutItem, RolloutLogEntry } from './domain/rollout'
import type { SettingChange } from './domain/setting'
import type { Settings } from './domain/settings'
import type { ShellCommand } from './domain/shell-command'
import type { UpdateState } from './domain/update'
import type { CallResult, DeskError } from './errors'

export type { ActivityPage } from './contract/activity'
export type { AppInfo, PracticeStatus } from './contract/app'
export type { CapabilityDetail } from './contract/capabilities'
export type { CategoryDetail } from './contract/categories'
export type { DomainDetail } from './contract/domains'
export type { DesktopNotification, EventPage } from './contract/events'
export type { MarksChanged } from './contract/lists'
export type { MerchantDetail, MerchantPage, RefreshProgress } from './contract/merchants'
export type { NameVerdict, ProfileDetail } from './contract/profile'
export type { RolloutDetail } from './contract/rollouts'
export type { StandingDetail } from './contract/standing'
export type { OperationOutcome, TimelinePage, UploadDefaults } from './contract/versions'

export const calls = {
  ...appCalls,
  ...homeCalls,
  ...firstTaskCalls,
  ...accountCalls,
  ...authorizationCalls,
  ...eventCalls,
  ...merchantCalls,
  ...listCalls,
  ...versionCalls,
  ...fileCalls,
  ...profileCalls,
  ...categoryCalls,
  ...domainCalls,
  ...standingCalls,
  ...codeCalls,
  ...capabilityCalls,
  ...templateCalls,
  ...rolloutCalls,
  ...activityCalls,
  ...helpCalls,
  ...safetyCalls
} as const

/** Every event the main process sends, and its payload. */
export type Events = {
  /** Rows that are new or changed; at most ten messages a second. */
  'merchants.changed': { readonly accountId: string; readonly rows: readonly MerchantRow[] }
  /** The whole list of the account is to be read again (after a reset). */
  'merchants.replaced': { readonly accountId: string }
  /** The views of an account's merchant list, or its columns, are others. */
  'views.changed': ListViews
  'refresh.progress': RefreshProgress
  /** A change of a merchant's set-up was begun or ended. */
  'setting.changed': { readonly change: SettingChange }
  /** How far a file is on its way to the platform; at most ten messages a second. */
  'upload.progress': UploadProgress
  /**
   * A rollout was begun, went on or ended; at most five messages a second, with the items that changed since and the new lines of
   * its log.
   */
  'rollout.progress': {
    readonly rollout: Rollout
    readonly items: readonly RolloutItem[]
    readonly log: readonly RolloutLogEntry[]
  }
  /** An operation was begun or ended. */
  'operation.changed': { readonly operation: Operation }
  'account.changed': { readonly account: Account }
  /** Accounts were added, removed or opened; all of what the frame shows. */
  'app.changed': { readonly info: AppInfo }
  /** A pushed message arrived, again or for the first time, or was handled; `unseen` counts the account's. */
  'platform.event': { readonly event: PlatformEvent; readonly unseen: number }
  /** For the operating system's notifications; quiet hours are observed already. */
  'desktop.notification': DesktopNotification
  'diagnosis.step': { readonly accountId: string; readonly step: DiagnosisStep }
  /** A link was made or used. */
  'authorization.linkChanged': { readonly link: AuthorizationLink }
  /** A merchant's tokens, permissions or authorisation changed. */
  'authorization.changed': { readonly entry: KeeperEntry }
  /** Something in `home.today` is new that no other event tells of: an account's template library was read for it. */
  'home.changed': { readonly accountId: string }
  /** The operator's choices, after each change of them. */
  'settings.changed': { readonly settings: Settings }
  'app.updates.changed': { readonly state: UpdateState }
  /** The menu, the tray, a notification or a deep link asks something of the page; of the desktop program alone. */
  'shell.command': { readonly command: ShellCommand }
  /** Something went wrong that no call is waiting for. */
  notice: { readonly error: DeskError }
}

export type CallName = keyof typeof calls
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>
export type CallValue<Name extends CallName> = Exclude<(typeof calls)[Name]['value'], undefined>
export type EventName = keyof Events

/** What the preload and the loopback bridge put on `window.desk`: these two functions and nothing else. */
export type DeskBridge = {
  call(name: string, input: unknown): Promise<CallResult<unknown>>
  /** Calls `listener` for every event of that name; returns the function that ends it. */
  on(event: string, listener: (payload: unknown) => void): () => void
}

export type { CallResult }
