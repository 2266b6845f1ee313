import type { CategoryFacts } from '@shared/domain/category'
import type { MerchantRow } from '@shared/domain/merchant'
import type { TimelineKind } from '@shared/domain/operation'
import type { PlatformEvent } from '@shared/domain/platform-event'
import type { MerchantInformation } from '@shared/domain/profile'

type Named = Pick<MerchantRow, 'appId' | 'name' | 'iconKey'>

/** `since`: when the result of the audit was seen; null where that was before our time. */
export type AttentionRow = { readonly row: MerchantRow; readonly since: number | null }

/** A refresh token that has ended or soon does. */
export type EndingToken = Named & { readonly refreshExpiresAt: number }

/** A reading in which something is rejected; `sentAt`: our last change of that part, null without one. */
export type RejectedPart = Named & { readonly sentAt: number | null } & (
    | { readonly facet: 'information'; readonly value: MerchantInformation }
    | { readonly facet: 'categories'; readonly value: CategoryFacts }
  )

/** What the platform answered to an application for a capability. */
export type CapabilityAnswered = Named &
  Pick<PlatformEvent, 'event' | 'title' | 'detail' | 'seen' | 'raw'> & {
    readonly tone: 'good' | 'bad'
    readonly at: number
  }

/** As which version, and with which description, a template was uploaded. */
export type SentTemplate = { readonly version: string; readonly description: string; readonly templateId: string }

export type OnlineVersionCount = {
  readonly version: string
  readonly summary: string
  readonly count: number
}

/** What was released when; a merchant without any such entry has one row with `at` null. */
export type ReleaseRow = {
  readonly appId: string
  /** What is online now; null where nothing is. */
  readonly online: string | null
  readonly at: number | null
  readonly version: string | null
  /** What was released before, as far as it is known. */
  readonly before: string | null
}

export type AuditRow = {
  readonly appId: string
  readonly at: number
  readonly kind: Extract<TimelineKind, 'submitted' | 'approved' | 'rejected' | 'withdrawn'>
}

/** What 今日 looks at: each one query over all merchants of an account. */
export interface HomeRepository {
  /** Merchants that are not authorised to us any more, taken down, rejected, or approved and not released. */
  attention(accountId: string): readonly AttentionRow[]
  /** Tokens that end before `before`, of merchants that are not known to be lost; the first to end first. */
  endingTokens(accountId: string, before: number): readonly EndingToken[]
  rejectedParts(accountId: string): readonly RejectedPart[]
  /** The newest 300 at most, newest first. */
  capabilityAnswers(accountId: string, since: number): readonly CapabilityAnswered[]
  /** The last accepted upload of each merchant. */
  lastUploads(accountId: string): readonly SentTemplate[]
  onlineVersions(accountId: string): readonly OnlineVersionCount[]
  /** By merchant, oldest first. */
  releases(accountId: string, since: number): readonly ReleaseRow[]
  /** By merchant, oldest first. */
  audits(accountId: string, since: number): readonly AuditRow[]
  inReview(accountId: string): number
  /** By score, null for those without one. */
  creditScores(accountId: string): readonly { readonly score: number | null; readonly count: number }[]
}
