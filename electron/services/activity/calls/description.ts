import type { CallName, calls, CallValue } from '@shared/contract'
import type { z } from 'zod'
import type { Store } from '../../../store/repositories'
import type { Act } from '../activity-journal'

/**
 * Tells what a call of the contract did. Called with its input before it is answered, so that it can look at what is there; what
 * it returns is called after, with the answer, or with null where the call failed. No act: nothing worth an entry.
 * The account and the merchant that the input names need not be told again.
 */
export type Describe<Name extends CallName> = (
  input: z.output<(typeof calls)[Name]['input']>,
  store: Store
) => (value: CallValue<Name> | null) => Act | null

/** `reading`: nothing changes that matters later. `ledger`: a ledger writes the entry in the transaction of its ending. */
export type CallDescriptions = { readonly [Name in CallName]?: Describe<Name> | 'reading' | 'ledger' }
