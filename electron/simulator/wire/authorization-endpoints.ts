import {
  authorizedApps,
  exchangeCode,
  type Grant,
  permissionSets,
  refreshPair,
  retrieveCode
} from '../world/authorization'
import { Refusal } from '../world/refusal'
import type { Generation } from '../world/state'
import { issueComponentToken } from '../world/tokens'
import { type Call, componentEndpoint, type Endpoint, openEndpoint } from './endpoint'
import { parseBody, required, retrieveBody } from './parameters'
import type { Reply } from './reply'

/** The name of the endpoint whose failures have V1's names in both generations. */
export const componentTokenName = 'component_token'

/** 授权: tokens and the list of authorised apps (chapter "授权" of both generations). */
export const authorizationEndpoints: readonly Endpoint[] = [
  componentToken('v2', '/openapi/v2/auth/tp/token'),
  componentToken('v1', '/openapi/v1/auth/tp/token'),
  authorizedList('v2', '/api/tpapp/v2/auth/get_auth_app_list'),
  authorizedList('v1', '/openapi/v1/tp/auth_app_list'),
  merchantToken('v2', '/api/tpapp/v2/auth/get_auth_token'),
  merchantToken('v1', '/openapi/v1/oauth/token'),
  componentEndpoint(
    { name: 'retrieve_auth_code', generation: 'v2', method: 'POST', path: '/api/tpapp/v2/auth/retrieve_auth_code' },
    (call) => ({ kind: 'data', data: retrieved(call, parseBody(retrieveBody, call.body).authorization_appid) })
  ),
  componentEndpoint(
    { name: 'retrieve_auth_code', generation: 'v1', method: 'POST', path: '/openapi/v1/auth/retrieve' },
    (call) => ({ kind: 'bare', fields: retrieved(call, required(call.query, 'authorization_appid')) })
  )
]

function componentToken(generation: Generation, path: string): Endpoint {
  const handle = ({ world, query }: Call): Reply => {
    const token = issueComponentToken(world, generation, {
      appId: required(query, 'component_appid'),
      secret: required(query, 'component_appsecret'),
      ticket: required(query, 'component_ticket')
    })
    const expiresIn = secondsUntil(token.expiresAt, world.now())
    return { kind: 'bare', fields: { component_access_token: token.value, expires_in: expiresIn } }
  }
  return openEndpoint({ name: componentTokenName, generation, method: 'GET', path }, handle)
}

function secondsUntil(end: number, now: number): number {
  return Math.floor((end - now) / 1000)
}

function authorizedList(generation: Generation, path: string): Endpoint {
  const handle = ({ world, query }: Call): Reply => {
    const page = authorizedApps(world, Number(required(query, 'page')), Number(required(query, 'size')))
    const apps = page.apps.map(({ appId, authorization }) => [appId, Math.floor(authorization.at / 1000)] as const)
    const { total } = page
    if (generation === 'v1') {
      return {
        kind: 'data',
        data: { authAppList: apps.map(([authAppId, authTime]) => ({ authAppId, authTime })), total }
      }
    }
    const list = apps.map(([auth_appid, auth_time]) => ({ auth_appid, auth_time }))
    return { kind: 'data', data: { auth_app_list: list, total } }
  }
  return componentEndpoint({ name: 'get_auth_app_list', generation, method: 'GET', path }, handle)
}

function retrieved({ world }: Call, appId: string) {
  const code = retrieveCode(world, appId)
  return { authorization_code: code.value, expires_in: secondsUntil(code.expiresAt, world.now()) }
}

/** One endpoint with two grants. Its name in faults and counters tells them apart no more than its path does. */
function merchantToken(generation: Generation, path: string): Endpoint {
  const handle = (call: Call): Reply => {
    const fields = granted(call, generation)
    return generation === 'v1' ? { kind: 'bare', fields } : { kind: 'data', data: fields }
  }
  return componentEndpoint({ name: 'get_auth_token', generation, method: 'GET', path }, handle)
}

function granted({ world, query }: Call, generation: Generation): object {
  switch (query.get('grant_type')) {
    case 'app_to_tp_authorization_code': {
      const grant = exchangeCode(world, generation, required(query, 'authorization_code'))
      return { ...pairFields(grant, world.now()), ...identityFields(grant) }
    }
    case 'app_to_tp_refresh_token': {
      const grant = refreshPair(world, generation, required(query, 'authorizer_refresh_token'))
      // The V1 page of the refresh shows the four members of the pair only.
      const identity = generation === 'v1' ? {} : identityFields(grant)
      return { ...pairFields(grant, world.now()), ...identity }
    }
    default:
      throw new Refusal(40040)
  }
}

function pairFields({ pair }: Grant, now: number) {
  return {
    authorizer_access_token: pair.access,
    expires_in: secondsUntil(pair.accessExpiresAt, now),
    authorizer_refresh_token: pair.refresh,
    refresh_expires_in: secondsUntil(pair.refreshExpiresAt, now)
  }
}

function identityFields({ merchant }: Grant) {
  const sets = merchant.authorization.permissions.map((id) => ({ id, ...permissionSets[id] }))
  return { authorizer_appid: merchant.appId, authorize_permission: sets }
}
