import { z } from 'zod'
import { Refusal } from './refusal'

const members = z.record(z.string(), z.unknown())
const pageOf = z.record(z.string(), members)

/** Page "代开发环节说明": the special fields; everything else is as in `app.json`. */
const extJsonSchema = z.looseObject({
  extEnable: z.boolean(),
  extAppid: z.string(),
  directCommit: z.boolean().optional(),
  ext: members.optional(),
  extPages: pageOf.optional()
})

/** Throws `Refusal` 40001 for a text that is no ext.json document, or one for another mini program. */
export function checkExtJson(text: string, appId: string): void {
  const document = extJsonSchema.safeParse(valueOf(text))
  if (!document.success)
    throw new Refusal(40001, `ext_json 格式错误：${document.error.issues[0]?.path.join('.') ?? ''}`)
  if (document.data.extAppid !== appId) throw new Refusal(40001, 'ext_json 中的 extAppid 与小程序不一致')
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
