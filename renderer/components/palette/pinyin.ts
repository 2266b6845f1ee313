import { readonly, ref } from 'vue'
import { whenIdle } from '@/composables/scheduling'
import { loadChinese } from '@/i18n'
import { searchableOf, type Searchable } from './text-match'

/** More texts than these are forgotten and made again: a desk of many accounts would else keep all of them. */
const mostTexts = 50_000

/** So many take a few milliseconds. */
const preparedAtOnce = 500

const chinese = /\p{Script=Han}/u
const loaded = ref(false)
const readings = new Map<string, readonly string[]>()
const texts = new Map<string, Searchable>()
let readingsOf: (character: string) => readonly string[] = () => []
let loading: Promise<void> | null = null

/** Whether texts are found by their pinyin yet; tracked, so that a search is made again when they are. */
export const pinyinIsLoaded = readonly(loaded)

/**
 * Loads the dictionary (300 KB, which the start does without), and the Chinese names of what has other ones on this page. Until
 * they are there texts are found as they are written.
 */
export function loadPinyin(): Promise<void> {
  loading ??= Promise.all([import('pinyin-pro'), loadChinese()]).then(([{ polyphonic }]) => {
    readingsOf = (character) => polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? []
    texts.clear()
    loaded.value = true
  })
  return loading
}

/** Makes texts ready while the page has nothing more urgent to do, so that the first key pressed finds them so. */
export async function prepareTexts(all: readonly string[]): Promise<void> {
  await loadPinyin()
  for (let start = 0; start < all.length; start += preparedAtOnce) {
    await whenIdle()
    for (const text of all.slice(start, start + preparedAtOnce)) searchable(text)
  }
}

/** A text made ready to be searched; made once for each text. Every reading of a character counts: 重 is chong and zhong. */
export function searchable(text: string): Searchable {
  const known = texts.get(text)
  if (known) return known
  if (texts.size >= mostTexts) texts.clear()
  const made = searchableOf(lowerCase(text), loaded.value && chinese.test(text) ? readingsIn(text) : null)
  texts.set(text, made)
  return made
}

/** Unit by unit where a letter is longer in lower case (İ), as places in both must be the same. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return text
    .split('')
    .map((unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit))
    .join('')
}

function readingsIn(text: string): readonly (readonly string[])[] {
  return text.split('').map((unit) => {
    const known = readings.get(unit)
    if (known) return known
    const made = chinese.test(unit) ? readingsOf(unit) : []
    readings.set(unit, made)
    return made
  })
}
