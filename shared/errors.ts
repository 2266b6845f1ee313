/**
 * What can go wrong, as a closed set.
 *
 * Expected failures cross the boundary between the main process and the page as values of this type; a bug becomes
 * `internal` at the one place that catches it, without its stack.
 */
export type DeskErrorCode =
  /** The contract has no call of that name. */
  | 'unknown_call'
  /** The input does not have the shape the contract asks for. */
  | 'invalid_input'
  /** The input is larger than the contract allows for that call. */
  | 'input_too_large'
  /** The thing asked for does not exist (any more). */
  | 'not_found'
  /** The platform would refuse it in the present state; nothing was sent. */
  | 'not_possible_now'
  /** What the operator confirmed is not what the platform shows now; nothing was sent. */
  | 'changed_meanwhile'
  /** The platform answered, and the answer is no. */
  | 'platform_refused'
  /** The platform asks to slow down, or an allowance is used up. */
  | 'platform_busy'
  /** The platform answered with a fault of its own. */
  | 'platform_fault'
  /** The platform's answer is not one that its documentation describes. */
  | 'platform_unexpected'
  /** No connection, or it broke. */
  | 'network'
  /** No answer in time. */
  | 'timeout'
  /** The operator, or a shutdown, cancelled it. */
  | 'cancelled'
  /** The merchant's authorisation is gone, or lacks the permission set. */
  | 'authorization_lost'
  /** The third-party application's own credentials do not work (secret, ticket, IP list). */
  | 'credentials'
  /** The operating system's keychain is missing, locked or does not answer. */
  | 'keychain'
  /** The relay on the agency's server does not answer, or says no. */
  | 'relay'
  /** The answer was lost, and what the platform did cannot be told yet. */
  | 'outcome_unknown'
  /** The answer was lost, and the platform's state shows that nothing was done. */
  | 'not_carried_out'
  /** The local database refused. */
  | 'storage'
  /** A bug of ours. */
  | 'internal'

/** Who has to do something before it can work: `nobody` where waiting is all it takes. */
export const errorActors = ['operator', 'merchant', 'developer', 'platform', 'nobody'] as const
export type ErrorActor = (typeof errorActors)[number]

/**
 * Where in this application a failure is put right. What begins with `merchant_` is a tab of the merchant's page; `merchants`,
 * `rollouts` and `accounts` are the lists; `account` the account's settings; `data_folder` where the settings show it; `retry` is
 * the same action again, later; `support` the platform's, or this program's, with what it asks for.
 */
export const waysOut = [
  'merchant_versions',
  'merchant_profile',
  'merchant_categories',
  'merchant_domains',
  'merchant_codes',
  'merchant_capabilities',
  'merchant_standing',
  'merchant_authorization',
  'merchants',
  'authorization_links',
  'token_keeper',
  'connection_doctor',
  'domain_baselines',
  'templates',
  'rollouts',
  'accounts',
  'account',
  'data_folder',
  'update',
  'retry',
  'support'
] as const
export type WayOut = (typeof waysOut)[number]

/** The merchant an error or an operation is about. */
export type MerchantName = { readonly appId: string; readonly name: string }

/**
 * One failure, told to the operator. Texts are in the operator's language and free of secrets.
 *
 * `message` says what did not happen, `reason` why, `nextStep` what to do. `platformCode`, `platformMessage` and `logId`
 * are the platform's own words, to be quoted to its support. `fields` holds the parts of an invalid input (dotted path
 * to text), so that a form can show each at its field. `actor` is missing only in what an older version kept and in
 * what is made beside the desk (by the page's bridge, by the command line); `wayOut` is there where a place in this application helps.
 */
export type DeskError = {
  readonly code: DeskErrorCode
  readonly message: string
  readonly reason?: string
  readonly nextStep: string
  readonly retryable: boolean
  /** Milliseconds to wait before trying again makes sense. */
  readonly retryAfterMs?: number
  readonly platformCode?: string
  readonly platformMessage?: string
  readonly logId?: string
  readonly merchant?: MerchantName
  readonly actor?: ErrorActor
  readonly wayOut?: WayOut
  readonly fields?: Readonly<Record<string, string>>
}

/** A failure that says who must act: all that the desk throws and answers with. */
export type AssignedError = DeskError & { readonly actor: ErrorActor }

/** Who must act about a failure, and where in this application, if anywhere. */
export type ErrorRemedy = Pick<AssignedError, 'actor' | 'wayOut'>

/** What a call of the contract answers: never an exception. */
export type CallResult<Value, Failure extends DeskError = DeskError> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure }

/** Carries an {@link AssignedError} through code that throws; turned back into a value at the edge. */
export class DeskFailure extends Error {
  override readonly name = 'DeskFailure'
  readonly error: AssignedError

  constructor(error: AssignedError, options?: { cause?: unknown }) {
    super(error.message, options)
    this.error = error
  }
}
