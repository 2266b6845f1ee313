import { first } from './0001-first'
import type { Migration } from './migration'

/** All steps, ascending without gaps. */
export const migrations: readonly Migration[] = [first]
