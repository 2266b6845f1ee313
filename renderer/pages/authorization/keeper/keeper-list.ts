import type { KeeperDanger, KeeperEntry } from '@shared/domain/authorization'

/** From the most urgent to the least; the order of the list and of its filters. */
export const dangers: readonly KeeperDanger[] = ['lost', 'ended', 'soon', 'untried', 'none']

export type KeeperQuery = { readonly text: string; readonly dangers: ReadonlySet<KeeperDanger> }

/** Those in danger first, then those whose refresh token ends first; the rest keeps its order. */
export function byDanger(entries: readonly KeeperEntry[]): readonly KeeperEntry[] {
  const rank = new Map(dangers.map((danger, place) => [danger, place]))
  const end = ({ refreshExpiresAt }: KeeperEntry): number => refreshExpiresAt ?? Number.MAX_SAFE_INTEGER
  return [...entries].sort((a, b) => (rank.get(a.danger) ?? 0) - (rank.get(b.danger) ?? 0) || end(a) - end(b))
}

/** Entries with these in the place of those with the same app id; new ones are added. */
export function withEntries(entries: readonly KeeperEntry[], fresh: readonly KeeperEntry[]): readonly KeeperEntry[] {
  const byAppId = new Map(entries.map((entry) => [entry.appId, entry]))
  for (const entry of fresh) byAppId.set(entry.appId, entry)
  return byDanger([...byAppId.values()])
}

/** Those that the operator asks for: a part of the name or app id, and any of the dangers (none chosen: all). */
export function askedFor(entries: readonly KeeperEntry[], query: KeeperQuery): readonly KeeperEntry[] {
  const text = query.text.trim().toLowerCase()
  return entries.filter(
    ({ name, appId, danger }) =>
      (query.dangers.size === 0 || query.dangers.has(danger)) &&
      (text === '' || name.toLowerCase().includes(text) || appId.toLowerCase().includes(text))
  )
}

/** How many there are of each danger. */
export function countDangers(entries: readonly KeeperEntry[]): ReadonlyMap<KeeperDanger, number> {
  const counts = new Map(dangers.map((danger) => [danger, 0]))
  for (const { danger } of entries) counts.set(danger, (counts.get(danger) ?? 0) + 1)
  return counts
}
