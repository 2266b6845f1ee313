import { language } from './language'

/** Names in a row, as a sentence has them: `甲、乙`, `A, B`. */
export const listed = (names: readonly string[]): string => names.join(language === 'en' ? ', ' : '、')

/** Sentences without their full stops in a row: `甲；乙`, `A; B`. */
export const clauses = (sentences: readonly string[]): string => sentences.join(language === 'en' ? '; ' : '；')
