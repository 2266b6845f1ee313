import { operationKinds } from './operation'
import { settingKinds } from './setting'

/**
 * What can be done that changes something, on the platform or here. One that was written once stays readable for ever: a name
 * is never taken out of this list. `data_remove` takes the content of an account's older entries away, see
 * docs/activity-journal.md.
 */
export const activityActions = [
  ...operationKinds,
  ...settingKinds,
  'template_add',
  'template_delete',
  'rollout_start',
  'rollout_pause',
  'rollout_resume',
  'rollout_stop',
  'rollout_open_wave',
  'rollout_release_together',
  'rollout_retry',
  'rollout_skip',
  'account_add',
  'account_change',
  'secrets_replace',
  'account_remove',
  'data_remove',
  'ticket_paste',
  'memory_keychain',
  'authorization_link',
  'authorization_accept',
  'authorization_gain',
  'authorization_rescue',
  'authorization_lost',
  'permissions_change',
  'tags_change',
  'notes_change',
  'ext_variables',
  'ext_default',
  'ext_values',
  'baseline_save',
  'baseline_delete',
  'baseline_assign',
  'application_domains',
  'codes_save',
  'codes_forget',
  'view_save',
  'view_remove',
  'settings_change',
  'practice_reset',
  'update_install',
  'journal_export',
  'backup_make',
  'backup_restore'
] as const
export type ActivityAction = (typeof activityActions)[number]

/** Kinds that belong together, as the page filters them. */
export const activityGroups = {
  versions: operationKinds,
  setup: settingKinds,
  rollouts: [
    'rollout_start',
    'rollout_pause',
    'rollout_resume',
    'rollout_stop',
    'rollout_open_wave',
    'rollout_release_together',
    'rollout_retry',
    'rollout_skip'
  ],
  templates: ['template_add', 'template_delete', 'ext_variables', 'ext_default', 'ext_values'],
  authorization: [
    'authorization_link',
    'authorization_accept',
    'authorization_gain',
    'authorization_rescue',
    'authorization_lost',
    'permissions_change'
  ],
  accounts: [
    'account_add',
    'account_change',
    'secrets_replace',
    'account_remove',
    'data_remove',
    'ticket_paste',
    'memory_keychain'
  ],
  local: [
    'tags_change',
    'notes_change',
    'view_save',
    'view_remove',
    'baseline_save',
    'baseline_delete',
    'baseline_assign',
    'application_domains',
    'codes_save',
    'codes_forget',
    'settings_change',
    'practice_reset',
    'update_install',
    'journal_export',
    'backup_make',
    'backup_restore'
  ]
} as const satisfies Readonly<Record<string, readonly ActivityAction[]>>
export type ActivityGroup = keyof typeof activityGroups
/** In the order in which they are offered. */
export const activityGroupNames = [
  'versions',
  'setup',
  'rollouts',
  'templates',
  'authorization',
  'accounts',
  'local'
] as const satisfies readonly ActivityGroup[]

/** As in `Operation`; an act whose outcome was found out later has two entries, `unknown` first. */
export const activityOutcomes = ['done', 'refused', 'not_carried_out', 'unknown'] as const
export type ActivityOutcome = (typeof activityOutcomes)[number]

/** Who did it: the operator, this program in the operator's name (a rollout's step), or the platform's side (seen here). */
export const activityOrigins = ['operator', 'program', 'platform'] as const
export type ActivityOrigin = (typeof activityOrigins)[number]

