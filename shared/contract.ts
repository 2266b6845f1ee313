/**
 * Everything the page and the main process say to each other, declared once.
 *
 * From here come the types of both sides and the run-time check of every input in the main process. The renderer and the
 * preload import this file's types only, so that no schema reaches the page's bundle.
 *
 * Adding a function is: one entry here, one service method, one page.
 */
import { z } from 'zod'
import { ticketSources, type Account, type AccountSettings, type KeychainState } from './domain/account'
import type {
  AcceptedAuthorization,
  AuthorizationDetail,
  AuthorizationLink,
  AuthorizationLinks,
  KeeperEntry
} from './domain/authorization'
import type { TrialCode } from './domain/code'
import type { Diagnosis, DiagnosisStep } from './domain/diagnosis'
import type { MerchantProfile, MerchantRow } from './domain/merchant'
import type { Operation, TimelineEntry } from './domain/operation'
import { platformEventKinds, type PlatformEvent } from './domain/platform-event'
import type { Settings } from './domain/settings'
import type { TemplateLibrary } from './domain/template'
import { codeStages, type AuditHosts, type VersionList } from './domain/version'
import type { CallResult, DeskError } from './errors'
import {
  appNameMaxLength,
  auditNoteMaxLength,
  codePathMaxLength,
  descriptionMaxLength,
  extJsonMaxLength,
  iconMaxBytes,
  versionMaxLength
} from './rules/limits'

/** One call: the schema of its input, the type of its value, and the largest input in bytes of JSON. */
type Call<Input extends z.ZodType, Value> = {
  readonly input: Input
  readonly maxBytes: number
  /** Never set; carries the type. */
  readonly value?: Value
}

const defaultMaxBytes = 64 * 1024

const returning = <Value>() => ({
  from: <Input extends z.ZodType>(input: Input, maxBytes: number = defaultMaxBytes): Call<Input, Value> => ({
    input,
    maxBytes
  })
})

const nothing = z.strictObject({})
const accountId = z.string().min(1).max(64)
const appId = z.string().min(1).max(64)
const account = z.strictObject({ accountId })
const merchant = z.strictObject({ accountId, appId })
const text = (max: number) => z.string().max(max)
/** A merchant's name is in it, as base64 of UTF-8. */
const cursor = text(2048)
const eventId = z.string().regex(/^\d{1,16}$/)
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const httpUrl = z.url({ protocol: /^https?$/ }).max(500)

