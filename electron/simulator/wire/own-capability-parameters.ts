import { z } from 'zod'

/** A text of 1 to `most` characters. */
export const textUpTo = (most: number) => z.string().refine((text) => text !== '' && [...text].length <= most)
const path = z.string().min(1)
const count = z.number().int().min(0)

/** Page "申请短视频挂载" of V2 and of V1. */
export const videoBodyV2 = z.object({
  intro: textUpTo(200),
  anchor_text: textUpTo(200),
  image_path: path,
  component_appid: z.string().min(1)
})
export const videoBodyV1 = z.object({ intro: textUpTo(200), anchorText: textUpTo(200), imagePath: path })

/** Page "申请「抖音直播组件」能力": what is not marked is needed. */
export const liveBody = z.object({
  intro: textUpTo(300),
  /** Unix seconds. */
  firstLiveTime: count,
  liveFrequency: count,
  hasAdBudget: z.union([z.literal(0), z.literal(1)]),
  /** Yuan. */
  adBudgetAmount: count.default(0),
  adPersonName: z
    .string()
    .refine((text) => [...text].length <= 10)
    .default('')
})

/** Page "申请获取用户手机号能力": exactly one picture. */
export const phoneBody = z.object({
  reason: z.number().int().min(1).max(2),
  scene: z.number().int().min(1).max(7),
  description: textUpTo(200).refine((text) => [...text].length >= 10),
  imagePaths: z.array(path).length(1)
})

/** 短视频挂载's numbers, which know no ban. */
export const videoStatuses = {
  ...{ applying: 1, granted: 2, rejected: 3, closed: 4, banned: 4 },
  ...{ can_apply: 5, cannot_apply: 6 }
} as const satisfies Readonly<Record<string, number>>

/** The numbers of 抖音直播组件 and 获取用户手机号, which know no ban either. */
export const olderStatuses = {
  ...{ can_apply: 1, cannot_apply: 2, applying: 3 },
  ...{ granted: 4, rejected: 5, closed: 6, banned: 6 }
} as const
