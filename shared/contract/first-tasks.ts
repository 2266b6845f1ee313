import type { FirstTasks } from '../domain/first-tasks'
import { account, returning } from './call'

export const firstTaskCalls = {
  /** Over all accounts; the merchant is one of this account. From the database and from memory alone. */
  'firstTasks.read': returning<FirstTasks>().from(account)
} as const