/** What an entry tells of before and after. */
export const activityFacts = [
  'testVersion',
  'auditVersion',
  'onlineVersion',
  'description',
  'hosts',
  'name',
  'introduction',
  'icon',
  'category',
  'categories',
  'requestDomains',
  'socketDomains',
  'uploadDomains',
  'downloadDomains',
  'webviewDomains',
  'capability',
  'template',
  'draft',
  'title',
  'work',
  'version',
  'merchants',
  'account',
  'colour',
  'componentAppId',
  'ticketSource',
  'receiverPort',
  'relayUrl',
  'openUrl',
  'microappUrl',
  'proxyUrl',
  'redirectUrl',
  'secrets',
  'data',
  'link',
  'note',
  'permissionsAdded',
  'permissionsRemoved',
  'tags',
  'variables',
  'extJson',
  'baseline',
  'codes',
  'theme',
  'language',
  'textSize',
  'motion',
  'practiceSpeed',
  'notifications',
  'setting',
  'format',
  'entries',
  'lastHash',
  'file',
  'view',
  'tagsAdded',
  'tagsRemoved'
] as const
export type ActivityFact = (typeof activityFacts)[number]
export type ActivityFacts = { readonly [Fact in ActivityFact]?: string | readonly string[] }

/** Where more is written about it. */
export type ActivityLinks = {
  readonly operation: string | null
  readonly setting: string | null
  readonly rollout: string | null
}

/** The part of an entry that goes when the data of its account is removed. `nonce` keeps its hash from being guessed then. */
export type ActivityContent = {
  readonly nonce: string
  /** Names as they were. */
  readonly accountName: string | null
  readonly appId: string | null
  readonly merchantName: string | null
  readonly before: ActivityFacts
  /** What it became; what it was to become, where the outcome is not `done`. */
  readonly after: ActivityFacts
  /** Why it did not work, in the operator's words. */
  readonly reason: string | null
  readonly platformCode: string | null
  readonly platformMessage: string | null
  readonly logId: string | null
  readonly links: ActivityLinks
}

/** What an entry tells of itself. */
export type ActivityDeed =
  | {
      readonly action: ActivityAction
      readonly outcome: ActivityOutcome
      readonly origin: ActivityOrigin
      /** Null once it was removed with the data of its account. */
      readonly content: ActivityContent | null
    }
  /** It was altered from outside so that nothing of it can be told, or a newer program wrote it. */
  | {
      readonly action: 'unreadable'
      readonly outcome: 'unreadable'
      readonly origin: 'unreadable'
      readonly content: null
    }

/**
 * One line of the activity journal (操作记录). Each is bound to the one before by `previousHash`; how the two hashes are made is
 * in docs/activity-journal.md. Times are milliseconds since 1970, hashes SHA-256 in lower-case hex.
 */
export type ActivityEntry = ActivityDeed & {
  /** Counted from 1 without gaps. */
  readonly sequence: number
  readonly at: number
  /** The operating system's user; empty for what the platform's side did. */
  readonly actor: string
  /** Null for what belongs to no account. */
  readonly accountId: string | null
  readonly contentHash: string
  readonly previousHash: string
  readonly hash: string
}

/** Null and an empty text: everything. `from` is within, `to` is not. `appId` counts with an account only. */
export type ActivityFilter = {
  readonly accountId: string | null
  readonly appId: string | null
  readonly actions: readonly ActivityAction[] | null
  readonly outcomes: readonly ActivityOutcome[] | null
  readonly origins: readonly ActivityOrigin[] | null
  readonly actor: string | null
  readonly from: number | null
  readonly to: number | null
  /** Looked for in all that an entry's content says. */
  readonly text: string
}

/** What is wrong with the first entry that does not fit; all after it can not be trusted either. */
export type ActivityBreak = {
  readonly sequence: number
  /** The entry's time as it stands there now: what it is found by in the list, whether or not that was altered too. */
  readonly at: number
  /** `gap`: entries are missing before it. `link`: it does not follow the one before. `altered`: it was changed. `removed`: its content is gone without a removal of data. */
  readonly what: 'gap' | 'link' | 'altered' | 'removed'
}

/** What a check of all hashes found. */
export type ActivityCheck = {
  readonly checkedAt: number
  /** Entries that fit, from the first on. */
  readonly checked: number
  /** Of the last one that fits; 64 zeros where there is none. */
  readonly lastHash: string
  /** Entries whose content was removed with the data of an account. */
  readonly emptied: number
  readonly broken: ActivityBreak | null
}

/** What the filters offer. */
export type ActivityChoices = {
  readonly actors: readonly string[]
  /** Those that entries tell of, removed ones too. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
}
