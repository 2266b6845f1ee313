import type { RolloutHold, RolloutState } from './rollout'

/** 现在要处理 · 今天到期 · 可以发布 · 知道就好: how much each thing of 今日 presses. */
export const homeGroups = ['now', 'due', 'release', 'know'] as const
export type HomeGroup = (typeof homeGroups)[number]

/** What can be the matter with merchants, the most pressing first. */
export const merchantMatters = [
  'taken_down',
  'authorization_lost',
  'authorization_ended',
  'rejected',
  'category_rejected',
  'profile_rejected',
  'capability_refused',
  'authorization_ending',
  'approved',
  'capability_granted'
] as const
export type MerchantMatter = (typeof merchantMatters)[number]

/** One merchant that something is the matter with. */
export type HomeMerchant = {
  readonly appId: string
  readonly name: string
  readonly iconKey: string | null
  /** The platform's reasons, or the version that it is about; may be empty. */
  readonly text: string
  /** Since when, or until when for what ends; null where it is not known. */
  readonly at: number | null
}

/** The same matter of several merchants of an account. */
export type MerchantsItem = {
  readonly kind: MerchantMatter
  /** All of them, in the order of `merchants`. */
  readonly appIds: readonly string[]
  /** The first 100: what ends soonest, else what is newest. */
  readonly merchants: readonly HomeMerchant[]
}

/** A rollout that does not go on by itself, or will at `hold.opensAt`. */
export type WaitingRollout = {
  readonly kind: 'rollout'
  readonly rolloutId: string
  readonly title: string
  readonly state: Extract<RolloutState, 'deciding' | 'paused'>
  readonly hold: RolloutHold | null
}

/**
 * The account as a whole can not be used, or soon can not: its secrets are not on this computer, its calls fail, the relay
 * is cut off, or no new component_ticket comes. `until`: when the present ticket ends; null where there is none.
 */
export type AccountItem =
  | { readonly kind: 'secrets' }
  | { readonly kind: 'connection'; readonly trouble: string; readonly since: number | null }
  | { readonly kind: 'ticket'; readonly receivedAt: number | null; readonly until: number | null }

/** Authorisation links (授权链接) that nobody has used and that soon end; `notes`: whom they were made for. */
export type LinksItem = {
  readonly kind: 'links'
  readonly count: number
  readonly notes: readonly string[]
  /** When the first of them ends. */
  readonly until: number
}

/** Merchants whose online version is older than the newest template. */
export type DriftItem = {
  readonly kind: 'drift'
  readonly behind: number
  /** Merchants that have an online version. */
  readonly total: number
  /** The newest template's. */
  readonly version: string
}

/** One line of 今日: what is the matter, where, and how much it presses. */
export type HomeItem = { readonly accountId: string; readonly group: HomeGroup } & (
  MerchantsItem | WaitingRollout | AccountItem | LinksItem | DriftItem
)

/** What needs the operator today, over all open accounts; the most pressing first. */
export type HomeToday = { readonly items: readonly HomeItem[]; readonly at: number }

/** A version's merchants on each of the days; `version` null: all the other versions together. */
export type VersionSeries = { readonly version: string | null; readonly counts: readonly number[] }

/** How many audits ended within so many milliseconds (the last: any time). */
export type DurationBucket = { readonly withinMs: number | null; readonly count: number }

/** How one account's merchants do, from what was read and done here. Days are those of China, oldest first. */
export type HomeFigures = {
  /** Beginnings of the days, in milliseconds since 1970. */
  readonly days: readonly number[]
  readonly versions: {
    /** At most five and the rest; those with the most merchants today first. */
    readonly series: readonly VersionSeries[]
    /** Merchants that were read and have nothing online. */
    readonly none: number
  }
  readonly audits: {
    readonly passed: readonly number[]
    readonly rejected: readonly number[]
    readonly inReview: number
    /** From the submission to the moment at which the result was seen; null where none was. */
    readonly medianMs: number | null
    readonly durations: readonly DurationBucket[]
  }
  readonly credit: {
    readonly scores: readonly { readonly score: number; readonly count: number }[]
    /** Merchants whose score was not read, or is not initialised. */
    readonly unknown: number
  }
}
