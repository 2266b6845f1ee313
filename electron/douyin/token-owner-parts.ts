import type { PermissionSet } from '@shared/domain/merchant'
import type { Clock, Logger } from '../ports'
import type { TokenAuthority } from './platform'
import type { TokenCalls } from './token-calls'
import type { TokenVault } from './token-vault'

export type PermissionListener = (appId: string, permissions: readonly PermissionSet[]) => void

/** What the owners of tokens are made of. */
export type TokenOwnerParts = {
  readonly calls: TokenCalls
  readonly vault: TokenVault
  readonly authority: TokenAuthority
  readonly clock: Clock
  readonly logger: Logger
  readonly onPermissions: PermissionListener
  /** Hears that another program seems to use the same credentials. Does not throw. */
  readonly onRival: () => void
  /** Ends renewals when the client is closed. */
  readonly lifetime: AbortSignal
}
