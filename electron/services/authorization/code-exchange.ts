import { createHash } from 'node:crypto'
import type { AcceptedAuthorization } from '@shared/domain/authorization'

/** Codes live for an hour; far more than come in one. */
const remembered = 500

/**
 * Sees to it that each authorization code is exchanged once, as it works once, though it may come by event, relay and pasting
 * at the same time: whoever comes later gets what the first one got. Codes are kept as digests.
 */
export class CodeExchange {
  private readonly outcomes = new Map<string, Promise<AcceptedAuthorization>>()

  /** Rejects with what `exchange` rejects with; the code may be tried again then. */
  once(
    accountId: string,
    code: string,
    exchange: () => Promise<AcceptedAuthorization>
  ): Promise<AcceptedAuthorization> {
    const key = createHash('sha256').update(`${accountId}/${code}`).digest('hex')
    const known = this.outcomes.get(key)
    if (known) return known
    const outcome = exchange()
    this.outcomes.set(key, outcome)
    outcome.catch(() => this.outcomes.delete(key))
    const [oldest] = this.outcomes.keys()
    if (oldest !== undefined && this.outcomes.size > remembered) this.outcomes.delete(oldest)
    return outcome
  }
}
