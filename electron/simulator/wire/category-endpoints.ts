import { addCategories, deleteCategories, supplyCategories } from '../world/categories'
import { presetMainCategory, publishCategories } from '../world/publication'
import type { Generation } from '../world/state'
import { catalogueFields, draftFields, mainCategoryFields, onlineFields } from './category-fields'
import { type Endpoint, inBothGenerations, type MerchantCall, merchantEndpoint } from './endpoint'
import {
  categoriesBodyV1,
  categoriesBodyV2,
  deletedCategoriesBody,
  mainCategoryBody,
  parseBody,
  parseBodyIn
} from './parameters'
import type { Reply } from './reply'

const permissionSet = 2
const folder = '/api/apps/v1/category/'
const folderOfV1 = '/openapi/v1/microapp/app/'

type Handle = (call: MerchantCall, generation: Generation) => Reply

/** 服务类目管理. Publishing and the main category have one generation only. */
export const categoryEndpoints: readonly Endpoint[] = [
  ...pair('get_all_categories', 'GET', 'all_categories', allCategories),
  ...pair('get_audit_categories', 'GET', 'categories', ({ world, merchant }, generation) => ({
    kind: 'data',
    data: draftFields(world, merchant, generation)
  })),
  ...pair('add_categories', 'POST', 'add_categories', add),
  ...pair('del_categories', 'POST', 'del_categories', remove),
  ...pair('supply_categories', 'POST', 'supply_categories', supply),
  single('publish_category', 'POST', ({ world, merchant }) => {
    publishCategories(world, merchant)
    return { kind: 'data' }
  }),
  single('get_online_categories', 'GET', ({ merchant }) => ({ kind: 'data', data: onlineFields(merchant) })),
  single('get_main_category', 'GET', ({ world, merchant }) => ({
    kind: 'data',
    data: mainCategoryFields(world, merchant)
  })),
  single('pre_set_main_category', 'POST', ({ world, merchant, body }) => {
    presetMainCategory(world, merchant, parseBodyIn('v2', mainCategoryBody, body).main_category)
    return { kind: 'data' }
  })
]

function pair(name: string, method: 'GET' | 'POST', pathV1: string, handle: Handle): readonly Endpoint[] {
  return inBothGenerations({ name, method, permissionSet }, { v2: folder + name, v1: folderOfV1 + pathV1 }, handle)
}

function single(name: string, method: 'GET' | 'POST', handle: (call: MerchantCall) => Reply): Endpoint {
  return merchantEndpoint({ name, generation: 'v2', method, path: folder + name, permissionSet }, handle)
}

/** V1's data is the list itself. */
function allCategories({ world, merchant }: MerchantCall, generation: Generation): Reply {
  const list = world.catalogue.offeredTo(merchant).map((entry) => catalogueFields(entry, generation))
  return { kind: 'data', data: generation === 'v1' ? list : { category_list: list } }
}

function add({ world, merchant, body }: MerchantCall, generation: Generation): Reply {
  addCategories(world, merchant, ordersIn(generation, body))
  return { kind: 'data' }
}

function supply({ world, merchant, body }: MerchantCall, generation: Generation): Reply {
  supplyCategories(world, merchant, ordersIn(generation, body), generation === 'v1' ? 40033 : 28005105)
  return { kind: 'data' }
}

function ordersIn(generation: Generation, body: unknown) {
  return parseBodyIn(generation, generation === 'v1' ? categoriesBodyV1 : categoriesBodyV2, body)
}

function remove({ world, merchant, body }: MerchantCall): Reply {
  deleteCategories(world, merchant, parseBody(deletedCategoriesBody, body, 20002).categories)
  return { kind: 'data' }
}
