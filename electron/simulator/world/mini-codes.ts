import { Refusal } from './refusal'
import type { Merchant } from './state'

/** Which app opens a mini-program code (page "获取小程序码"). */
export const codeHosts = ['toutiao', 'douyin', 'douyin_lite', 'douyin_search', 'toutiao_lite', 'all'] as const
type Colour = { readonly r: number; readonly g: number; readonly b: number }

/** How a mini-program code is to be drawn. `width` in pixels. */
export type MiniCodeDesign = {
  readonly width: number
  readonly lineColour: Colour
  readonly background: Colour
  readonly round: boolean
}

/** The text that a phone reads from a mini-program code. Throws `Refusal` 28005001 for a path that is wrongly encoded. */
export function miniCodeText({ appId }: Merchant, host: string, encodedPath: string): string {
  const query = new URLSearchParams({ app_id: appId, host })
  const path = decoded(encodedPath)
  if (path !== '') query.set('path', path)
  return `https://z.douyin.com/mp?${query.toString()}`
}

/** `path` comes percent-encoded; a plain one stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new Refusal(28005001)
  }
}
