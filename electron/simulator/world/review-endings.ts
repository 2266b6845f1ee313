import { announce } from './events'
import type { Category, Publication } from './category-state'
import type { ProfileChange, ProfileItem } from './profile-state'
import { profileItems } from './profile-state'
import { putOnline } from './publication'
import type { Merchant } from './state'
import type { World } from './world'

/** Ends the reviews of a merchant's profile, categories and publication that were due by now. */
export function endReviews(world: World, merchant: Merchant): void {
  for (const item of profileItems) {
    const { newest } = merchant.profileChanges[item]
    if (newest !== null) endChange(world, merchant, item, newest)
  }
  endCategories(world, merchant)
  if (merchant.publication !== null) endPublication(world, merchant, merchant.publication)
}

function endChange(world: World, merchant: Merchant, item: ProfileItem, change: ProfileChange): void {
  const { plan } = change
  if (plan === null || plan.endsAt > world.now()) return
  const { outcome, reason, advice, endsAt } = plan
  Object.assign(change, { state: outcome === 'pass' ? 'approved' : 'rejected', reason, advice, plan: null })
  if (outcome === 'pass') putInForce(merchant, item, change.value)
  const status = outcome === 'pass' ? 1 : 0
  switch (item) {
    case 'name':
      announce(world, 'MODIFY_APP_NAME', merchant.appId, { ModifyAppNameResults: { status, reason, advice } }, endsAt)
      return
    case 'introduction':
      announce(world, 'MODIFY_APP_INTRO', merchant.appId, { ModifyAppIntroResults: { status, reason } }, endsAt)
      return
    case 'icon':
      announce(world, 'MODIFY_APP_ICON', merchant.appId, { ModifyAppIconResults: { status, reason } }, endsAt)
  }
}

/** A new name ends what the reset of the old one brought (10109). */
function putInForce(merchant: Merchant, item: ProfileItem, value: string): void {
  merchant[item] = value
  if (item === 'name' && merchant.standing === 'name_reset') merchant.standing = 'normal'
}

/** Categories that were handed in together end together, in one event. */
function endCategories(world: World, merchant: Merchant): void {
  const due = merchant.categories.filter(({ plan }) => plan !== null && plan.endsAt <= world.now())
  const moments = new Set(due.flatMap(({ plan }) => plan?.endsAt ?? []))
  for (const moment of [...moments].sort((one, other) => one - other)) {
    const ModifyAppCategoryResults = due
      .filter(({ plan }) => plan?.endsAt === moment)
      .map((category) => endedCategory(category))
    announce(world, 'MODIFY_APP_CATEGORY', merchant.appId, { ModifyAppCategoryResults }, moment)
  }
}

function endedCategory(category: Category): object {
  const isApproved = category.plan?.outcome === 'pass'
  category.state = isApproved ? 'approved' : 'rejected'
  category.reason = category.plan?.reason ?? ''
  category.plan = null
  const { id, name, reason } = category
  return { category: id, categoryName: name, status: isApproved ? 1 : 0, reason }
}

function endPublication(world: World, merchant: Merchant, publication: Publication): void {
  const { plan, categories } = publication
  if (plan === null || plan.endsAt > world.now()) return
  const isApproved = plan.outcome === 'pass'
  publication.state = isApproved ? 'approved' : 'rejected'
  publication.reason = plan.reason
  publication.plan = null
  if (isApproved) putOnline(merchant, categories)
  else rejectMainCategory(merchant)
  const audit_categories = categories.map(({ id, name }) => ({ category_id: id, category_name: name }))
  const EventContent = { audit_categories, audit_state: isApproved ? 1 : 0, audit_reason: reasonText(publication) }
  announce(world, 'PUBLISH_APP_CATEGORY_AUDIT_RESULT', merchant.appId, { EventContent }, plan.endsAt)
}

function rejectMainCategory({ mainCategory }: Merchant): void {
  if (mainCategory.preset === null) return
  mainCategory.rejected = mainCategory.preset
  mainCategory.preset = null
}

/** Page "查询已发布的服务类目": a JSON document inside a string. */
export function reasonText({ reason }: Publication): string {
  const { redundant, lacking, other } = reason
  return JSON.stringify({ redundant_choice: redundant, lack_choice: lacking, other_reason: other })
}
