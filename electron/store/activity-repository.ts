import type {
  ActivityAction,
  ActivityChoices,
  ActivityEntry,
  ActivityFacts,
  ActivityFilter,
  ActivityLinks,
  ActivityOrigin,
  ActivityOutcome
} from '@shared/domain/activity'
import type { ChainLink } from './activity-chain'

/** An act as it is written down; names that are left out are looked up. Facts hold no secret. */
export type NewActivity = {
  readonly at: number
  readonly actor: string
  readonly origin: ActivityOrigin
  readonly accountId: string | null
  readonly appId: string | null
  readonly action: ActivityAction
  readonly outcome: ActivityOutcome
  readonly accountName?: string | null
  readonly merchantName?: string | null
  readonly before?: ActivityFacts
  readonly after?: ActivityFacts
  readonly reason?: string | null
  readonly platformCode?: string | null
  readonly platformMessage?: string | null
  readonly logId?: string | null
  readonly links?: Partial<ActivityLinks>
}

export interface ActivityRepository {
  /** Adds the next entry. Long texts and lists are cut, see docs/activity-journal.md. */
  add(act: NewActivity): ActivityEntry
  /** Newest first. */
  page(
    filter: ActivityFilter,
    cursor: string | null,
    limit: number
  ): { readonly entries: readonly ActivityEntry[]; readonly next: string | null }
  count(filter: ActivityFilter): number
  choices(): ActivityChoices
  /** As they lie in the table, oldest first, from behind `sequence`. */
  links(sequence: number, limit: number): readonly ChainLink[]
  /** By account: the newest entry that says that its data was removed. */
  removals(): ReadonlyMap<string, number>
  /** Writes that the data of an account is removed, and takes the content of all its older entries out. */
  removeContents(removal: Pick<NewActivity, 'at' | 'actor'> & { readonly accountId: string }): ActivityEntry
}
