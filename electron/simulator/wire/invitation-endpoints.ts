import { createInvitation, type InvitationOrder } from '../world/invitations'
import { linkFolder } from '../world/links'
import { uploadMaterial } from '../world/materials'
import type { Generation } from '../world/state'
import { type Call, componentEndpoint, type Endpoint } from './endpoint'
import { linkBody, parseBody, preAuthCodeBody } from './parameters'
import { uploadedFile } from './profile-endpoints'
import type { Reply } from './reply'

/** 获取预授权码, 直接获取授权链接, and the upload of the icon that they take. */
export const invitationEndpoints: readonly Endpoint[] = [
  preAuthCode('v2', '/api/tpapp/v3/auth/get_pre_auth_code'),
  preAuthCode('v1', '/openapi/v2/auth/pre_auth_code'),
  link('v2', '/api/tpapp/v3/auth/gen_link'),
  link('v1', '/openapi/v2/auth/gen_link'),
  upload('v2', '/api/tpapp/v2/file/upload_material'),
  upload('v1', '/openapi/v1/tp/upload_pic_material')
]

function preAuthCode(generation: Generation, path: string): Endpoint {
  const handle = ({ world, body }: Call): Reply => {
    const { pre_auth_code_type, ...asked } = parseBody(preAuthCodeBody, body)
    const made = createInvitation(world, 'pre_auth_code', orderOf(pre_auth_code_type, asked, null))
    const expiresIn = Math.floor((made.expiresAt - world.now()) / 1000)
    return inGeneration(generation, { pre_auth_code: made.value, expires_in: expiresIn })
  }
  return componentEndpoint({ name: 'get_pre_auth_code', generation, method: 'POST', path }, handle)
}

function link(generation: Generation, path: string): Endpoint {
  const handle = ({ world, body, baseUrl }: Call): Reply => {
    const { link_type, redirect_uri, ...asked } = parseBody(linkBody, body)
    const made = createInvitation(world, 'link', orderOf(link_type, asked, redirect_uri ?? null))
    return inGeneration(generation, { link: `${baseUrl}${linkFolder}${made.value}` })
  }
  return componentEndpoint({ name: 'gen_link', generation, method: 'POST', path }, handle)
}

type Asked = { readonly app_name: string; readonly app_icon: string }

/** Name and icon are for what is created; with a link that only authorises they mean nothing. */
function orderOf(purpose: InvitationOrder['purpose'], asked: Asked, redirectUri: string | null): InvitationOrder {
  const creation = purpose === 'create' ? asked : { app_name: '', app_icon: '' }
  return { purpose, appName: creation.app_name.trim(), appIcon: creation.app_icon, redirectUri }
}

/** V1 has these fields without an envelope, V2 under `data`. */
function inGeneration(generation: Generation, fields: object): Reply {
  return generation === 'v1' ? { kind: 'bare', fields } : { kind: 'data', data: fields }
}

function upload(generation: Generation, path: string): Endpoint {
  const handle = async ({ world, form }: Call): Promise<Reply> => {
    const { type, bytes } = await uploadedFile(form)
    return { kind: 'data', data: { path: uploadMaterial(world, type, bytes) } }
  }
  return componentEndpoint({ name: 'upload_material', generation, method: 'POST', path }, handle)
}
