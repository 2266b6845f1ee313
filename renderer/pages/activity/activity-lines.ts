import type { ActivityEntry } from '@shared/domain/activity'

/** Entries one a line, as docs/activity-journal.md describes them, oldest first: that is how the chain is followed. */
export function activityLines(entries: readonly ActivityEntry[]): string {
  return [...entries]
    .sort((a, b) => a.sequence - b.sequence)
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('')
}
