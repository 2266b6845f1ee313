import type { ActivityBreak, ActivityEntry } from '@shared/domain/activity'
import { dayOf, everything } from './activity-filter'
import type { Activity } from './use-activity'

/**
 * The entry of a sequence, made to be in the list: as the list is, else without its filters, else narrowed to the entry's day,
 * of which as many pages are read as it takes. Null where it could not be read, which the list then says, and where the
 * operator asked for something else meanwhile.
 */
export async function reachEntry(
  { entries, question, narrowed, hasMore, error, ask, more }: Activity,
  { sequence, at }: Pick<ActivityBreak, 'sequence' | 'at'>
): Promise<ActivityEntry | null> {
  const found = (): ActivityEntry | null => entries.value.find((entry) => entry.sequence === sequence) ?? null
  if (found() === null && narrowed.value) await ask(everything)
  if (found() !== null) return found()
  const read = ask(dayOf(at))
  const asked = question.value
  await read
  while (found() === null && hasMore.value && error.value === null && question.value === asked) await more()
  return found()
}
