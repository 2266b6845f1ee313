import { ruleTexts } from '@shared/texts/en'
import type { Dictionary } from '@shared/texts/say'

/** The English of everything that the main process says. */
export const deskTexts: Dictionary = { ...ruleTexts }
