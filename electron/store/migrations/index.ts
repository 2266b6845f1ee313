import { first } from './0001-first'
import { accounts } from './0002-accounts'
import type { Migration } from './migration'

/** All steps, ascending without gaps. */
export const migrations: readonly Migration[] = [first, accounts]
