import type { Field, Found } from './search'

export type Part = { readonly text: string; readonly isMarked: boolean }

/** The places of a field of what was found that have to be marked. */
export function marksOf({ marks }: Found, field: Field): ReadonlySet<number> {
  return new Set(marks.filter((mark) => mark.field === field).flatMap(({ at }) => at))
}

/** A text cut where marked and unmarked places meet. */
export function partsOf(text: string, marked: ReadonlySet<number>): readonly Part[] {
  const parts: Part[] = []
  let start = 0
  for (let end = 1; end <= text.length; end += 1) {
    const isMarked = marked.has(start)
    if (end < text.length && marked.has(end) === isMarked) continue
    parts.push({ text: text.slice(start, end), isMarked })
    start = end
  }
  return parts
}
