import { i18n, t, type TextKey } from '@/i18n'
import { language } from '@/i18n/language'

/**
 * What an entry is found by besides its title: its further words, and on a page that is not Chinese the Chinese ones with the
 * Chinese `title`, so that they and their pinyin find it in every language.
 */
export function entryWords(words: TextKey, title: TextKey | null = null): readonly string[] {
  const spoken = parts(t(words))
  if (language === 'zh') return spoken
  const names = title === null ? [] : [inChinese(title)]
  return [...new Set([...spoken, ...names, ...parts(inChinese(words))])]
}

const inChinese = (key: TextKey): string => i18n.global.t(key, {}, { locale: 'zh' })

/** Words are parted by `、` in Chinese, by a comma else. */
const parts = (words: string): readonly string[] => words.split(/[\u3001,]\s*/)
