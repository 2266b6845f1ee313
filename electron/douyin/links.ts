import { z } from 'zod'
import { isLoopback } from './base-url'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import type { IconFile, LinkRequest } from './platform'
import { reading } from './wire'

const linkTypes = { authorize: 1, create: 2 } as const

/** The icon among the materials of the third-party application; a merchant's materials are numbered otherwise. */
const iconMaterialType = '2'

const iconNames = { 'image/png': 'icon.png', 'image/jpeg': 'icon.jpg' } as const

/**
 * 直接获取授权链接V2 (page `authorization/gen-link-v2`). A link that could lead the merchant's browser anywhere but to an
 * `https:` page is `unexpected`; from a platform on this machine, `http:` on this machine will do.
 */
export async function authorizationLink(
  caller: PlatformCaller,
  openBase: URL,
  request: LinkRequest,
  signal: AbortSignal | undefined
): Promise<{ readonly url: string }> {
  const isGood = (link: string): boolean => isLink(link, isLoopback(openBase))
  const { value } = await caller.asApplication({
    endpoint: request.kind === 'create' ? endpoints.creationLink : endpoints.authorizationLink,
    body: {
      link_type: linkTypes[request.kind],
      ...(request.kind === 'create' ? { app_name: request.appName } : {}),
      ...(request.kind === 'create' && request.iconPath !== null ? { app_icon: request.iconPath } : {}),
      ...(request.redirectUrl === null ? {} : { redirect_uri: request.redirectUrl })
    },
    read: reading({ schema: z.object({ link: z.string().max(4096).refine(isGood) }) }),
    signal
  })
  return { url: new URL(value.link).href }
}

const uploaded = reading({ schema: z.object({ path: z.string().min(1).max(2048) }) })

/** 第三方小程序应用上传资源V2 (page `upload-pic-material-v2`): at most 2 MB of png or jpeg. */
export async function uploadIcon(
  caller: PlatformCaller,
  { contentType, bytes }: IconFile,
  signal: AbortSignal | undefined
): Promise<{ readonly path: string }> {
  const form = new FormData()
  form.set('material_type', iconMaterialType)
  form.set('material_file', new Blob([new Uint8Array(bytes)], { type: contentType }), iconNames[contentType])
  const { value } = await caller.asApplication({ endpoint: endpoints.uploadMaterial, form, read: uploaded, signal })
  return { path: value.path }
}

function isLink(link: string, allowLoopback: boolean): boolean {
  const url = URL.canParse(link) ? new URL(link) : null
  if (!url || url.username || url.password) return false
  return url.protocol === 'https:' || (allowLoopback && url.protocol === 'http:' && isLoopback(url))
}
