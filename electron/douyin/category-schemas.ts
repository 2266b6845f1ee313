import type { CategoryState, NamedCategory } from '@shared/domain/category'
import { z } from 'zod'
import { id, optionalInteger, text } from './schemas'

const reviewStates: Readonly<Record<number, CategoryState>> = { 1: 'in_review', 2: 'approved', 3: 'rejected' }

/** 1 审核中, 2 通过, 3 未通过, of categories, introductions, icons and subjects; null for any other number. */
export const reviewState = optionalInteger.transform(
  (state): CategoryState | null => reviewStates[state ?? NaN] ?? null
)

/** A complete id, `"level1,level2,level3"`; the page of the main category separates with dots. */
export const categoryId = text.transform((value) =>
  value
    .split(/[,.]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .join(',')
)

/** A category by its id and name; null where there is none. */
export const namedCategory = z
  .object({ category_id: categoryId, category_name: text })
  .nullish()
  .transform((each): NamedCategory | null =>
    each && each.category_id !== '' ? { id: each.category_id, name: each.category_name } : null
  )

/** A qualification by its id. */
export const qualification = z.object({ id, name: text })
