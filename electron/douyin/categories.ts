import type { CategoryFacts, ConfiguredCategory, MainCategory, UploadedQualification } from '@shared/domain/category'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { categoryPublishing, publishingData } from './category-publishing'
import { categoryId, namedCategory, qualification, reviewState } from './category-schemas'
import { endpoints } from './endpoints'
import { PlatformError } from './platform-error'
import { list, optionalInteger, text } from './schemas'
import { reading } from './wire'

const uploaded = z.object({
  ...qualification.shape,
  path_list: list(z.string()),
  // V1's spelling, where there is one file.
  path: text
})

const configuredData = z.object({
  app_category_audit_info: list(
    z.object({
      category: categoryId,
      category_name: text,
      category_cert_ids: text,
      category_cert: list(uploaded),
      category_audit_state: reviewState,
      reason: text
    })
  ),
  remaining_times: optionalInteger,
  category_change_limit: optionalInteger,
  category_limit: optionalInteger
})

const readConfigured = reading({ schema: configuredData })

const readOnline = reading({
  schema: z.object({ online_categories: list(namedCategory), online_audit_info: publishingData })
})

const readMain = reading({
  schema: z.object({
    main_category_info: namedCategory,
    main_category_pre_set_info: namedCategory,
    main_category_reject_info: z.object({ MainCategory: namedCategory }).nullish(),
    remaining_times: optionalInteger
  })
})

type Signal = AbortSignal | undefined

/**
 * 获取已设置的服务类目V2 together with 查询已发布的服务类目 and 查询主营类目 (pages `base-info/category-audit-info-v2`,
 * `get-online-category`, `main-category-query`). The latter two have scopes of their own: what is denied is null.
 */
export async function categories(caller: PlatformCaller, appId: string, signal: Signal): Promise<CategoryFacts> {
  const [{ value }, published, main] = await Promise.all([
    caller.asMerchant(appId, { endpoint: endpoints.categories, read: readConfigured, signal }),
    unlessDenied(onlineCategories(caller, appId, signal)),
    unlessDenied(mainCategory(caller, appId, signal))
  ])
  return {
    configured: value.app_category_audit_info.map(configured),
    limit: value.category_limit,
    monthlyLimit: value.category_change_limit,
    remaining: value.remaining_times,
    online: published?.online ?? null,
    publishing: published?.publishing ?? null,
    main
  }
}

async function onlineCategories(caller: PlatformCaller, appId: string, signal: Signal) {
  const { value } = await caller.asMerchant(appId, { endpoint: endpoints.onlineCategories, read: readOnline, signal })
  return {
    online: value.online_categories.filter((each) => each !== null),
    publishing: categoryPublishing(value.online_audit_info)
  }
}

async function mainCategory(caller: PlatformCaller, appId: string, signal: Signal): Promise<MainCategory> {
  const { value } = await caller.asMerchant(appId, { endpoint: endpoints.mainCategory, read: readMain, signal })
  return {
    current: value.main_category_info,
    preset: value.main_category_pre_set_info,
    rejected: value.main_category_reject_info?.MainCategory ?? null,
    remaining: value.remaining_times
  }
}

/** No capability, or no scope. */
const deniedCodes = new Set(['28001014', '28001018', '28001019', '28001042'])

async function unlessDenied<Value>(call: Promise<Value>): Promise<Value | null> {
  try {
    return await call
  } catch (error) {
    if (error instanceof PlatformError && deniedCodes.has(error.facts.platformCode ?? '')) return null
    throw error
  }
}

type Configured = z.output<typeof configuredData>['app_category_audit_info'][number]

function configured(each: Configured): ConfiguredCategory {
  return {
    id: each.category,
    name: each.category_name,
    state: each.category_audit_state,
    reason: each.reason,
    qualifications: qualificationsOf(each)
  }
}

/** Those with files, and those of which only the id is told: correcting a category takes the same ids again. */
function qualificationsOf({ category_cert: certificates, category_cert_ids: ids }: Configured) {
  const told = certificates.map(({ id, name, path, path_list: paths }): UploadedQualification => {
    return { id, name, paths: paths.length > 0 || path === '' ? paths : [path] }
  })
  const known = new Set(told.map(({ id }) => id))
  const rest = ids.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
  return [...told, ...rest.filter((id) => !known.has(id)).map((id) => ({ id, name: '', paths: [] }))]
}
