import type { CodeStage } from '@shared/domain/version'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import { readAnswer, logIdOf, unexpected, type Answer } from './envelope'
import type { HttpAnswer } from './http'
import { mediaType, type PictureLoader } from './pictures'
import { rasterType } from './raster-type'
import type { WireRequest } from './wire'

export type TrialCodePicture = { readonly png: Buffer; readonly expiresAt: number | null }

const schema = z.object({ qr_code_url: z.url({ protocol: /^https?$/ }) })

/**
 * 获取二维码V2 (page `base-info/qrcode-v2`): the trial code of a stage, opening a page path with its query.
 *
 * The answer gives a signed address that expires, so the picture is downloaded at once; an answer that is the picture
 * itself, as in V1, is taken too. A leading `/` is dropped: the platform would ignore the path.
 */
export async function trialCode(
  parts: { readonly caller: PlatformCaller; readonly pictures: PictureLoader },
  appId: string,
  request: { readonly stage: CodeStage; readonly path: string },
  signal: AbortSignal | undefined
): Promise<TrialCodePicture> {
  const path = request.path.replace(/^\/+/, '')
  const body = { version: request.stage, ...(path === '' ? {} : { path }) }
  const { value, logId } = await parts.caller.asMerchant(appId, { endpoint: endpoints.trialCode, body, read, signal })
  const png = typeof value === 'string' ? (await parts.pictures.load(value, signal)).bytes : value
  if (rasterType(png) !== 'image/png') throw unexpected(logId, { call: endpoints.trialCode })
  return { png, expiresAt: typeof value === 'string' ? expiryOf(value) : null }
}

/** The picture, or its address. */
const read: WireRequest<Buffer | string>['read'] = (answer, question): Answer<Buffer | string> => {
  if (isPicture(answer)) return { value: answer.body, logId: logIdOf(answer) }
  const { value, logId } = readAnswer(answer, { schema }, question)
  return { value: value.qr_code_url, logId }
}

function isPicture(answer: HttpAnswer): boolean {
  return answer.status === 200 && mediaType(answer).startsWith('image/')
}

/** `x-expires` of a signed address: Unix seconds. */
function expiryOf(address: string): number | null {
  const seconds = new URL(address).searchParams.get('x-expires') ?? ''
  return /^\d{9,11}$/.test(seconds) ? Number(seconds) * 1000 : null
}
