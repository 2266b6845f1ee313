import type { DeskError } from '../errors'

/** Why the program does not look for new versions: it is no installed one, or was built without a server to ask. */
export type UpdatesOff = 'checkout' | 'development' | 'no_server'

/**
 * How it stands with new versions of the program. `ready`: downloaded and checked, installed at the next quit during which no
 * rollout runs. `at`: when the server last answered, in milliseconds since 1970; null: not in this run.
 */
export type UpdateState =
  | { readonly kind: 'off'; readonly why: UpdatesOff }
  | { readonly kind: 'idle' | 'current'; readonly at: number | null }
  | { readonly kind: 'checking' }
  /** `percent` is 0 to 100. */
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly error: DeskError }
