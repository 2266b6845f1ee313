import type { CallName } from '@shared/contract'
import type { StoreAccess } from '@shared/domain/safety'
import { callDescriptions } from '../activity/calls'
import { onlyReading } from './safety-failures'

/** Reads for the page, and yet would open accounts, whose tokens could not be kept. */
const opening: ReadonlySet<CallName> = new Set(['keychain.retry'])

/** While the database is open for reading only, every call that would change something throws `DeskFailure` `storage`. */
export function refuseWhileReading(access: StoreAccess, name: CallName): void {
  if (access === 'writing') return
  if (callDescriptions[name] !== 'reading' || opening.has(name)) throw onlyReading()
}
