import type { AuthorizationState, MerchantRef } from './merchant'
import type { SettingKind } from './setting'
import type { QualityRating } from './standing'

/** A version that went online, or left it, within a report's time. */
export type ReportRelease = {
  readonly at: number
  readonly version: string
  readonly kind: 'released' | 'rolled_back' | 'taken_down'
}

/** A review that ended within a report's time. */
export type ReportReview = {
  readonly endedAt: number
  readonly version: string
  readonly outcome: 'approved' | 'rejected' | 'withdrawn'
  /** From the submission on; null where it was not made here. */
  readonly tookMs: number | null
  /** The reviewers' reasons in one text; empty unless rejected. */
  readonly reason: string
}

/** A change of the set-up that the platform took. */
export type ReportChange = { readonly at: number; readonly kind: SettingKind; readonly summary: string }

/** What is open with a merchant, `count` of what there can be several of. */
export const reportMatters = [
  'authorization_lost',
  'authorization_ending',
  'review_rejected',
  'review_running',
  'release_waiting',
  'taken_down',
  'outcome_unknown',
  'readiness',
  'drift'
] as const
export type ReportMatter = { readonly kind: (typeof reportMatters)[number]; readonly count: number }

/** A merchant as it is now; null where it was never read. */
export type ReportPresent = {
  readonly onlineVersion: string | null
  readonly categories: readonly string[] | null
  readonly serverDomains: number | null
  readonly webviewDomains: number | null
  readonly creditScore: number | null
  /** Oldest first, at most one a day. */
  readonly creditHistory: readonly { readonly at: number; readonly score: number }[]
  readonly rating: QualityRating | null
  readonly authorization: AuthorizationState
  readonly authorizationEndsAt: number | null
}

/** 商家月报: what an agency did for one merchant from `from` until `to`, and how the merchant stands. */
export type MerchantReport = MerchantRef & {
  readonly accountName: string
  readonly name: string
  readonly iconKey: string | null
  readonly from: number
  readonly to: number
  readonly madeAt: number
  /** Newest first, as are the two below. */
  readonly releases: readonly ReportRelease[]
  readonly reviews: readonly ReportReview[]
  readonly changes: readonly ReportChange[]
  readonly present: ReportPresent
  readonly matters: readonly ReportMatter[]
  /** When the platform was last read; null: never. */
  readonly readAt: number | null
}
