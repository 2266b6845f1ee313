/* eslint-disable operator-texts/no-desk-text --
   the documentation's own names, which find the error codes; what is shown stands in endpoint-titles.ts */
import type { Endpoint } from './endpoint'
import { operationEndpoints } from './endpoints-operation'
import { setupEndpoints } from './endpoints-setup'

export { groupRates, type Endpoint, type EndpointGroup } from './endpoint'

const authorization = { host: 'open', group: 'authorization', token: 'component' } as const
/** Apart from the tokens: their daily allowance, once used up, must not hold renewals back. */
const links = { ...authorization, group: 'links', method: 'POST' } as const
const templates = { host: 'open', group: 'templates', token: 'component', method: 'GET', effect: 'read' } as const
const templateWrite = { ...templates, method: 'POST', effect: 'write' } as const
const basicInformation = { host: 'open', group: 'basic_information', token: 'merchant' } as const
const versionRead = {
  host: 'open',
  group: 'package_versions',
  token: 'merchant',
  method: 'GET',
  effect: 'read'
} as const
const versionWrite = { ...versionRead, method: 'POST', effect: 'write' } as const

/**
 * The endpoints in use. Every one is of the V2 generation: that is the page's title and the token, not the path, most of
 * which contain `/v1/`.
 */
export const endpoints = {
  /** Each fetch ends the token before it; nothing else changes, so that it may be repeated. */
  componentToken: {
    ...authorization,
    name: '获取第三方小程序接口调用凭据',
    method: 'GET',
    path: '/openapi/v2/auth/tp/token/',
    token: 'none',
    effect: 'read'
  },
  /** Uses the authorization code up. */
  exchangeCode: {
    ...authorization,
    name: '获取授权小程序接口调用凭据',
    method: 'GET',
    path: '/api/tpapp/v2/auth/get_auth_token/',
    effect: 'write'
  },
  /** Uses the refresh token up. */
  refreshToken: {
    ...authorization,
    name: '刷新授权小程序接口调用凭据',
    method: 'GET',
    path: '/api/tpapp/v2/auth/get_auth_token/',
    effect: 'write'
  },
  /** Issues a new code each time. */
  retrieveCode: {
    ...authorization,
    name: '找回授权码',
    method: 'POST',
    path: '/api/tpapp/v2/auth/retrieve_auth_code/',
    effect: 'read'
  },
  authorizedApps: {
    ...authorization,
    name: '获取授权小程序列表',
    method: 'GET',
    path: '/api/tpapp/v2/auth/get_auth_app_list/',
    effect: 'read'
  },
  /** A lost link of this kind costs nothing. */
  authorizationLink: { ...links, name: '直接获取授权链接', path: '/api/tpapp/v3/auth/gen_link/', effect: 'read' },
  /** Each one counts against 50 a day, and reserves the name. */
  creationLink: { ...links, name: '直接获取授权链接', path: '/api/tpapp/v3/auth/gen_link/', effect: 'write' },
  /** Sent again it leaves an unused file behind. */
  uploadMaterial: {
    ...links,
    name: '第三方小程序应用上传资源',
    path: '/api/tpapp/v2/file/upload_material/',
    effect: 'read'
  },
  templateApps: { ...templates, name: '获取模板小程序列表', path: '/api/tpapp/v2/template/get_tpl_app_list/' },
  templates: { ...templates, name: '获取模板列表', path: '/api/tpapp/v2/template/get_tpl_list/' },
  addTemplate: { ...templateWrite, name: '添加模板', path: '/api/tpapp/v2/template/add_tpl/' },
  deleteTemplate: { ...templateWrite, name: '删除模板', path: '/api/tpapp/v2/template/del_tpl/' },
  basicInformation: {
    ...basicInformation,
    name: '获取小程序基本信息',
    method: 'GET',
    path: '/api/apps/v2/basic_info/get_info/',
    effect: 'read'
  },
  ...setupEndpoints,
  ...operationEndpoints,
  /** A POST that changes nothing. */
  trialCode: {
    ...basicInformation,
    name: '获取二维码',
    method: 'POST',
    path: '/api/apps/v2/basic_info/get_qr_code/',
    effect: 'read',
    group: 'codes'
  },
  versions: {
    ...versionRead,
    name: '获取小程序版本列表信息',
    path: '/api/apps/v1/package_version/versions/'
  },
  auditHosts: {
    ...versionRead,
    name: '获取可选审核宿主端列表',
    path: '/api/apps/v1/package_version/get_audit_hosts/'
  },
  upload: { ...versionWrite, name: '提交代码', path: '/api/apps/v1/package_version/upload/' },
  /** The only one of its group under `/v2/`. */
  submit: { ...versionWrite, name: '提审代码', path: '/api/apps/v2/package_version/audit/' },
  withdraw: { ...versionWrite, name: '撤回审核', path: '/api/apps/v1/package_version/revoke_audit/' },
  release: { ...versionWrite, name: '发布代码', path: '/api/apps/v1/package_version/release/' },
  rollback: { ...versionWrite, name: '回退代码版本', path: '/api/apps/v1/package_version/rollback/' }
} as const satisfies Record<string, Endpoint>

/** Not an endpoint of the platform: whether its host answers at all. */
export const hostCheck = { name: '连接平台', effect: 'read' } as const

/** Not an endpoint of the platform: addresses of pictures that its answers contain. */
export const pictureDownload = { name: '下载图片', effect: 'read' } as const
