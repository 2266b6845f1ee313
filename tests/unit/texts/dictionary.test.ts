import { ruleTexts } from '@shared/texts/en'
import { clauses, listed } from '@shared/texts/joined'
import { say, speak, spokenLanguage, type Dictionary } from '@shared/texts/say'
import { afterEach, describe, expect, test } from 'vitest'
import { deskTexts } from '../../../electron/texts/en'
import { saidPatterns } from './patterns'

const ofRules = saidPatterns(['shared'])
const ofDesk = saidPatterns(['shared', 'electron'])

/** Words of the platform and the operator's own alphabet, which English texts quote. */
const quoted: readonly string[] = ['消息验证 TOKEN', '消息加密解密 KEY', '密钥管理', '授权事件接收 URL']

const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort()

const untranslated = (said: ReadonlyMap<string, string>, dictionary: Dictionary): readonly string[] =>
  [...said].filter(([pattern]) => !Object.hasOwn(dictionary, pattern)).map(([pattern, file]) => `${file}: ${pattern}`)

afterEach(() => speak(null))

describe('the English dictionary', () => {
  test('has every text of the shared rules in the part that the page loads', () => {
    expect(untranslated(ofRules, ruleTexts)).toEqual([])
  })

  test('has every text of the main process', () => {
    expect(untranslated(ofDesk, deskTexts)).toEqual([])
  })

  test('has none that nothing says', () => {
    expect(Object.keys(deskTexts).filter((pattern) => !ofDesk.has(pattern))).toEqual([])
    expect(Object.keys(ruleTexts).filter((pattern) => !ofRules.has(pattern))).toEqual([])
  })

  test('keeps every value of a text', () => {
    const different = Object.entries(deskTexts).filter(
      ([pattern, text]) => placeholders(pattern).join() !== placeholders(text).join()
    )
    expect(different).toEqual([])
  })

  test('says nothing in Chinese but what it quotes', () => {
    const left = Object.values(deskTexts).filter((text) =>
      chinese.test(quoted.reduce((rest, word) => rest.replaceAll(word, ''), text))
    )
    expect(left).toEqual([])
  })
})

describe('a text', () => {
  test('is Chinese until another language is spoken', () => {
    expect([say`第 ${3} 波`, spokenLanguage()]).toEqual(['第 3 波', 'zh-CN'])
    speak(deskTexts)
    expect([say`第 ${3} 波`, spokenLanguage()]).toEqual(['Wave 3', 'en'])
  })

  test('takes its values as they are, also where they look like a placeholder', () => {
    speak({ '{0} 和 {1}': '{1} and {0}' })
    expect(say`${'{1}'} 和 ${'乙'}`).toBe('乙 and {1}')
  })

  test('joins what stands side by side with the marks of the language', () => {
    expect([listed(['甲', '乙']), clauses(['甲', '乙'])]).toEqual(['甲、乙', '甲；乙'])
    speak(deskTexts)
    expect([listed(['a', 'b']), clauses(['a', 'b'])]).toEqual(['a, b', 'a; b'])
  })
})
