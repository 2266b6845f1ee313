import type { EntryKind, PaletteEntry } from './palette-entry'
import { searchable } from './pinyin'
import { matchLoosely, matchWord, wordOf, written, type Match, type Searchable, type Word } from './text-match'

/** Where in an entry a word was found: its title, its app id, or one of its further words, by place. */
export type Field = 'title' | 'appId' | number
export type Mark = { readonly field: Field; readonly at: readonly number[] }

export type Found = { readonly entry: PaletteEntry; readonly rank: number; readonly marks: readonly Mark[] }

/** A heading and what stands under it; `more` were found and are not shown. */
export type FoundGroup = {
  readonly kind: EntryKind | 'recent'
  readonly found: readonly Found[]
  readonly more: number
}

/** How many of each kind are shown: more are not read but searched on. */
const mostShown: Readonly<Record<EntryKind, number>> = { here: 6, action: 6, page: 6, rollout: 4, merchant: 20 }
/** Without a query these are shown; merchants are too many to be listed. */
const shownUnasked: Readonly<Record<EntryKind, number>> = { here: 9, action: 30, page: 40, rollout: 3, merchant: 0 }
const kinds = ['here', 'action', 'page', 'rollout', 'merchant'] as const
const mostRecent = 6

/** Fewer letters of an app id would find all merchants. */
const appIdMinLength = 3
const appIdRank = 8
/** A further word stands behind a title that has the same in its middle. */
const wordPenalty = 2.5

/** What of an input method's unfinished pinyin (`xiao'mian`) or of several words must each be found, in lower case. */
export function wordsOf(query: string): readonly Word[] {
  return query
    .toLowerCase()
    .split(/[\s'’]+/u)
    .filter(Boolean)
    .map(wordOf)
}

/**
 * The entries that have all words of the query, in groups, the best first. Of equal ones those that can be done
 * now come first, then those that were used last (`recent`: ids, newest first), then the shorter title. Without a query: what was used last, and all but
 * the merchants.
 */
export function searchEntries(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[]
): readonly FoundGroup[] {
  const words = wordsOf(query)
  if (words.length === 0) return unasked(entries, recent)
  const found = matchAll(entries, words, matchWord)
  // Scattered letters are found in too much to stand beside what was meant.
  return grouped(found.length > 0 ? found : matchAll(entries, words, matchLoosely), recent)
}

type TitleMatch = (title: Searchable, word: Word) => Match | null

function matchAll(entries: readonly PaletteEntry[], words: readonly Word[], matchTitle: TitleMatch): readonly Found[] {
  const found: Found[] = []
  for (const entry of entries) {
    const match = matchEntry(entry, words, matchTitle)
    if (match) found.push(match)
  }
  return found
}

function matchEntry(entry: PaletteEntry, words: readonly Word[], matchTitle: TitleMatch): Found | null {
  let rank = 0
  const marks: Mark[] = []
  for (const word of words) {
    const best = bestMatch(entry, word, matchTitle)
    if (best === null) return null
    rank = Math.max(rank, best.rank)
    marks.push(best)
  }
  return { entry, rank, marks }
}

function bestMatch({ title, appId, words }: PaletteEntry, word: Word, matchTitle: TitleMatch): (Mark & Match) | null {
  let best = marked('title', matchTitle(searchable(title), word))
  for (let place = 0; place < words.length; place += 1) {
    const match = matchFurther(words[place] ?? '', word)
    if (match) best = better(best, marked(place, match, wordPenalty))
  }
  return appId === null ? best : better(best, marked('appId', matchAppId(appId, word.text)))
}

/** A single letter finds a further word at its beginning only: somewhere in one nearly every letter is. */
function matchFurther(text: string, word: Word): Match | null {
  const match = matchWord(searchable(text), word)
  return word.letters !== 0 && word.text.length === 1 && match?.at[0] !== 0 ? null : match
}

function matchAppId(appId: string, word: string): Match | null {
  if (word.length < appIdMinLength) return null
  const match = written(appId.toLowerCase(), word)
  return match && { at: match.at, rank: match.rank === 0 ? 0 : appIdRank }
}

const marked = (field: Field, match: Match | null, penalty = 0): (Mark & Match) | null =>
  match && { field, at: match.at, rank: match.rank + penalty }

const better = (one: (Mark & Match) | null, other: (Mark & Match) | null): (Mark & Match) | null =>
  other !== null && (one === null || other.rank < one.rank) ? other : one

function grouped(found: readonly Found[], recent: readonly string[]): readonly FoundGroup[] {
  const order = inOrder(recent)
  const groups = kinds.map((kind) => {
    const all = found.filter(({ entry }) => entry.kind === kind)
    const shown = firstOf(all, mostShown[kind], order)
    return { kind, found: shown, more: all.length - shown.length }
  })
  const best = ({ found: [first] }: FoundGroup): number => first?.rank ?? Infinity
  return groups.filter((group) => group.found.length > 0).sort((a, b) => best(a) - best(b))
}

/** The first of them in an order, without putting all of them into it; equal ones stay as they are. */
function firstOf<Each>(all: readonly Each[], most: number, order: (a: Each, b: Each) => number): readonly Each[] {
  const first: Each[] = []
  for (const each of all) {
    const last = first.at(-1)
    if (first.length === most && last !== undefined && order(each, last) >= 0) continue
    const place = first.findIndex((other) => order(other, each) > 0)
    first.splice(place < 0 ? first.length : place, 0, each)
    if (first.length > most) first.pop()
  }
  return first
}

function inOrder(recent: readonly string[]): (a: Found, b: Found) => number {
  const places = new Map(recent.map((id, place) => [id, place]))
  const placeOf = ({ entry }: Found): number => places.get(entry.id) ?? recent.length
  const isImpossible = ({ entry }: Found): number => (entry.reason === null ? 0 : 1)
  return (a, b) =>
    a.rank - b.rank ||
    isImpossible(a) - isImpossible(b) ||
    placeOf(a) - placeOf(b) ||
    a.entry.title.length - b.entry.title.length
}

function unasked(entries: readonly PaletteEntry[], recent: readonly string[]): readonly FoundGroup[] {
  const wanted = new Set(recent)
  const known = new Map(entries.filter(({ id }) => wanted.has(id)).map((entry) => [entry.id, entry]))
  const used = recent.flatMap((id) => known.get(id) ?? []).slice(0, mostRecent)
  const rest = kinds.map((kind) => {
    const most = shownUnasked[kind]
    const shown = most === 0 ? [] : entries.filter((entry) => entry.kind === kind && !used.includes(entry))
    return { kind, entries: shown.slice(0, most) }
  })
  return [{ kind: 'recent' as const, entries: used }, ...rest]
    .filter((group) => group.entries.length > 0)
    .map((group) => ({ kind: group.kind, found: group.entries.map(unmarked), more: 0 }))
}

const unmarked = (entry: PaletteEntry): Found => ({ entry, rank: 0, marks: [] })
