import { z } from 'zod'
import { materialOf } from '../world/materials'
import { codeHosts, miniCodeText } from '../world/mini-codes'
import { Refusal } from '../world/refusal'
import { type Endpoint, type MerchantCall, merchantEndpoint } from './endpoint'
import { miniCodePicture } from './mini-code-picture'
import { parseBody } from './parameters'
import type { Reply } from './reply'

const part = z.number().int().min(0).max(255)
const colour = (level: number) => z.object({ r: part, g: part, b: part }).default({ r: level, g: level, b: level })

/** Page "获取小程序码"; the bounds of `width` are those of the older endpoint's page. */
const miniCodeBody = z.object({
  appid: z.string().optional(),
  app_name: z.enum(codeHosts).default('toutiao'),
  path: z.string().default(''),
  width: z.number().int().min(280).max(1280).default(430),
  line_color: colour(0),
  background: colour(255),
  set_icon: z.boolean().default(false),
  is_circle_code: z.boolean().default(false)
})

/** 获取小程序码: permanent, so the same request always gives the same picture. */
export const miniCodeEndpoints: readonly Endpoint[] = [
  merchantEndpoint(
    {
      ...{ name: 'qrcode_create', generation: 'v2', method: 'POST', permissionSet: 2 },
      path: '/api/apps/v1/qrcode/create'
    },
    create
  )
]

async function create(call: MerchantCall): Promise<Reply> {
  const { merchant, body } = call
  const asked = parseBody(miniCodeBody, body, 28005001)
  if (asked.appid !== undefined && asked.appid !== merchant.appId) throw new Refusal(28005001)
  const text = miniCodeText(merchant, asked.app_name, asked.path)
  const { width, line_color, background, is_circle_code } = asked
  const design = { width, lineColour: line_color, background, round: is_circle_code }
  const picture = miniCodePicture(text, design, asked.set_icon ? await iconOf(call) : null)
  return { kind: 'data', data: { img: picture.toString('base64') } }
}

/** A mini program without an icon has nothing in the middle. */
async function iconOf({ world, merchant, picture }: MerchantCall): Promise<Buffer | null> {
  if (merchant.icon === '') return null
  const material = materialOf(world, merchant.icon)
  return material === undefined ? picture('icons', merchant.icon) : Buffer.from(material.data, 'base64')
}
