import { speak } from '@shared/texts/say'
import { createI18n } from 'vue-i18n'
import { language } from './language'
import type { KeysOf } from './translated'
import type zh from './zh'

export type TextKey = KeysOf<typeof zh>
export type TextValues = Readonly<Record<string, string | number>>

/**
 * Texts may be taken when a module is loaded, so every module that imports this one waits here for the language's texts; the
 * other language's are not loaded at all. What is imported here must import nothing of the page, or each waits for the other.
 */
async function loadTexts() {
  if (language === 'zh') return { messages: { zh: (await import('./zh')).default }, rules: null }
  const [{ default: en }, { ruleTexts }] = await Promise.all([import('./en'), import('@shared/texts/en')])
  return { messages: { en }, rules: ruleTexts }
}

const { messages, rules } = await loadTexts()
speak(rules)

/** For `<i18n-t>`, which puts components into a sentence; everything else takes `t`. */
export const i18n = createI18n({
  legacy: false,
  locale: language,
  fallbackWarn: false,
  missingWarn: import.meta.env.DEV,
  messages
})

/** Makes the Chinese texts known on a page in another language too: what is looked for may be asked for by its Chinese name. */
export async function loadChinese(): Promise<void> {
  if (language === 'zh') return
  const { default: zh } = await import('./zh')
  i18n.global.setLocaleMessage('zh', zh)
}

/**
 * The text of that key in the page's language. `values` fill its `{names}`; a number named `n` chooses between the forms
 * that English separates by `|`.
 */
export function t(key: TextKey, values: TextValues = {}): string {
  const { n } = values
  return typeof n === 'number' ? i18n.global.t(key, values, n) : i18n.global.t(key, values)
}
