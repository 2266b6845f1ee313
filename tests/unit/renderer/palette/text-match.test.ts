import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { partsOf } from '@/components/palette/marks'
import { loadPinyin, lowerCase, searchable } from '@/components/palette/pinyin'
import { matchLoosely, matchWord, scatteredRank, wordOf } from '@/components/palette/text-match'

const rank = (text: string, word: string): number => matchLoosely(searchable(text), wordOf(word))?.rank ?? Infinity
const marked = (text: string, word: string): string => {
  const at = matchLoosely(searchable(text), wordOf(word))?.at ?? []
  return at.map((place) => text[place]).join('')
}

it('finds Chinese as it is written before the dictionary is there, and no pinyin', () => {
  expect(rank('云间民宿', '民宿')).toBeLessThan(scatteredRank)
  expect(matchLoosely(searchable('云间民宿'), wordOf('yjms'))).toBeNull()
})

describe('a word in a text', () => {
  beforeAll(() => loadPinyin())

  it.each([
    ['老街牛肉面', '牛肉', '牛肉'],
    ['老街牛肉面', 'nrm', '牛肉面'],
    ['老街牛肉面', 'laojie', '老街'],
    ['老街牛肉面', 'laoj', '老街'],
    ['老街牛肉面', 'ljnroum', '老街牛肉面'],
    ['老街牛肉面', '牛rou', '牛肉'],
    ['老街牛肉面', 'lnm', '老牛面'],
    ['中山重庆小面', 'chongq', '重庆'],
    ['中山重庆小面', 'zhongq', '重庆'],
    ['中山重庆小面', 'zs', '中山'],
    ['中山重庆小面', 'zhsh', '中山'],
    ['绿源女装', 'lvyuannv', '绿源女'],
    ['Café 云间', 'café', 'Café'],
    ['Cafe 云间', 'cafe', 'Cafe'],
    ['𠮷野家', 'yj', '野家'],
    ['𠮷野家', '𠮷野', '𠮷野']
  ])('%s is found by %s', (text, word, found) => {
    expect(marked(text, word)).toBe(found)
  })

  it.each([
    ['老街牛肉面', 'nmr'],
    ['老街牛肉面', 'laox'],
    ['云间民宿', 'yunx'],
    ['云', 'yunn'],
    ['云间民宿', 'z']
  ])('%s is not found by %s', (text, word) => {
    expect(rank(text, word)).toBe(Infinity)
  })

  it('goes before in this order: written, initials, pinyin, both mixed, scattered; the beginning before the middle', () => {
    const ranks = [
      rank('牛肉', '牛肉'),
      rank('牛肉面', '牛肉'),
      rank('老街牛肉面', '牛肉'),
      rank('牛肉面', 'nr'),
      rank('老街牛肉面', 'nr'),
      rank('牛肉面', 'niurou'),
      rank('老街牛肉面', 'niurou'),
      rank('牛肉面', 'nrou'),
      rank('老街牛肉面', 'nrou'),
      rank('牛排肉', 'nr')
    ]
    expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b))
    expect(ranks).toHaveLength(10)
  })

  it('is not found in letters that are far apart', () => {
    expect(rank(`老${'的'.repeat(20)}面`, 'lm')).toBe(Infinity)
  })

  it('is marked at places of the text, whatever the text is', () => {
    const unit = fc.constantFrom('云', '重', '庆', 'a', 'B', ' ', '𠮷', 'İ', '😀', 'x', 'y')
    const texts = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''))
    const words = fc.array(fc.constantFrom('y', 'u', 'n', 'c', 'q', 'a', 'b', '庆', '𠮷', '😀'), { minLength: 1 })
    fc.assert(
      fc.property(texts, words, (text, letters) => {
        const match = matchLoosely(searchable(text), wordOf(letters.join('')))
        const at = match?.at ?? []
        expect(at.every((place, index) => place < text.length && place > (at[index - 1] ?? -1))).toBe(true)
        const parts = partsOf(text, new Set(at))
        expect(parts.map((part) => part.text).join('')).toBe(text)
        expect(parts.every((part) => !/\p{Surrogate}/u.test(part.text))).toBe(true)
      })
    )
  })

  it('is found wherever it is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, word, after) => {
        expect(matchWord(searchable(before + word + after), wordOf(lowerCase(word)))).not.toBeNull()
      })
    )
  })
})
