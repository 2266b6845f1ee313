import type { ActivityEntry } from '@shared/domain/activity'
import type { DeskError } from '@shared/errors'
import type { Clock } from '../../ports'
import type { NewActivity, Store } from '../../store/repositories'

/** An act in the operator's name, as whoever does it tells of it; by hand and done, where it does not say otherwise. */
export type Act = Pick<NewActivity, 'action'> &
  Partial<Omit<NewActivity, 'at' | 'actor'>> & {
    /** Why it did not work. */
    readonly error?: DeskError | null
  }

/**
 * The easy way into the activity journal (操作记录) for what has no ledger of its own. An act that changes the database is told
 * within the same transaction; what the facts hold is kept for ever and handed out, so never a secret.
 */
export class ActivityJournal {
  private readonly store: Pick<Store, 'activity'>
  private readonly clock: Clock
  private readonly actor: string

  constructor(parts: { store: Pick<Store, 'activity'>; clock: Clock; actor: string }) {
    this.store = parts.store
    this.clock = parts.clock
    this.actor = parts.actor
  }

  record({ error = null, ...act }: Act): ActivityEntry {
    return this.store.activity.add({
      origin: 'operator',
      accountId: null,
      appId: null,
      outcome: 'done',
      ...errorWords(error),
      ...act,
      at: this.clock.now(),
      actor: this.actor
    })
  }
}

/** What an entry keeps of a failure: why, and the platform's own words to quote to its support. */
export function errorWords(error: DeskError | null): Partial<NewActivity> {
  if (error === null) return {}
  const { message, reason, platformCode = null, platformMessage = null, logId = null } = error
  return { reason: reason ?? message, platformCode, platformMessage, logId }
}
