import type { Dictionary } from '@shared/texts/say'

/** What is to be done today. */
export const homeServiceTexts: Dictionary = {
  类目发布: 'Category release'
}
