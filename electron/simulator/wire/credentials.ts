import { Refusal } from '../world/refusal'
import type { Generation, Merchant } from '../world/state'
import {
  accessTokenStanding,
  applicationOf,
  componentTokenStanding,
  holderOfAccessToken,
  type TokenStanding
} from '../world/tokens'
import type { World } from '../world/world'
import type { Endpoint } from './endpoint'

/** What a request carries as its credential: V2 a header, V1 two members of the query; and where it comes from. */
export type Presented = { readonly header: string; readonly query: URLSearchParams; readonly address: string }

/**
 * The IP 白名单 of the application; an empty one lets everyone in, and pictures are for everyone. Throws `Refusal`
 * 28005079 on a merchant's endpoints of V2, 40006 on all others.
 */
export function checkAddress({ state }: World, endpoint: Endpoint, address: string): void {
  const plain = address.replace(/^::ffff:/, '')
  if (endpoint.name === 'picture' || state.allowedAddresses.length === 0) return
  if (state.allowedAddresses.includes(plain)) return
  throw new Refusal(refusedAddressCode(endpoint))
}

/** The code for a caller outside of the IP 白名单. */
export function refusedAddressCode({ generation, credential }: Endpoint): number {
  return generation === 'v2' && credential === 'authorizer' ? 28005079 : 40006
}

/** Whose call this is, as far as its token tells; a wrong token has no holder. */
export function holderOf(world: World, endpoint: Endpoint, presented: Presented): Merchant | undefined {
  if (endpoint.credential !== 'authorizer') return undefined
  const holder = holderOfAccessToken(world, endpoint.generation, tokenOf(endpoint, presented))
  return holder && world.merchant(holder.appId)
}

/** Throws the `Refusal` for a credential that does not open this endpoint. */
export function checkCredential(
  world: World,
  endpoint: Endpoint,
  presented: Presented,
  holder: Merchant | undefined
): void {
  if (endpoint.credential === 'none') return
  if (endpoint.generation === 'v1') checkApplication(world, presented.query)
  if (endpoint.credential === 'component') {
    const standing = componentTokenStanding(world, endpoint.generation, tokenOf(endpoint, presented))
    refuseUnlessValid(standing, componentCodes[endpoint.generation])
    return
  }
  const standing = holder ? accessTokenStanding(world, endpoint.generation, holder) : 'wrong'
  refuseUnlessValid(standing, accessCodes[endpoint.generation])
  const granted = holder?.authorization.permissions ?? []
  if (![endpoint.permissionSet ?? []].flat().every((id) => granted.includes(id))) {
    throw new Refusal(endpoint.generation === 'v1' ? 40036 : 28001018)
  }
}

type TokenCodes = Readonly<Record<Exclude<TokenStanding, 'valid'>, number>>
export const componentCodes: Readonly<Record<Generation, TokenCodes>> = {
  v1: { expired: 40009, wrong: 40010 },
  v2: { expired: 28001008, wrong: 28001003 }
}
export const accessCodes: Readonly<Record<Generation, TokenCodes>> = {
  v1: { expired: 40020, wrong: 40020 },
  v2: { expired: 28001008, wrong: 28001003 }
}

function refuseUnlessValid(standing: TokenStanding, codes: TokenCodes): void {
  if (standing !== 'valid') throw new Refusal(codes[standing])
}

function checkApplication(world: World, query: URLSearchParams): void {
  if (query.get('component_appid') !== applicationOf(world.state.seed).appId) throw new Refusal(40003)
}

function tokenOf(endpoint: Endpoint, { header, query }: Presented): string {
  if (endpoint.generation === 'v2') return header
  const name = endpoint.credential === 'component' ? 'component_access_token' : 'authorizer_access_token'
  return query.get(name) ?? ''
}
