import type { DomainDrift } from './domains'
import type { OperationKind } from './operation'
import type { ReadinessSummary } from './readiness'
import type { AuditStatus } from './version'

/** Names one merchant's mini program under one account; an app id alone is not enough with several accounts. */
export type MerchantRef = { readonly accountId: string; readonly appId: string }

/**
 * `authorized`: the last call with its token worked. `lost`: the platform says that it is not authorised to us (any
 * more). `unknown`: in the list, not read yet.
 */
export type AuthorizationState = 'authorized' | 'lost' | 'unknown'

/** A permission set (授权权限集) that the merchant ticked; `id` is what counts, texts change over time. */
export type PermissionSet = { readonly id: number; readonly name: string }

export type Authorization = {
  readonly state: AuthorizationState
  readonly authorizedAt: number | null
  readonly permissions: readonly PermissionSet[]
}

/** 0 未上线 not published, 1 已上线 published, 2 已下架 offline. */
export type AppState = 'not_published' | 'published' | 'offline'

/**
 * The template that a version was made of, as our own journal of uploads has it: the platform does not tell. `isCertain` is
 * false where version and description fit several templates. `description` is the upload's.
 */
export type RowTemplate = {
  readonly templateId: string
  readonly description: string
  readonly isCertain: boolean
}

/** One line of the merchant list: light enough to hold five thousand of them in the page. */
export type MerchantRow = MerchantRef & {
  readonly name: string
  /** Changes whenever the icon does; part of the icon's address. Null where there is no icon yet. */
  readonly iconKey: string | null
  readonly tags: readonly string[]
  /** What the operator wrote about it, for this computer alone; empty without one. */
  readonly note: string
  readonly appState: AppState | null
  readonly authorization: AuthorizationState
  readonly authorizedAt: number | null
  /** When the refresh token ends, unless it is renewed before; null while none is held. */
  readonly authorizationEndsAt: number | null
  readonly online: { readonly version: string; readonly takenDown: boolean } | null
  readonly audit: {
    readonly version: string
    readonly status: AuditStatus
    readonly released: boolean
    /** All reasons in one text, per host, for the tooltip; empty unless rejected. */
    readonly reason: string
  } | null
  readonly test: { readonly version: string; readonly submitted: boolean } | null
  /** Of the online version, of the test version where nothing is online; null where it was not uploaded from here. */
  readonly template: RowTemplate | null
  /** An operation whose outcome is not known yet. */
  readonly unsettled: OperationKind | null
  /** What the platform would refuse in a submission to audit; null while nothing was judged. */
  readonly readiness: ReadinessSummary | null
  /** 信用分; null while it was not read, or is not initialised. */
  readonly creditScore: number | null
  /** How its domains stand to its baseline; null without one. */
  readonly drift: DomainDrift | null
  /** When the platform was last read successfully, or null if never. */
  readonly readAt: number | null
  /** Why the last reading failed; null when it did not. */
  readonly readError: string | null
}

/** The facts of a merchant that the list does not carry. */
export type MerchantProfile = MerchantRef & {
  readonly name: string
  readonly introduction: string
  readonly iconKey: string | null
  readonly appState: AppState | null
  readonly subjectName: string | null
  readonly subjectType: 'person' | 'company' | null
  readonly tags: readonly string[]
  /** As in {@link MerchantRow}. */
  readonly note: string
  readonly authorization: Authorization
  readonly readAt: number | null
  readonly readError: string | null
}
