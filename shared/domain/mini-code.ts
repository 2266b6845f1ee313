import type { MerchantRef } from './merchant'

/** Which app opens a mini-program code (小程序码); `all` lets any of them. The platform's list is open. */
export const codeHosts = ['douyin', 'douyin_lite', 'douyin_search', 'toutiao', 'toutiao_lite', 'all'] as const
export type CodeHost = (typeof codeHosts)[number]

/** Parts of 0 to 255. */
export type Colour = { readonly r: number; readonly g: number; readonly b: number }

/** How a mini-program code is to be made (page "获取小程序码"). */
export type MiniCodeRequest = {
  readonly host: CodeHost
  /** Page path with its query, not encoded; empty for the home page. */
  readonly path: string
  /** Side in pixels. */
  readonly width: number
  readonly lineColour: Colour
  readonly background: Colour
  /** The mini program's icon in the middle. */
  readonly withIcon: boolean
  /** A round code (抖音码), which only ByteDance's apps scan, instead of a square one. */
  readonly round: boolean
}

/** A mini-program code, which lives for ever. */
export type MiniCode = {
  readonly request: MiniCodeRequest
  /** `data:image/png;base64,…` or jpeg. */
  readonly image: string
  /** What a phone reads from it; null where our decoder could not: never for a round one. */
  readonly text: string | null
  readonly madeAt: number
}

/** A code that is kept, for example of a table or a shop; its picture is there once it was made. */
export type SavedCode = MerchantRef & {
  readonly id: string
  /** 桌号 3, 门店…: names it on sheets and in file names. */
  readonly label: string
  readonly request: MiniCodeRequest
  readonly code: MiniCode | null
  readonly changedAt: number
}
