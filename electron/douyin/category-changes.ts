import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import type { CategoryRequest, MerchantClient } from './platform'
import { acknowledged } from './receipts'

export type CategoryChanges = Pick<
  MerchantClient,
  'addCategory' | 'supplyCategory' | 'deleteCategory' | 'publishCategories' | 'presetMainCategory'
>

/**
 * 增加服务类目V2, 补充服务类目资质信息V2, 删除服务类目V2, 发布服务类目, 预设主营类目 (pages `base-info/add-category-v2`,
 * `supply-category-v2`, `delete-category-v2`, `publish-category`, `preset-categories`). Adding and deleting change a draft;
 * only publishing, or the first release, brings it online.
 */
export function categoryChanges(caller: PlatformCaller, appId: string): CategoryChanges {
  const call = acknowledged(caller, appId)
  return {
    addCategory: (request, options) =>
      call({ endpoint: endpoints.addCategory, body: { category_info: [sent(request)] }, signal: options?.signal }),
    supplyCategory: (request, options) =>
      call({ endpoint: endpoints.supplyCategory, body: { category_info: [sent(request)] }, signal: options?.signal }),
    deleteCategory: (category, options) =>
      call({ endpoint: endpoints.deleteCategory, body: { categories: [category] }, signal: options?.signal }),
    publishCategories: (options) => call({ endpoint: endpoints.publishCategories, signal: options?.signal }),
    presetMainCategory: (category, options) =>
      call({ endpoint: endpoints.presetMainCategory, body: { main_category: category }, signal: options?.signal })
  }
}

/** A category without a rule must come without the field: code 21315. */
function sent({ category, qualifications }: CategoryRequest) {
  const certificates = qualifications.map(({ id, name, paths }) => ({ id, name, path_list: paths }))
  return { category, ...(certificates.length === 0 ? {} : { category_cert: certificates }) }
}
