/**
 * A text as it is searched. Its units are JavaScript's (UTF-16), so that a place in `lower` is the same place in the text.
 */
export type Searchable = {
  readonly lower: string
  /** How each unit may be read in pinyin, without tones; null where none is a Chinese character, or pinyin is not loaded. */
  readonly readings: readonly (readonly string[])[] | null
  /** The letters that a unit may begin with, and those that occur at all: most texts are passed over by them at once. */
  readonly firsts: number
  readonly letters: number
}

/** A word to be found: in lower case, without spaces. */
export type Word = { readonly text: string; readonly firsts: number; readonly letters: number }

/** How a word was found in a text: the lower the rank, the better; `at` are the places to mark. */
export type Match = { readonly rank: number; readonly at: readonly number[] }

/** From here on the letters only occur in their order, with others between them. */
export const scatteredRank = 9

/** How the units of a text are read: by their first letters, by whole syllables, or now one and now the other. */
type Style = 'initials' | 'syllables' | 'mixed'
const styleRanks: Readonly<Record<Style, number>> = { initials: 3, syllables: 5, mixed: 7 }

/** Letters may lie this many times the word's length apart; more would find it in nearly every long text. */
const mostSpread = 4

/** Makes a text ready to be searched. `readings` has, for each unit of `lower`, how it may be read. */
export function searchableOf(lower: string, readings: readonly (readonly string[])[] | null): Searchable {
  const syllables = readings?.flat() ?? []
  const initials = syllables.map(([initial = '']) => initial)
  return {
    lower,
    readings,
    firsts: lettersIn(lower) | lettersIn(initials.join('')),
    letters: lettersIn(lower) | lettersIn(syllables.join(''))
  }
}

/** Makes a word ready to be found; it is in lower case and has no spaces. */
export const wordOf = (text: string): Word => ({ text, firsts: lettersIn(text.charAt(0)), letters: lettersIn(text) })

/** The letters from a to z of a text, a bit for each. */
function lettersIn(text: string): number {
  let letters = 0
  for (let place = 0; place < text.length; place += 1) {
    const letter = text.charCodeAt(place) - 97
    if (letter >= 0 && letter < 26) letters |= 1 << letter
  }
  return letters
}

/**
 * Finds a word in a text. What is written there goes before its initials (`xm`), these
 * before its pinyin (`xiaomian`; the last syllable may be unfinished), then both mixed (`xmian`); within each, the text's
 * beginning goes before its middle.
 */
export function matchWord(text: Searchable, word: Word): Match | null {
  if (!isSubset(word.letters, text.letters)) return null
  return written(text.lower, word.text) ?? read(text, word)
}

/** As {@link matchWord}, and where that fails, letters in their order with others between them. */
export function matchLoosely(text: Searchable, word: Word): Match | null {
  return matchWord(text, word) ?? (isSubset(word.letters, text.firsts) ? scattered(text, word.text) : null)
}

const isSubset = (letters: number, of: number): boolean => (letters & ~of) === 0

/** Finds a word as it is written. */
export function written(lower: string, word: string): Match | null {
  const start = lower.indexOf(word)
  if (start < 0) return null
  const rank = start > 0 ? 2 : lower.length > word.length ? 1 : 0
  return { rank, at: places(start, start + word.length) }
}

function read(text: Searchable, { text: word, firsts, letters }: Word): Match | null {
  // Without a letter it would be found as it is written.
  if (text.readings === null || letters === 0 || !isSubset(firsts, text.firsts)) return null
  if (word.length === 1) return initial(text, word)
  for (let start = 0; start < text.lower.length; start += 1) {
    // Whatever is read in one of the other styles is read in this one, too, so that most texts cost one look.
    if (readOn(text, start, word, 0, 'mixed') !== null) return readBest(text, word, start)
  }
  return null
}

/** What {@link readBest} answers to a single letter, which most texts have. */
function initial(text: Searchable, letter: string): Match | null {
  for (let start = 0; start < text.lower.length; start += 1) {
    if (begins(text, start, letter)) return { rank: styleRanks.initials + (start > 0 ? 1 : 0), at: [start] }
  }
  return null
}

/** The best style that the word is read in, at the first place for each. */
function readBest(text: Searchable, word: string, first: number): Match | null {
  for (const style of ['initials', 'syllables', 'mixed'] as const) {
    for (let start = first; start < text.lower.length; start += 1) {
      const end = readOn(text, start, word, 0, style)
      if (end !== null) return { rank: styleRanks[style] + (start > 0 ? 1 : 0), at: places(start, end) }
    }
  }
  return null
}

/** Where the reading of the word's rest, from `done` on, ends in the text; null where the text from `unit` on reads otherwise. */
function readOn(text: Searchable, unit: number, word: string, done: number, style: Style): number | null {
  if (done === word.length) return unit
  if (unit === text.lower.length) return null
  if (text.lower[unit] === word[done]) {
    const end = readOn(text, unit + 1, word, done + 1, style)
    if (end !== null) return end
  }
  for (const reading of text.readings?.[unit] ?? []) {
    for (let length = shared(reading, word, done); length > 0; length -= 1) {
      if (!mayTake(style, reading, length, done + length === word.length)) continue
      const end = readOn(text, unit + 1, word, done + length, style)
      if (end !== null) return end
    }
  }
  return null
}

function mayTake(style: Style, reading: string, length: number, isLast: boolean): boolean {
  if (style === 'mixed') return true
  if (style === 'syllables') return length === reading.length || isLast
  return length === 1 || (length === 2 && reading[1] === 'h') // zh, ch, sh
}

/** How many letters of the reading stand in the word from `from` on. */
function shared(reading: string, word: string, from: number): number {
  let length = 0
  while (length < reading.length && reading[length] === word[from + length]) length += 1
  return length
}

function scattered(text: Searchable, word: string): Match | null {
  // Halves of a character outside of the first plane are no letters that may stand apart.
  if (word.length < 2 || [...word].length < word.length) return null
  const at: number[] = []
  for (let unit = 0; unit < text.lower.length && at.length < word.length; unit += 1) {
    if (begins(text, unit, word[at.length])) at.push(unit)
  }
  const spread = (at.at(-1) ?? 0) - (at[0] ?? 0)
  return at.length === word.length && spread < word.length * mostSpread ? { rank: scatteredRank, at } : null
}

function begins({ lower, readings }: Searchable, unit: number, letter: string | undefined): boolean {
  if (lower[unit] === letter) return true
  for (const reading of readings?.[unit] ?? []) if (reading[0] === letter) return true
  return false
}

const places = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, place) => start + place)
