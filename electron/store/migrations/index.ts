import { first } from './0001-first'
import { accounts } from './0002-accounts'
import { setup } from './0003-setup'
import { codes } from './0004-codes'
import { rollouts } from './0005-rollouts'
import { lists } from './0006-lists'
import { activity } from './0007-activity'
import { rowIndexes } from './0008-row-indexes'
import type { Migration } from './migration'

/** All steps, ascending without gaps. */
export const migrations: readonly Migration[] = [first, accounts, setup, codes, rollouts, lists, activity, rowIndexes]
