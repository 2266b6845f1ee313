import type { ActivityFacts } from '@shared/domain/activity'

/** Longer texts and lists are cut: an entry says what was done, it does not keep files. */
const textMax = 500
const listMax = 60

/** Facts short enough to be kept for ever; a list that was cut ends with how many more there were. */
export function shortFacts(facts: ActivityFacts): ActivityFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact, typeof value === 'string' ? cut(value) : shortList(value)])
  )
}

export function shortText(text: string | null): string | null {
  return text === null ? null : cut(text)
}

function shortList(list: readonly string[]): readonly string[] {
  if (list.length <= listMax) return list.map(cut)
  return [...list.slice(0, listMax).map(cut), `… +${list.length - listMax}`]
}

/** By characters, so that no half of one is left. */
function cut(text: string): string {
  if (text.length <= textMax) return text.toWellFormed()
  return `${[...text].slice(0, textMax).join('')}…`.toWellFormed()
}
