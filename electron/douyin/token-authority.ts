import { platformError, type CallName } from './failure'
import type { TokenAuthority } from './platform'
import type { PlatformError } from './platform-error'
import type { Token } from './shared-token'
import type { TokenOwnerParts } from './token-owner-parts'

/** For a desktop that shares the application with nobody. */
export const soleAuthority: TokenAuthority = {
  mayRenew: () => true,
  borrow: () => Promise.resolve(),
  renewed: () => undefined
}

/**
 * The writer's token, for a desktop that may not renew: brought into the vault and read there. What the vault had before
 * will do if the writer can not be reached. Throws `held` where that is the refused token, or past its end.
 */
export async function borrowed<Held extends Token>(
  parts: Pick<TokenOwnerParts, 'authority' | 'clock' | 'logger' | 'lifetime'>,
  call: CallName,
  read: () => Held | null,
  refused: string | null
): Promise<Held> {
  const { authority, clock, logger, lifetime } = parts
  try {
    await authority.borrow(lifetime)
  } catch (error) {
    logger.warn('tokens not borrowed', { error: error instanceof Error ? error.name : 'unknown' })
  }
  const token = read()
  if (!token || token.value === refused || token.expiresAt <= clock.now()) throw heldElsewhere(call)
  return token
}

/** Throws `held` unless this desktop may use up what works once. */
export function requireRight(authority: TokenAuthority, call: CallName): void {
  if (!authority.mayRenew()) throw heldElsewhere(call)
}

function heldElsewhere(call: CallName): PlatformError {
  return platformError(call, { kind: 'held', outcome: 'not_sent' })
}
