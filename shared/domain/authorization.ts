import type { AuthorizationState, MerchantRef, PermissionSet } from './merchant'

/** `authorize`: an existing mini program. `create`: one is made and authorised in the same go (代创建+授权). */
export type LinkKind = 'authorize' | 'create'

/**
 * An authorisation link (授权链接) from the platform. It lives 24 hours and ends with its first success; `used` is known from
 * the merchant that authorised after it was made. It is no secret of ours: it is made to be sent.
 */
export type AuthorizationLink = {
  readonly id: string
  readonly accountId: string
  readonly kind: LinkKind
  readonly url: string
  /** The name that the new mini program gets, reserved for 24 hours; null for an existing one. */
  readonly appName: string | null
  /** Whom it was made for, as the operator noted it; may be empty. */
  readonly note: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly usedBy: { readonly appId: string; readonly name: string; readonly at: number } | null
}

export type AuthorizationLinks = {
  /** Newest first; at most 100. */
  readonly links: readonly AuthorizationLink[]
  /** Links that create, made here in the last 24 hours, and how many the platform allows a day (50). */
  readonly createdToday: number
  readonly createLimit: number
}

/**
 * How urgent an authorisation is. `lost`: the platform says that it is gone. `ended`: the refresh token ran out or was used
 * up; retrieving the code rescues it. `soon`: its refresh token ends within 7 days. `untried`: no token was fetched yet.
 */
export type KeeperDanger = 'lost' | 'ended' | 'soon' | 'untried' | 'none'

/** One merchant's authorisation as the token keeper (令牌管家) shows it. Holds no token. */
export type KeeperEntry = MerchantRef & {
  readonly name: string
  readonly iconKey: string | null
  readonly authorization: AuthorizationState
  readonly authorizedAt: number | null
  /** When the present pair was issued, and the ends of its two tokens. */
  readonly issuedAt: number | null
  readonly accessExpiresAt: number | null
  readonly refreshExpiresAt: number | null
  readonly danger: KeeperDanger
  /** Why the last renewal failed; null when it did not. */
  readonly trouble: string | null
}

/**
 * What happened to a merchant's authorisation. `permissions` changes carry what was added and removed; `rescued`: the code
 * was retrieved by us (找回授权码).
 */
export const authorizationChanges = ['authorized', 'lost', 'permissions', 'rescued', 'imported'] as const
export type AuthorizationChange = (typeof authorizationChanges)[number]

export type AuthorizationRecord = {
  readonly id: string
  readonly at: number
  readonly change: AuthorizationChange
  /** How it was noticed. */
  readonly by: 'event' | 'paste' | 'list' | 'call' | 'operator'
  readonly added: readonly PermissionSet[]
  readonly removed: readonly PermissionSet[]
  /** The operating system's user where the operator did it. */
  readonly actor: string | null
}

/** A merchant's authorisation in full: its tab on the merchant page. */
export type AuthorizationDetail = {
  readonly entry: KeeperEntry
  readonly permissions: readonly PermissionSet[]
  /** Newest first; at most 100. */
  readonly history: readonly AuthorizationRecord[]
}

/** What a pasted code or redirect address led to. */
export type AcceptedAuthorization = MerchantRef & {
  readonly name: string
  readonly isNew: boolean
  readonly permissions: readonly PermissionSet[]
}
