import { speak } from '@shared/texts/say'
import { ruleTexts } from '@shared/texts/en'
import { createI18n } from 'vue-i18n'
import en from './en'
import { language } from './language'
import type { KeysOf } from './translated'
import zh from './zh'

export type TextKey = KeysOf<typeof zh>
export type TextValues = Readonly<Record<string, string | number>>

/** For `<i18n-t>`, which puts components into a sentence; everything else takes `t`. */
export const i18n = createI18n({
  legacy: false,
  locale: language,
  fallbackLocale: 'zh',
  messages: { zh, en },
  missingWarn: import.meta.env.DEV
})

speak(language === 'en' ? ruleTexts : null)

/**
 * The text of that key in the page's language. `values` fill its `{names}`; a number named `n` chooses between the forms
 * that English separates by `|`.
 */
export function t(key: TextKey, values: TextValues = {}): string {
  const { n } = values
  return typeof n === 'number' ? i18n.global.t(key, values, n) : i18n.global.t(key, values)
}
