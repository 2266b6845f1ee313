import { type Answer, codeOf, type Platform, at, textAt } from './platform'

export const png = Buffer.from('89504e470d0a1a0a00', 'hex')
export const jpeg = Buffer.from('ffd8ffe000104a46', 'hex')
export const pdf = Buffer.from('%PDF-1.7\n')

/** Calls the endpoints of the profile and of categories for one merchant, in V2. */
export type Desk = {
  readonly token: string
  info(): Promise<unknown>
  profile(action: string, body: object): Promise<unknown>
  check(name: string): Promise<unknown>
  read(name: string): Promise<unknown>
  change(name: string, body?: object): Promise<unknown>
  upload(type: string, bytes: Buffer): Promise<Answer>
  material(type: string, bytes?: Buffer): Promise<string>
}

export async function deskOf(platform: Platform, appId: string): Promise<Desk> {
  const token = await platform.merchantToken(appId)
  const basic = '/api/apps/v2/basic_info/'
  const category = '/api/apps/v1/category/'
  const data = async (path: string) => at((await platform.send('GET', path, { token })).body, 'data')
  const upload = async (type: string, bytes: Buffer) =>
    platform.sendForm('/api/apps/v2/file/upload_material/', token, { material_type: type, material_file: bytes })
  return {
    token,
    info: () => data(`${basic}get_info/`),
    profile: async (action, body) =>
      codeOf(await platform.send('POST', `${basic}modify_app_${action}/`, { token, body })),
    check: async (name) =>
      codeOf(await platform.send('GET', `${basic}check_app_name/`, { token, query: { app_name: name } })),
    read: (name) => data(`${category}${name}/`),
    change: async (name, body) =>
      codeOf(await platform.send('POST', `${category}${name}/`, { token, ...(body === undefined ? {} : { body }) })),
    upload,
    material: async (type, bytes = png) => textAt((await upload(type, bytes)).body, 'data', 'path')
  }
}

/** What V1 wants in the query on a merchant's endpoints. */
export async function queryOfV1(platform: Platform, appId: string): Promise<Record<string, string>> {
  const component_appid = platform.simulator.application.appId
  const component_access_token = await platform.componentToken('/openapi/v1/auth/tp/token')
  const query = { component_appid, component_access_token }
  const code = await platform.send('POST', '/openapi/v1/auth/retrieve', {
    query: { ...query, authorization_appid: appId }
  })
  const grant = await platform.send('GET', '/openapi/v1/oauth/token', {
    query: {
      ...query,
      grant_type: 'app_to_tp_authorization_code',
      authorization_code: textAt(code.body, 'authorization_code')
    }
  })
  return { component_appid, authorizer_access_token: textAt(grant.body, 'authorizer_access_token') }
}
