import type { Dictionary } from '../say'

export const limitTexts: Dictionary = {}