/** What a console shows has no spaces around it, though what is copied from it may. */
const secretText = z.string().trim().min(1).max(512)
const accountName = z.string().trim().min(1).max(40)
const colour = z.string().regex(/^#[0-9a-f]{6}$/)
const accountSettings = {
  ticketSource: z.enum(ticketSources),
  receiverPort: z.number().int().min(0).max(65_535),
  relayUrl: httpUrl.nullable(),
  openUrl: httpUrl,
  microappUrl: httpUrl,
  proxyUrl: httpUrl.nullable(),
  redirectUrl: httpUrl.nullable()
} satisfies Record<keyof AccountSettings, z.ZodType>
/** The four of 添加账号, and the relay's shared secret where one is used. */
const accountSecrets = {
  secret: secretText,
  messageToken: secretText,
  messageKey: secretText,
  relaySecret: secretText.nullable()
}

const version = z.string().trim().min(1).max(versionMaxLength)

/** Who and where: shown in the frame and in 设置. */
export type AppInfo = {
  readonly version: string
  readonly host: 'electron' | 'browser'
  readonly platform: string
  /** All that are open: real ones in the order of their names, the practice environment last. */
  readonly accounts: readonly Account[]
  /** The account that is shown at start. */
  readonly currentAccountId: string
  readonly settings: Settings
  readonly keychain: KeychainState
  /** What the operator must be told about this start, such as a database that was restored from its backup. */
  readonly openingNotices: readonly DeskError[]
}

/** A page of pushed messages, newest first; `unseen` counts all of the account's that were not seen, tickets apart. */
export type EventPage = {
  readonly events: readonly PlatformEvent[]
  readonly next: string | null
  readonly unseen: number
}

/** A notification for the desktop; `path` is the page that it opens. */
export type DesktopNotification = { readonly title: string; readonly body: string; readonly path: string }

/** A page of the merchant list in its standing order (name, then app id); `next` is the cursor of the following one. */
export type MerchantPage = {
  readonly rows: readonly MerchantRow[]
  readonly total: number
  readonly next: string | null
}

/** All that the merchant page needs to draw itself, from the database alone. */
export type MerchantDetail = {
  readonly profile: MerchantProfile
  readonly versions: VersionList | null
  readonly unsettled: Operation | null
  readonly lastSubmittedAt: number | null
  readonly lastRolledBackAt: number | null
}

/** What a merchant's upload dialog starts from. */
export type UploadDefaults = {
  readonly templateId: string | null
  readonly version: string
  readonly description: string
  readonly extJson: string
}

/** What an operation led to: how it ended, and the merchant as it is now. */
export type OperationOutcome = { readonly operation: Operation; readonly detail: MerchantDetail }

export type TimelinePage = { readonly entries: readonly TimelineEntry[]; readonly next: string | null }

/** A reading of many merchants that goes on in the background; see the event `refresh.progress`. */
export type RefreshProgress = {
  readonly accountId: string
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly running: boolean
}

/** The practice environment: where it listens, and the speed of its audits. */
export type PracticeStatus = {
  readonly url: string
  readonly timeFactor: number
  readonly merchants: number
}

export const calls = {
  'app.info': returning<AppInfo>().from(nothing),
  'settings.change': returning<Settings>().from(
    z.strictObject({
      theme: z.enum(['system', 'light', 'dark']).optional(),
      practiceTimeFactor: z.number().int().min(1).max(86_400).optional(),
      currentAccountId: accountId.nullable().optional(),
      notifications: z
        .strictObject({
          enabled: z.boolean(),
          quiet: z.strictObject({ from: clockTime, to: clockTime }).nullable()
        })
        .optional()
    })
  ),

  /** Looks at the keychain again, and reads the accounts' secrets where it is ready now. */
  'keychain.retry': returning<AppInfo>().from(nothing),
  /** The operator goes on without a keychain: secrets are kept in memory and end with this run. */
  'keychain.useMemory': returning<AppInfo>().from(nothing),

  /** Keeps a third-party application's credentials and opens it. One that was removed before gets its data back. */
  'accounts.add': returning<Account>().from(
    z.strictObject({
      name: accountName,
      colour,
      componentAppId: z.string().trim().min(1).max(64),
      ...accountSecrets,
      settings: z.strictObject(accountSettings).partial()
    })
  ),
  /** What is absent stays; secrets that are absent stay as they are. The account is opened anew with it. */
  'accounts.change': returning<Account>().from(
    z.strictObject({
      accountId,
      name: accountName.optional(),
      colour: colour.optional(),
      secrets: z.strictObject(accountSecrets).partial().optional(),
      settings: z.strictObject(accountSettings).partial().optional()
    })
  ),
  /** Forgets the secrets and tokens; `keep` leaves merchants and records for when the same application is added again. */
  'accounts.remove': returning<AppInfo>().from(z.strictObject({ accountId, data: z.enum(['keep', 'delete']) })),
  /** A ticket, or a whole pushed message (encrypted or not) that has one in it. */
  'accounts.pasteTicket': returning<Account>().from(
    z.strictObject({ accountId, text: z.string().trim().min(1).max(300_000) }),
    512 * 1024
  ),
  /** Tries app id, secret and ticket on the platform now; the outcome is in `credentials` of the account. */
  'accounts.probe': returning<Account>().from(account),
  /** 连接诊断: runs all steps; each one is told by the event `diagnosis.step` as well. */
  'accounts.diagnose': returning<Diagnosis>().from(account),

  /** 直接获取授权链接: takes one from the platform. For `create`, `icon` is a data address of png or jpeg, or null. */
  'authorization.link': returning<AuthorizationLink>().from(
    z.strictObject({
      accountId,
      kind: z.enum(['authorize', 'create']),
      appName: z.string().trim().min(1).max(appNameMaxLength).nullable(),
      icon: z
        .string()
        .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/)
        .max(Math.ceil(iconMaxBytes / 3) * 4 + 64)
        .nullable(),
      note: text(40)
    }),
    Math.ceil(iconMaxBytes / 3) * 4 + defaultMaxBytes
  ),
  'authorization.links': returning<AuthorizationLinks>().from(account),
  /** A code, or the address that a merchant's browser was led to after authorising. */
  'authorization.accept': returning<AcceptedAuthorization>().from(
    z.strictObject({ accountId, text: z.string().trim().min(1).max(4000) })
  ),
  /** All merchants' authorisations, those in danger first. */
  'authorization.keeper': returning<readonly KeeperEntry[]>().from(account),
  /** 找回授权码 and its exchange: new tokens, whatever became of the old ones. */
  'authorization.rescue': returning<KeeperEntry>().from(merchant),
  'authorization.detail': returning<AuthorizationDetail>().from(merchant),

  'events.page': returning<EventPage>().from(
    z.strictObject({
      accountId,
      cursor: cursor.nullable(),
      limit: z.number().int().min(1).max(200),
      filter: z.strictObject({
        kinds: z.array(z.enum(platformEventKinds)).min(1).nullable(),
        appId: appId.nullable(),
        unseenOnly: z.boolean()
      })
    })
  ),
  /** Marks everything up to and with this one as seen; answers with how many are left unseen. */
  'events.markSeen': returning<{ unseen: number }>().from(z.strictObject({ accountId, upTo: eventId })),
  /** Acts on an event again whose handling failed. */
  'events.retry': returning<PlatformEvent>().from(z.strictObject({ accountId, eventId })),

  'practice.status': returning<PracticeStatus | null>().from(nothing),
  /** Puts the practice environment back to its first day: its merchants, and what this application knows of them. */
  'practice.reset': returning<PracticeStatus>().from(nothing),

  'merchants.page': returning<MerchantPage>().from(
    z.strictObject({ accountId, cursor: cursor.nullable(), limit: z.number().int().min(1).max(1000) })
  ),
  'merchants.get': returning<MerchantDetail>().from(merchant),
  /** Reads the list of authorised merchants from the platform, then each of them; answers at once. */
  'merchants.import': returning<RefreshProgress>().from(account),
  /** Reads merchants again; answers at once. `appIds: null` means all of the account. */
  'merchants.refresh': returning<RefreshProgress>().from(
    z.strictObject({ accountId, appIds: z.array(appId).min(1).max(10_000).nullable() }),
    512 * 1024
  ),
  'merchants.refreshStatus': returning<RefreshProgress>().from(account),
  /** Reads one merchant and answers with what was read. */
  'merchants.read': returning<MerchantDetail>().from(merchant),
  'merchants.setTags': returning<MerchantRow>().from(
    z.strictObject({ accountId, appId, tags: z.array(z.string().trim().min(1).max(20)).max(20) })
  ),

  'versions.timeline': returning<TimelinePage>().from(
    z.strictObject({ accountId, appId, cursor: cursor.nullable(), limit: z.number().int().min(1).max(200) })
  ),
  'versions.auditHosts': returning<AuditHosts>().from(merchant),
  'versions.uploadDefaults': returning<UploadDefaults>().from(merchant),
  /** A reviewer's picture from this merchant's version list, as a data address. */
  'versions.attachment': returning<{ image: string }>().from(
    z.strictObject({ accountId, appId, url: z.url().max(2000) })
  ),
  'versions.upload': returning<OperationOutcome>().from(
    z.strictObject({
      accountId,
      appId,
      templateId: z.string().regex(/^\d{1,20}$/),
      version,
      description: z.string().trim().min(1).max(descriptionMaxLength),
      extJson: z.string().min(1).max(extJsonMaxLength)
    }),
    1024 * 1024
  ),
  /** `expectedVersion` is what the operator saw and meant; if the platform shows another, nothing is sent. */
  'versions.submit': returning<OperationOutcome>().from(
    z.strictObject({
      accountId,
      appId,
      expectedVersion: version,
      resubmit: z.boolean(),
      hosts: z.array(z.string().min(1).max(40)).min(1).max(40),
      note: text(auditNoteMaxLength)
    })
  ),
  'versions.withdraw': returning<OperationOutcome>().from(
    z.strictObject({ accountId, appId, expectedVersion: version })
  ),
  'versions.release': returning<OperationOutcome>().from(
    z.strictObject({ accountId, appId, expectedVersion: version })
  ),
  /** `expectedVersion`: the version it returns to. */
  'versions.rollback': returning<OperationOutcome>().from(
    z.strictObject({ accountId, appId, expectedVersion: version })
  ),
  /** Reads the version list again to find out how the operation with the lost answer ended. */
  'versions.settle': returning<OperationOutcome>().from(z.strictObject({ accountId, appId, operationId: text(64) })),

  'templates.library': returning<TemplateLibrary>().from(z.strictObject({ accountId, fresh: z.boolean() })),

  'codes.trial': returning<TrialCode>().from(
    z.strictObject({ accountId, appId, stage: z.enum(codeStages), path: text(codePathMaxLength) })
  )
} as const satisfies Record<string, Call<z.ZodType, unknown>>

/** Every event the main process sends, and its payload. */
export type Events = {
  /** Rows that are new or changed; at most ten messages a second. */
  'merchants.changed': { readonly accountId: string; readonly rows: readonly MerchantRow[] }
  /** The whole list of the account is to be read again (after a reset). */
  'merchants.replaced': { readonly accountId: string }
  'refresh.progress': RefreshProgress
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
