import { announce } from './events'
import { authorizationCodeLifeMs } from './durations'
import { Refusal } from './refusal'
import type { Generation, Merchant, TokenPair } from './state'
import { issuePair } from './tokens'
import type { World } from './world'

/** The permission sets (授权权限集) by the id that comes back with a merchant's token. */
export const permissionSets: Readonly<Record<number, { readonly category: string; readonly description: string }>> = {
  1: { category: '开发管理权限', description: '代小程序提交代码、提审、发布及其所需的设置' },
  2: { category: '基本信息设置权限', description: '代小程序设置名称、图标、简介、服务类目、域名' },
  3: { category: '运营管理权限', description: '代小程序申请与使用平台能力' },
  4: { category: '数据分析权限', description: '查看小程序的用户与交易数据' },
  5: { category: '广告管理权限', description: '代小程序投放与管理广告' },
  6: { category: '支付服务权限', description: '代小程序开通与使用支付产品' },
  7: { category: '流量主权限', description: '代小程序管理流量主收益' },
  8: { category: '小程序推广计划-任务管理权限', description: '代小程序发布推广任务并查看数据' }
}

export type AuthorizedPage = { readonly apps: readonly Merchant[]; readonly total: number }

/** 获取授权小程序列表: `page` from 1, `size` 1 to 50. Throws `Refusal` 40001 for other values. */
export function authorizedApps(world: World, page: number, size: number): AuthorizedPage {
  if (!Number.isInteger(page) || page < 1) throw new Refusal(40001)
  if (!Number.isInteger(size) || size < 1 || size > 50) throw new Refusal(40001)
  const listed = world.state.merchants.filter((merchant) => merchant.authorization.listed)
  return { apps: listed.slice((page - 1) * size, page * size), total: listed.length }
}

export type AuthorizationCode = { readonly value: string; readonly expiresAt: number }

/** 找回授权码. Throws `Refusal` 40004 for an unknown app and 40022 when it is not authorised (any more). */
export function retrieveCode(world: World, appId: string): AuthorizationCode {
  const merchant = world.merchant(appId)
  if (!merchant.authorization.live) throw new Refusal(40022)
  const code = createCode(world, merchant)
  announce(world, 'UPDATE_AUTHORIZED', appId, codeContent(world, code))
  return code
}

/** Makes a single-use authorization code (授权码) that lives for an hour. */
export function createCode(world: World, merchant: Merchant): AuthorizationCode {
  const code = {
    value: world.mint('code'),
    appId: merchant.appId,
    expiresAt: world.now() + authorizationCodeLifeMs
  }
  const { state } = world
  state.codes = [...state.codes.filter((each) => each.expiresAt > world.now()), code]
  world.touch()
  return code
}

/** The members of the events that carry a code. */
export function codeContent(world: World, code: AuthorizationCode): Record<string, unknown> {
  return {
    AuthorizationCode: code.value,
    AuthorizationCodeExpiresIn: Math.round((code.expiresAt - world.now()) / 1000)
  }
}

export type Grant = { readonly merchant: Merchant; readonly pair: TokenPair }

/** Exchanges an authorization code for tokens; a code works once. Throws `Refusal` 40018, 40022. */
export function exchangeCode(world: World, generation: Generation, value: string): Grant {
  const { state } = world
  const code = state.codes.find((each) => each.value === value)
  if (code === undefined || code.expiresAt <= world.now()) throw new Refusal(40018)
  state.codes = state.codes.filter((each) => each !== code)
  const merchant = world.merchant(code.appId)
  if (!merchant.authorization.live) throw new Refusal(40022)
  return { merchant, pair: issuePair(world, generation, merchant) }
}

/** Exchanges a refresh token, which works once, for a new pair; the old pair is dead at once. Throws `Refusal` 40021. */
export function refreshPair(world: World, generation: Generation, refresh: string): Grant {
  const merchant = world.state.merchants.find((each) => each.tokens[generation]?.refresh === refresh)
  const expiresAt = merchant?.tokens[generation]?.refreshExpiresAt ?? 0
  if (merchant === undefined || !merchant.authorization.live || expiresAt <= world.now()) throw new Refusal(40021)
  return { merchant, pair: issuePair(world, generation, merchant) }
}

/** The merchant ends the authorisation: its tokens and codes are dead at once. */
export function endAuthorization(world: World, merchant: Merchant): void {
  merchant.authorization.live = false
  merchant.authorization.listed = false
  merchant.tokens = { v1: null, v2: null }
  const { state } = world
  state.codes = state.codes.filter((code) => code.appId !== merchant.appId)
  announce(world, 'UNAUTHORIZED', merchant.appId, {})
}

/**
 * The merchant authorises the application (again): nothing of an earlier authorisation lives on. `details` are what the
 * event tells besides. Throws `Refusal` 40019 while an authorisation lives.
 */
export function beginAuthorization(
  world: World,
  merchant: Merchant,
  permissions: readonly number[] = merchant.authorization.permissions,
  details: Record<string, unknown> = {}
): AuthorizationCode {
  if (merchant.authorization.live) throw new Refusal(40019)
  merchant.authorization = { live: true, listed: true, at: world.now(), permissions: uniqueSets(permissions) }
  merchant.tokens = { v1: null, v2: null }
  const code = createCode(world, merchant)
  announce(world, 'AUTHORIZED', merchant.appId, { ...codeContent(world, code), ...details })
  return code
}

/**
 * The merchant adds permission sets; taking one away is not possible (page "权限集说明"). What holds a token may use them
 * at once. No event tells of it. Throws `Refusal` 40022 without an authorisation, 40001 for an unknown set.
 */
export function addPermissions(world: World, merchant: Merchant, permissions: readonly number[]): void {
  const { authorization } = merchant
  if (!authorization.live) throw new Refusal(40022)
  authorization.permissions = uniqueSets([...authorization.permissions, ...permissions])
  world.touch()
}

function uniqueSets(permissions: readonly number[]): number[] {
  if (permissions.some((id) => !(id in permissionSets))) throw new Refusal(40001)
  return [...new Set(permissions)].sort((one, other) => one - other)
}
