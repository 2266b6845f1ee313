/**
 * How a call to the platform failed.
 *
 * `refused`: answered with a business code. `busy`: too often, or the allowance is used up. `fault`: a fault of the
 * platform's own (5xx, system error). `unexpected`: an answer that its documentation does not describe. `authorization`:
 * the merchant's authorisation is gone or lacks a permission set. `credentials`: the third-party application's own
 * secret, ticket or IP list. `held`: another desktop renews the tokens, and has left no usable one.
 */
export type PlatformErrorKind =
  | 'refused'
  | 'busy'
  | 'fault'
  | 'unexpected'
  | 'network'
  | 'timeout'
  | 'cancelled'
  | 'authorization'
  | 'credentials'
  | 'held'

export type PlatformErrorFacts = {
  readonly kind: PlatformErrorKind
  /** The endpoint by its Chinese name in the documentation, e.g. `提审代码`. */
  readonly endpoint: string
  /**
   * Whether the platform may have carried the call out: `not_sent` it did not reach the platform, `refused` the platform
   * said no, `unknown` the answer was lost or does not tell. Only a write whose outcome is `unknown` needs settling.
   */
  readonly outcome: 'not_sent' | 'refused' | 'unknown'
  readonly platformCode?: string | undefined
  readonly platformMessage?: string | undefined
  readonly logId?: string | undefined
  readonly retryAfterMs?: number | undefined
}

/**
 * The only error that leaves the platform client. It holds no request, no header and no address, so that it can be
 * logged: an AxiosError would carry tokens.
 */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly facts: PlatformErrorFacts

  constructor(facts: PlatformErrorFacts) {
    super(`${facts.endpoint}: ${facts.kind}${facts.platformCode ? ` ${facts.platformCode}` : ''}`)
    this.facts = facts
  }
}
