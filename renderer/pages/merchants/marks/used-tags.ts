import type { MerchantRow } from '@shared/domain/merchant'

const mostSuggestions = 12

/** How many merchants have each tag, the most used first. */
export function tagCounts(rows: readonly MerchantRow[]): readonly (readonly [tag: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const tag of rows.flatMap((each) => each.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort(([, m], [, n]) => n - m)
}

/** The tags that are used most, to be picked; without those that are picked already. */
export function usedTags(rows: readonly MerchantRow[], picked: readonly string[]): readonly string[] {
  return tagCounts(rows)
    .map(([tag]) => tag)
    .filter((tag) => !picked.includes(tag))
    .slice(0, mostSuggestions)
}

/** What the tag field holds: it takes doubles and blanks, which are dropped at once. */
export const soundTags = (entered: readonly string[] | undefined): string[] => [
  ...new Set((entered ?? []).map((tag) => tag.trim()).filter(Boolean))
]
