import { type CatalogueEntry, fulfils } from './catalogue'
import type { Category, Certificate } from './category-state'
import { chinaMonth } from './china-time'
import { hasMaterial, materialTypes } from './materials'
import { plannedCategoryReview } from './review-plans'
import { Refusal } from './refusal'
import type { Merchant } from './state'
import type { World } from './world'

/** Page "增加服务类目": at most so many in the draft list. */
export const categoryLimit = 5

/** A category with the qualifications handed in for it. */
export type CategoryOrder = { readonly id: string; readonly certificates: readonly Certificate[] }

/** How many more times categories can be added this month. */
export function categoryChangesLeft(world: World, { categoryChanges }: Merchant): number {
  const { month, used, limit } = categoryChanges
  return Math.max(0, month === chinaMonth(world.now()) ? limit - used : limit)
}

/**
 * 增加服务类目, all or none; one call is one change. Throws `Refusal` 21306 (there already), 21301 (no such category),
 * 21320 (not valid any more), 21300 (not for this mini program), 21304 (more than 5), 21303 (none left), 21315 (takes no
 * qualification), 21302 (qualification wrong or lacking), 40033 (material).
 */
export function addCategories(world: World, merchant: Merchant, orders: readonly CategoryOrder[]): void {
  const ids = [...merchant.categories.map(({ id }) => id), ...orders.map(({ id }) => id)]
  if (new Set(ids).size < ids.length) throw new Refusal(21306)
  const asked = orders.map((order) => ({ order, entry: choosable(world, merchant, order.id) }))
  if (ids.length > categoryLimit) throw new Refusal(21304)
  if (categoryChangesLeft(world, merchant) === 0) throw new Refusal(21303)
  for (const { order, entry } of asked) refuseCertificates(order, entry)
  for (const order of orders) requireMaterials(world, merchant, order, 40033)
  countChange(world, merchant)
  merchant.categories = [...merchant.categories, ...asked.map((each) => submitted(world, merchant, each))]
  for (const { id } of orders)
    merchant.categoryChanges.nextVerdicts = without(merchant.categoryChanges.nextVerdicts, id)
  world.touch()
}

function choosable(world: World, merchant: Merchant, id: string): CatalogueEntry {
  const entry = world.catalogue.at(id)
  if (entry === undefined) throw new Refusal(21301)
  if (entry.standing === 'invalid') throw new Refusal(21320)
  if (entry.standing === 'closed' || !isFor(merchant, entry)) throw new Refusal(21300)
  return entry
}

function isFor({ subject }: Merchant, { companyOnly }: CatalogueEntry): boolean {
  return subject.type === 'company' || !companyOnly
}

/** More than the rule asks for may be handed in, never less, and nothing that the category does not know. */
function refuseCertificates({ certificates }: CategoryOrder, entry: CatalogueEntry): void {
  if (entry.relation === null) {
    if (certificates.length > 0) throw new Refusal(21315)
    return
  }
  const known = [...(entry.certificates ?? []), ...(entry.optionalCertificates ?? [])]
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const ids = new Set(certificates.map(({ id }) => id))
  const areKnown = certificates.every(({ id, name, paths }) => names.get(id) === name && paths.length > 0)
  if (!areKnown || ids.size < certificates.length || !fulfils(entry.relation, ids)) throw new Refusal(21302)
}

/** Files that were handed in before may be handed in again. */
function requireMaterials(world: World, merchant: Merchant, { certificates }: CategoryOrder, missing: number): void {
  const known = new Set(merchant.categories.flatMap((each) => each.certificates.flatMap(({ paths }) => paths)))
  const isThere = (path: string) => known.has(path) || hasMaterial(world, merchant, materialTypes.certificate, path)
  if (!certificates.every(({ paths }) => paths.every(isThere))) throw new Refusal(missing)
}

function countChange(world: World, { categoryChanges }: Merchant): void {
  const month = chinaMonth(world.now())
  categoryChanges.used = categoryChanges.month === month ? categoryChanges.used + 1 : 1
  categoryChanges.month = month
  categoryChanges.count += 1
}

type Asked = { readonly order: CategoryOrder; readonly entry: CatalogueEntry }

/** What needs no qualification needs no review. */
function submitted(world: World, merchant: Merchant, { order, entry }: Asked): Category {
  const plan = entry.relation === null ? null : plannedCategoryReview(world, merchant, entry)
  const state = plan === null ? 'approved' : 'in_review'
  return { id: order.id, name: entry.fullName, state, reason: '', certificates: [...order.certificates], plan }
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))
}

/**
 * 删除服务类目, all or none; what is online stays so until it is published. Throws `Refusal` 20002 (not in the list), 21305
 * (in review), 21307 (no approved one would be left).
 */
export function deleteCategories(world: World, merchant: Merchant, ids: readonly string[]): void {
  const chosen = merchant.categories.filter(({ id }) => ids.includes(id))
  if (ids.length === 0 || chosen.length < new Set(ids).size) throw new Refusal(20002)
  if (chosen.some(({ state }) => state === 'in_review')) throw new Refusal(21305)
  const rest = merchant.categories.filter((category) => !chosen.includes(category))
  const isApproved = ({ state }: Category) => state === 'approved'
  if (chosen.some(isApproved) && !rest.some(isApproved)) throw new Refusal(21307)
  merchant.categories = rest
  world.touch()
}

/**
 * 补充服务类目资质信息 of rejected categories; takes no change, but one must be left. Throws `Refusal` 21308 (another category
 * than the last submission's), 21310 (not rejected), 21322 (not valid any more), 21321 (pilot subjects only), 21300, 21303,
 * 21309 (other qualifications), and `missing` for a material.
 */
export function supplyCategories(
  world: World,
  merchant: Merchant,
  orders: readonly CategoryOrder[],
  missing: number
): void {
  const asked = orders.map((order) => ({ order, ...correctable(world, merchant, order.id) }))
  if (categoryChangesLeft(world, merchant) === 0) throw new Refusal(21303)
  for (const { order, category } of asked) {
    if (idsOf(order.certificates) !== idsOf(category.certificates)) throw new Refusal(21309)
  }
  for (const order of orders) requireMaterials(world, merchant, order, missing)
  merchant.categoryChanges.count += 1
  for (const { order, entry, category } of asked) {
    Object.assign(category, submitted(world, merchant, { order, entry }))
    merchant.categoryChanges.nextVerdicts = without(merchant.categoryChanges.nextVerdicts, order.id)
  }
  world.touch()
}

function correctable(world: World, merchant: Merchant, id: string) {
  const category = merchant.categories.find((each) => each.id === id)
  const entry = world.catalogue.at(id)
  if (category === undefined || entry === undefined) throw new Refusal(21308)
  if (category.state !== 'rejected') throw new Refusal(21310)
  if (entry.standing === 'invalid') throw new Refusal(21322)
  if (entry.standing === 'pilot') throw new Refusal(21321)
  if (entry.standing === 'closed' || !isFor(merchant, entry)) throw new Refusal(21300)
  return { category, entry }
}

function idsOf(certificates: readonly Certificate[]): string {
  return [...new Set(certificates.map(({ id }) => id))].sort().join()
}
