import { z } from 'zod'
import { Refusal } from '../world/refusal'

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

/** Reads a body by its schema. Throws `Refusal` 40001. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body)
  if (!result.success) throw new Refusal(40001)
  return result.data
}

/** A member of the query that must be there. Throws `Refusal` 40002. */
export function required(query: URLSearchParams, name: string): string {
  const value = query.get(name)
  if (value === null || value === '') throw new Refusal(40002)
  return value
}
