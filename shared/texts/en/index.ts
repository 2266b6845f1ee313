import type { Dictionary } from '../say'
import { limitTexts } from './limits'

/** The English of everything that `shared/rules` says. */
export const ruleTexts: Dictionary = { ...limitTexts }
