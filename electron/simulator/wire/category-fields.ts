import type { CatalogueEntry } from '../world/catalogue'
import { categoryChangesLeft, categoryLimit } from '../world/categories'
import type { Category, CategoryReference, Certificate } from '../world/category-state'
import { mainCategoryChangesLeft } from '../world/publication'
import { reasonText } from '../world/review-endings'
import type { Generation, Merchant } from '../world/state'
import type { World } from '../world/world'
import { auditStates } from './information-fields'

/** Page "获取可以设置的服务类目列表"; what is optional is known in V2 only. */
export function catalogueFields(entry: CatalogueEntry, generation: Generation) {
  const { id, name, level, fpid, spid, relation, certificates, explanation } = entry
  const optional = { optional_list: entry.optionalCertificates, optional_relation: entry.optionalRelation }
  const needed = { relation, list: certificates, explanation }
  return { id, name, level, fpid, spid, certification: generation === 'v1' ? needed : { ...needed, ...optional } }
}

/** Page "获取已设置的服务类目". */
export function draftFields(world: World, merchant: Merchant, generation: Generation) {
  const { categories, categoryChanges } = merchant
  const [left, { limit }] = [categoryChangesLeft(world, merchant), categoryChanges]
  if (generation === 'v1') {
    const appCategoryAuditInfo = categories.map(categoryFieldsV1)
    return { appCategoryAuditInfo, remainingTimes: left, categoryChangeLimit: limit, categoryLimit }
  }
  return {
    app_category_audit_info: categories.map(categoryFieldsV2),
    remaining_times: left,
    category_change_limit: limit,
    category_limit: categoryLimit
  }
}

function categoryFieldsV2({ id, name, state, reason, certificates }: Category) {
  return {
    category: id,
    category_name: name,
    category_cert_ids: certificates.map((certificate) => certificate.id).join(','),
    category_cert: listOrNull(certificates, (each) => ({ id: each.id, name: each.name, path_list: each.paths })),
    category_audit_state: auditStates[state],
    reason
  }
}

function categoryFieldsV1({ id, name, state, reason, certificates }: Category) {
  return {
    category: id,
    categoryName: name,
    categoryCertIds: certificates.map((certificate) => certificate.id).join(','),
    categoryCert: listOrNull(certificates, (each) => ({
      ...{ id: each.id, name: each.name },
      ...{ path: each.paths[0] ?? '', pathList: each.paths }
    })),
    categoryAuditState: auditStates[state],
    reason
  }
}

/** The samples have null where there is nothing. */
function listOrNull(certificates: readonly Certificate[], fields: (each: Certificate) => object) {
  return certificates.length === 0 ? null : certificates.map(fields)
}

/** The samples' number; its meaning is not documented. */
const categoryType = 1

/** Page "查询已发布的服务类目". Before the first publication its part is null or absent, as the mini program has it. */
export function onlineFields({ onlineCategories, publication, habits }: Merchant) {
  const online_categories = onlineCategories.map(onlineCategory)
  if (publication === null) {
    return habits.missing === 'null' ? { online_audit_info: null, online_categories } : { online_categories }
  }
  const online_audit_info = {
    audit_categories: publication.categories.map(onlineCategory),
    audit_state: auditStates[publication.state],
    audit_reason: reasonText(publication)
  }
  return { online_audit_info, online_categories }
}

function onlineCategory({ id, name }: CategoryReference) {
  return { category_id: id, category_name: name, category_type: categoryType }
}

/** Page "查询主营类目": ids with dots here, `MainCategory` with its capitals, empty texts for what is not there. */
export function mainCategoryFields(world: World, merchant: Merchant) {
  const { current, preset, rejected } = merchant.mainCategory
  return {
    main_category_info: dotted(current),
    main_category_pre_set_info: dotted(preset),
    main_category_reject_info: { MainCategory: dotted(rejected) },
    remaining_times: mainCategoryChangesLeft(world, merchant)
  }
}

function dotted(category: CategoryReference | null) {
  return { category_id: category?.id.replaceAll(',', '.') ?? '', category_name: category?.name ?? '' }
}
