import type { FileType } from '@shared/domain/file'
import type { MiniCodeRequest } from '@shared/domain/mini-code'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import { unexpected } from './envelope'
import { rasterType } from './raster-type'
import { reading } from './wire'

const read = reading({ schema: z.object({ img: z.string().min(1) }) })

/**
 * 获取小程序码 (page `base-info/get-qrcode`, scope `apps.qrcode.create`): a permanent code that opens a page of the published
 * version. The page's sample carries a client token (`clt.`) and does not say which one a provider sends; this sends the
 * merchant's, as all of its chapter does.
 *
 * Throws `PlatformError`: `refused` with 28005001 for parameters that the platform does not take, `unexpected` for an answer
 * that is neither a PNG nor a JPEG.
 */
export async function miniCode(
  caller: PlatformCaller,
  appId: string,
  request: MiniCodeRequest,
  signal: AbortSignal | undefined
): Promise<{ readonly contentType: FileType; readonly bytes: Buffer }> {
  const body = bodyOf(appId, request)
  const { value, logId } = await caller.asMerchant(appId, { endpoint: endpoints.miniCode, body, read, signal })
  const bytes = Buffer.from(value.img, 'base64')
  const contentType = rasterType(bytes)
  if (contentType === null) throw unexpected(logId, { call: endpoints.miniCode })
  return { contentType, bytes }
}

function bodyOf(appId: string, { host, path, width, lineColour, background, withIcon, round }: MiniCodeRequest) {
  return {
    appid: appId,
    app_name: host,
    ...(path === '' ? {} : { path: encodedPath(path) }),
    width,
    line_color: lineColour,
    background,
    set_icon: withIcon,
    is_circle_code: round
  }
}

/** Path and query are encoded as one; the encoding does not take half of a surrogate pair. */
const encodedPath = (path: string): string => encodeURIComponent(path.toWellFormed())
