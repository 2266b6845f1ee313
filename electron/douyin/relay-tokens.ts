import { tokensAnswer, tokensPutAnswer } from './relay-answers'
import { RelayError } from './relay-error'
import type { RelayHttp } from './relay-http'
import type { RelayLease } from './relay-lease'

/** The tokens as the writer sealed them; the relay can not open them. */
export type SealedTokens = { readonly version: number; readonly sealed: string }

/** The sealed tokens that the writer leaves at the relay for the other desktops. */
export interface RelayTokens {
  /**
   * The newest, or null where nobody has put any or `known` is still the newest version. Any desktop may ask.
   * Throws a `RelayError`.
   */
  get(known?: number, signal?: AbortSignal): Promise<SealedTokens | null>
  /**
   * Replaces the version that was read (0: none was there) and returns the new version. At most 4 MiB of text, sealed by a
   * key that the relay does not know. Throws a `RelayError`: `not_held` or `held` without the lease, `stale` where someone
   * put another version in between: get it, merge, put again.
   */
  put(tokens: SealedTokens, signal?: AbortSignal): Promise<number>
}

export function relayTokens(http: RelayHttp, lease: RelayLease, holder: string): RelayTokens {
  const path = '/v1/tokens'
  return {
    get: async (known, signal) => {
      const query = known === undefined ? {} : { known: String(known) }
      const { version, blob } = await http.send({ method: 'GET', path, query, answer: tokensAnswer, signal })
      return blob === null ? null : { version, sealed: blob }
    },
    put: async ({ version, sealed }, signal) => {
      const current = lease.current()
      if (!current) throw new RelayError('refused', 'not_held')
      const body = { holder, fence: current.fence, version, blob: sealed }
      return (await http.send({ method: 'PUT', path, body, answer: tokensPutAnswer, signal })).version
    }
  }
}
