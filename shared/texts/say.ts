/**
 * Texts that the main process and the shared rules make themselves, in the operator's language.
 *
 * They are written in Chinese where they are needed; the English of each is found under its Chinese pattern, in which `{0}`,
 * `{1}` stand for the values. What was written into the database (a journal, an event's description) stays in the language
 * that was spoken then, and so do the platform's own words.
 */

/** Chinese patterns and what is said instead. */
export type Dictionary = Readonly<Record<string, string>>

/** One operator sits before one program: the language is the process's, not a call's. */
let spoken: Dictionary | null = null

/** From now on texts are taken from this dictionary; null: Chinese. */
export function speak(dictionary: Dictionary | null): void {
  spoken = dictionary
}

/** For the `lang` of a document. */
export const spokenLanguage = (): 'zh-CN' | 'en' => (spoken === null ? 'zh-CN' : 'en')

/** The text in the language that is spoken; in Chinese where the dictionary has none. */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const pattern = parts.slice(1).reduce((text, part, index) => `${text}{${index}}${part}`, parts[0] ?? '')
  const text = spoken?.[pattern] ?? pattern
  return text.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? ''))
}
