import { uploadMaterial } from '../world/materials'
import { changeIcon, changeIntroduction, changeName, checkName } from '../world/profile'
import { Refusal } from '../world/refusal'
import type { Generation } from '../world/state'
import { type Endpoint, inBothGenerations, type MerchantCall, merchantEndpoint } from './endpoint'
import { iconBody, introductionBody, nameBody, parseBodyIn } from './parameters'
import type { Reply } from './reply'

const folder = { v2: '/api/apps/v2/basic_info/', v1: '/openapi/v1/microapp/app/' } as const
const permissionSet = 2

/** 修改基本资料, and the upload of the files that it and the categories take. */
export const profileEndpoints: readonly Endpoint[] = [
  ...profileEndpoint('check_app_name', 'GET', check),
  ...profileEndpoint('modify_app_name', 'POST', modifyName, 21000),
  ...profileEndpoint('modify_app_intro', 'POST', modifyIntroduction, 21200),
  ...profileEndpoint('modify_app_icon', 'POST', modifyIcon, 21100),
  upload('v2', '/api/apps/v2/file/upload_material'),
  upload('v1', '/openapi/v1/microapp/upload_material')
]

type Handle = (call: MerchantCall, generation: Generation) => Reply

function profileEndpoint(name: string, method: 'GET' | 'POST', handle: Handle, failure?: number): readonly Endpoint[] {
  const base = { name, method, permissionSet, ...(failure === undefined ? {} : { failure }) }
  return inBothGenerations(base, { v2: folder.v2 + name, v1: folder.v1 + name }, handle)
}

function check({ world, merchant, query }: MerchantCall, generation: Generation): Reply {
  const { new_name } = parseBodyIn(generation, nameBody, { new_name: query.get('app_name') })
  checkName(world, merchant, new_name)
  return { kind: 'data' }
}

function modifyName({ world, merchant, body }: MerchantCall, generation: Generation): Reply {
  const { new_name, material_file_path } = parseBodyIn(generation, nameBody, body)
  changeName(world, merchant, new_name, material_file_path === '' ? null : material_file_path)
  return { kind: 'data' }
}

function modifyIntroduction({ world, merchant, body }: MerchantCall, generation: Generation): Reply {
  changeIntroduction(world, merchant, parseBodyIn(generation, introductionBody, body).new_intro)
  return { kind: 'data' }
}

function modifyIcon({ world, merchant, body }: MerchantCall, generation: Generation): Reply {
  const { new_icon_path } = parseBodyIn(generation, iconBody, body)
  changeIcon(world, merchant, new_icon_path, generation === 'v1' ? 40033 : 21101)
  return { kind: 'data' }
}

/** 代授权小程序上传资源: needs a live authorisation, and no permission set. */
function upload(generation: Generation, path: string): Endpoint {
  const handle = async ({ world, merchant, form }: MerchantCall): Promise<Reply> => {
    const { type, bytes } = await uploadedFile(form)
    return { kind: 'data', data: { path: uploadMaterial(world, type, bytes, merchant.appId) } }
  }
  return merchantEndpoint({ name: 'upload_material', generation, method: 'POST', path, permissionSet: null }, handle)
}

/** The two fields of an upload. Rejects with `Refusal` 40001 when one of them is not there. */
export async function uploadedFile(form: MerchantCall['form']): Promise<{ type: number; bytes: Buffer }> {
  const fields = await form()
  const [type, file] = [fields.get('material_type'), fields.get('material_file')]
  if (typeof type !== 'string' || !(file instanceof Blob)) throw new Refusal(40001)
  return { type: Number(type), bytes: Buffer.from(await file.arrayBuffer()) }
}
