import type { ActivityFacts } from '@shared/domain/activity'

/** Longer texts and lists are cut: an entry says what was done, it does not keep files. */
const textMax = 500
const listMax = 60

/**
 * Facts short enough to be kept for ever; a list that was cut ends with how many more there were. Merchants are listed by
 * `nameOf` their app ids.
 */
export function shortFacts(facts: ActivityFacts, nameOf: (appId: string) => string): ActivityFacts {
  const textOf = (fact: string) => (fact === 'merchants' ? nameOf : (text: string) => text)
  return Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [
      fact,
      typeof value === 'string' ? cut(value) : shortList(value, textOf(fact))
    ])
  )
}

export function shortText(text: string | null): string | null {
  return text === null ? null : cut(text)
}

function shortList(list: readonly string[], textOf: (line: string) => string): readonly string[] {
  const kept = list.slice(0, listMax).map((line) => cut(textOf(line)))
  return list.length <= listMax ? kept : [...kept, `… +${list.length - listMax}`]
}

/** By characters, so that no half of one is left. */
function cut(text: string): string {
  if (text.length <= textMax) return text.toWellFormed()
  return `${[...text].slice(0, textMax).join('')}…`.toWellFormed()
}
