import { z } from 'zod'
import { Refusal } from '../world/refusal'
import type { Generation } from '../world/state'

/** A 64-bit id: a bare number on the wire, text everywhere else. A quoted one is refused as the platform's parser would. */
const id = z.union([z.number().int(), z.bigint()]).transform(String)
const flag = z.boolean().optional()

export const uploadBody = z.object({
  template_id: id,
  user_version: z.string().min(1),
  user_desc: z.string(),
  ext_json: z.string(),
  tag: z.string().default('')
})

export const auditBodyV2 = z.object({
  host_names: z.array(z.string()),
  audit_note: z.string().default(''),
  audit_way: z.union([z.literal(0), z.literal(1)]).default(0),
  tag: z.string().default(''),
  is_force_skip_plugin_jssdk_check: flag,
  is_force_skip_plugin_app_check: flag
})

export const auditBodyV1 = z.object({
  hostNames: z.array(z.string()),
  auditNote: z.string().default(''),
  auditWay: z.union([z.literal(0), z.literal(1)]).default(0)
})

export const codeBody = z.object({ version: z.string(), path: z.string().default('') })
export const draftBody = z.object({ draft_id: id })
export const templateBody = z.object({ template_id: id })

const purpose = z
  .union([z.literal(1), z.literal(2)])
  .default(1)
  .transform((type) => (type === 2 ? 'create' : 'authorize'))
const creation = { app_name: z.string().default(''), app_icon: z.string().default('') }
export const preAuthCodeBody = z.object({ pre_auth_code_type: purpose, ...creation })
export const linkBody = z.object({ link_type: purpose, ...creation, redirect_uri: z.string().min(1).nullish() })
export const retrieveBody = z.object({ authorization_appid: z.string().min(1) })

const text = z.string().min(1)
export const nameBody = z.object({ new_name: z.string(), material_file_path: z.string().default('') })
export const introductionBody = z.object({ new_intro: z.string() })
export const iconBody = z.object({ new_icon_path: text })

const certificateV2 = z
  .object({ id: text, name: z.string(), path_list: z.array(text) })
  .transform(({ id, name, path_list }) => ({ id, name, paths: path_list }))
export const categoriesBodyV2 = z
  .object({
    category_info: z.array(z.object({ category: text, category_cert: z.array(certificateV2).nullish() })).min(1)
  })
  .transform(({ category_info }) =>
    category_info.map(({ category, category_cert }) => ({ id: category, certificates: category_cert ?? [] }))
  )

/** V1 takes one file as `path`, several as `pathList`. */
const certificateV1 = z
  .object({ id: text, name: z.string(), path: z.string().optional(), pathList: z.array(text).optional() })
  .transform(({ id, name, path, pathList }) => ({ id, name, paths: pathList ?? (path ? [path] : []) }))
export const categoriesBodyV1 = z
  .object({
    categoryInfo: z.array(z.object({ category: text, categoryCert: z.array(certificateV1).nullish() })).min(1)
  })
  .transform(({ categoryInfo }) =>
    categoryInfo.map(({ category, categoryCert }) => ({ id: category, certificates: categoryCert ?? [] }))
  )
export const deletedCategoriesBody = z.object({ categories: z.array(text).min(1) })
export const mainCategoryBody = z.object({ main_category: text })

/** Reads a body by its schema. Throws `Refusal` 40001, or the code of the endpoint's own page. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown, code = 40001): z.output<Schema> {
  const result = schema.safeParse(body)
  if (!result.success) throw new Refusal(code)
  return result.data
}

/** The same for endpoints whose V2 pages list the gateway's code only. Throws `Refusal` 28001007, in V1 40001. */
export function parseBodyIn<Schema extends z.ZodType>(
  generation: Generation,
  schema: Schema,
  body: unknown
): z.output<Schema> {
  return parseBody(schema, body, generation === 'v1' ? 40001 : 28001007)
}

/** A member of the query that must be there. Throws `Refusal` 40002. */
export function required(query: URLSearchParams, name: string): string {
  const value = query.get(name)
  if (value === null || value === '') throw new Refusal(40002)
  return value
}
