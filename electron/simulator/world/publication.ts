import { leftOf, usedOnce } from './allowance'
import type { CategoryReference } from './category-state'
import { noReason, plannedPublicationReview } from './review-plans'
import { Refusal } from './refusal'
import type { Merchant } from './state'
import type { World } from './world'

/**
 * 发布服务类目: the approved ones of the draft list. Throws `Refusal` 21408 when nothing is online yet (the first release
 * publishes them), none is approved, nothing would change, or a publication is in review.
 */
export function publishCategories(world: World, merchant: Merchant): void {
  const categories = approvedCategories(merchant)
  const { current, mainCategory, onlineCategories, publication } = merchant
  const isSame = mainCategory.preset === null && keyOf(categories) === keyOf(onlineCategories)
  if (current === null || categories.length === 0 || isSame || publication?.state === 'in_review')
    throw new Refusal(21408)
  merchant.categoryChanges.count += 1
  const plan = plannedPublicationReview(world, merchant)
  merchant.publication = { categories, state: 'in_review', reason: noReason, plan }
  merchant.categoryChanges.nextPublication = null
  world.touch()
}

export function approvedCategories({ categories }: Merchant): CategoryReference[] {
  return categories.filter(({ state }) => state === 'approved').map(({ id, name }) => ({ id, name }))
}

function keyOf(categories: readonly CategoryReference[]): string {
  return categories
    .map(({ id }) => id)
    .sort()
    .join(' ')
}

/** A set of categories goes online; a main category that is not among them ends. */
export function putOnline(merchant: Merchant, categories: readonly CategoryReference[]): void {
  merchant.onlineCategories = [...categories]
  establishMainCategory(merchant)
  const { mainCategory } = merchant
  const isOnline = categories.some(({ id }) => id === mainCategory.current?.id)
  if (!isOnline) mainCategory.current = null
}

/** What was preset comes into force. */
export function establishMainCategory({ mainCategory }: Merchant): void {
  mainCategory.current = mainCategory.preset ?? mainCategory.current
  mainCategory.preset = null
}

/** 预设主营类目. Throws `Refusal` 28001007 for a category that is not approved, 28003017 when no change is left. */
export function presetMainCategory(world: World, merchant: Merchant, id: string): void {
  const { mainCategory } = merchant
  const chosen = approvedCategories(merchant).find((category) => category.id === id)
  if (chosen === undefined) throw new Refusal(28001007)
  if (mainCategoryChangesLeft(world, merchant) <= 0) throw new Refusal(28003017)
  mainCategory.preset = chosen
  mainCategory.rejected = null
  mainCategory.allowance = usedOnce(mainCategory.allowance, 'mainCategory', world.now())
  world.touch()
}

export function mainCategoryChangesLeft(world: World, { mainCategory }: Merchant): number {
  return leftOf(mainCategory.allowance, 'mainCategory', world.now())
}
