import { digest } from './random'
import { Refusal } from './refusal'
import {
  accessTokenLifeMs,
  componentTokenGraceMs,
  componentTokenLifeMs,
  componentTokenRenewalMs,
  refreshTokenLifeMs,
  ticketEveryMs,
  ticketLifeMs
} from './durations'
import { type ComponentToken, type Generation, generations, type Merchant, type TokenPair } from './state'
import type { World } from './world'

/** The third-party application that the simulator knows; it depends on the seed alone. */
export function applicationOf(seed: number): { readonly appId: string; readonly secret: string } {
  return { appId: `tt${digest(seed, 'application').slice(0, 16)}`, secret: digest(seed, 'secret').slice(0, 40) }
}

/** The component_ticket of this moment: a new one every 10 minutes, each valid for 3 hours. */
export function currentTicket(world: World): { readonly ticket: string; readonly validUntil: number } {
  const turn = Math.floor(world.now() / ticketEveryMs)
  return { ticket: ticketOfTurn(world, turn), validUntil: turn * ticketEveryMs + ticketLifeMs }
}

function ticketOfTurn(world: World, turn: number): string {
  return digest(world.state.seed, 'ticket', turn).slice(0, 32)
}

function isValidTicket(world: World, ticket: string): boolean {
  const turn = Math.floor(world.now() / ticketEveryMs)
  for (let age = 0; age * ticketEveryMs < ticketLifeMs; age += 1) {
    if (ticketOfTurn(world, turn - age) === ticket) return true
  }
  return false
}

/** What a component token is asked with. */
export type ComponentCredentials = { readonly appId: string; readonly secret: string; readonly ticket: string }

/**
 * Issues a component token (page "获取第三方小程序接口调用凭据"). V2: every call ends the one before after 5 minutes of
 * grace and only the newest two are kept. V1: the same token until less than 30 minutes of it are left. Throws
 * `Refusal` 40003, 40038, 40037.
 */
export function issueComponentToken(
  world: World,
  generation: Generation,
  credentials: ComponentCredentials
): ComponentToken {
  const application = applicationOf(world.state.seed)
  if (credentials.appId !== application.appId) throw new Refusal(40003)
  if (credentials.secret !== application.secret) throw new Refusal(40038)
  if (!isValidTicket(world, credentials.ticket)) throw new Refusal(40037)
  return generation === 'v1' ? sameOrNewToken(world) : replaceToken(world)
}

function sameOrNewToken(world: World): ComponentToken {
  const tokens = world.state.componentTokens.v1
  const newest = tokens.at(-1)
  if (newest !== undefined && newest.expiresAt - world.now() >= componentTokenRenewalMs) return newest
  return addToken(world, tokens)
}

function replaceToken(world: World): ComponentToken {
  const tokens = world.state.componentTokens.v2
  for (const token of tokens) token.graceEndsAt ??= world.now() + componentTokenGraceMs
  return addToken(world, tokens)
}

function addToken(world: World, tokens: ComponentToken[]): ComponentToken {
  const token = {
    value: `clt.${world.mint('component')}`,
    expiresAt: world.now() + componentTokenLifeMs,
    graceEndsAt: null
  }
  tokens.push(token)
  tokens.splice(0, tokens.length - 2)
  world.touch()
  return token
}

/** What a token of one generation is worth now. A token of the other generation is as wrong as any other text. */
export type TokenStanding = 'valid' | 'expired' | 'wrong'

export function componentTokenStanding(world: World, generation: Generation, value: string): TokenStanding {
  const issued = world.state.componentTokens[generation].find((each) => each.value === value)
  if (issued === undefined) return 'wrong'
  if (issued.graceEndsAt !== null && issued.graceEndsAt <= world.now()) return 'wrong'
  return issued.expiresAt <= world.now() ? 'expired' : 'valid'
}

/** Lets every token that is out expire at once, as if its two hours were over; refresh tokens stay. */
export function expireTokens(world: World, whose: 'component' | 'merchant'): void {
  const { componentTokens, merchants } = world.state
  const sooner = (end: number): number => Math.min(end, world.now())
  for (const generation of generations) {
    const pairs = merchants.flatMap(({ tokens }) => tokens[generation] ?? [])
    if (whose === 'merchant') for (const pair of pairs) pair.accessExpiresAt = sooner(pair.accessExpiresAt)
    else for (const token of componentTokens[generation]) token.expiresAt = sooner(token.expiresAt)
  }
  world.touch()
}

/** Whose access token this is, if anyone's; a merchant whose authorisation ended has none. */
export function holderOfAccessToken(world: World, generation: Generation, value: string): Merchant | undefined {
  return world.state.merchants.find((merchant) => merchant.tokens[generation]?.access === value)
}

export function accessTokenStanding(world: World, generation: Generation, merchant: Merchant): TokenStanding {
  const pair = merchant.tokens[generation]
  if (pair === null || !merchant.authorization.live) return 'wrong'
  return pair.accessExpiresAt <= world.now() ? 'expired' : 'valid'
}

/** Gives a merchant a new pair of tokens in place of the old one, which is dead at once. */
export function issuePair(world: World, generation: Generation, merchant: Merchant): TokenPair {
  const pair = {
    access: `isvact.${world.mint('access')}`,
    accessExpiresAt: world.now() + accessTokenLifeMs,
    refresh: `isvrft.${world.mint('refresh')}`,
    refreshExpiresAt: world.now() + refreshTokenLifeMs
  }
  merchant.tokens[generation] = pair
  world.touch()
  return pair
}
