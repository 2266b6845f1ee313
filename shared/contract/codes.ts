import { z } from 'zod'
import { codeHosts, type MiniCode, type MiniCodeRequest, type SavedCode } from '../domain/mini-code'
import { codeStages } from '../domain/version'
import type { TrialCode } from '../domain/code'
import { codePathMaxLength, codeWidth, savedCodesMax } from '../rules/limits'
import { accountId, appId, appIds, merchant, ownId, returning, text } from './call'

const part = z.number().int().min(0).max(255)
const colour = z.strictObject({ r: part, g: part, b: part })
const request = z.strictObject({
  host: z.enum(codeHosts),
  path: text(codePathMaxLength),
  width: z.number().int().min(codeWidth.min).max(codeWidth.max),
  lineColour: colour,
  background: colour,
  withIcon: z.boolean(),
  round: z.boolean()
}) satisfies z.core.$ZodType<MiniCodeRequest>
const label = z.string().trim().min(1).max(60)

export const codeCalls = {
  'codes.trial': returning<TrialCode>().from(
    z.strictObject({ accountId, appId, stage: z.enum(codeStages), path: text(codePathMaxLength) })
  ),
  /** 获取小程序码: asks the platform now. */
  'codes.mini': returning<MiniCode>().from(z.strictObject({ accountId, appId, request })),
  'codes.saved': returning<readonly SavedCode[]>().from(
    z.strictObject({ accountId, appIds: appIds.nullable() }),
    512 * 1024
  ),
  /** Keeps codes without making them; those with an `id` are changed, and lose their picture if the request differs. */
  'codes.save': returning<readonly SavedCode[]>().from(
    z.strictObject({
      accountId,
      codes: z
        .array(z.strictObject({ id: ownId.nullable(), appId, label, request }))
        .min(1)
        .max(savedCodesMax)
    }),
    4 * 1024 * 1024
  ),
  /** Makes the picture of a kept code, or gives the one that is there. */
  'codes.make': returning<SavedCode>().from(z.strictObject({ accountId, id: ownId })),
  'codes.forget': returning<{ forgotten: number }>().from(
    z.strictObject({ accountId, ids: z.array(ownId).min(1).max(savedCodesMax) }),
    1024 * 1024
  ),
  /** Where the codes of this merchant lead: paths that were used before, newest first. */
  'codes.paths': returning<readonly string[]>().from(merchant)
} as const
