import type { RolloutCause, RolloutItem, RolloutItemState } from '@shared/domain/rollout'
import { itemStateOrder } from '../list/rollout-counts'

/** What is asked of a rollout's merchants; nothing chosen asks nothing. */
export type RunFilter = {
  readonly states: ReadonlySet<RolloutItemState>
  /** Counted from 0. */
  readonly wave: number | null
  readonly cause: string | null
  /** Part of the name, or of the app id. */
  readonly query: string
}

export const emptyFilter: RunFilter = { states: new Set(), wave: null, cause: null, query: '' }

export function isFiltering({ states, wave, cause, query }: RunFilter): boolean {
  return states.size > 0 || wave !== null || cause !== null || query.trim() !== ''
}

/** The cause that a merchant is counted to, by its app id. */
export type CauseOfItem = ReadonlyMap<string, RolloutCause>

/** The merchants that answer it, failures first; within a state in the order of their turns. One pass over the items. */
export function shownItems(
  items: readonly RolloutItem[],
  filter: RunFilter,
  causeOf: CauseOfItem
): readonly RolloutItem[] {
  const asked = question(filter, causeOf)
  const byState = new Map<RolloutItemState, RolloutItem[]>(itemStateOrder.map((state) => [state, []]))
  for (const item of items) if (asked(item)) byState.get(item.state)?.push(item)
  return [...byState.values()].flat()
}

function question({ states, wave, cause, query }: RunFilter, causeOf: CauseOfItem): (item: RolloutItem) => boolean {
  const words = query.trim().toLowerCase()
  return (item) =>
    (states.size === 0 || states.has(item.state)) &&
    (wave === null || item.wave === wave) &&
    (cause === null || causeOf.get(item.appId)?.key === cause) &&
    (words === '' || item.name.toLowerCase().includes(words) || item.appId.toLowerCase().includes(words))
}
