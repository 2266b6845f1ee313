import { digest } from './random'
import { Refusal } from './refusal'
import { checkRedirect, openInvitation } from './invitations'
import type { Invitation } from './state'
import { applicationOf } from './tokens'
import type { World } from './world'

/** Where a merchant's browser meets the platform; the first is the documented one. */
export const handBuiltPath = '/mappconsole/tp/authorization'
export const linkFolder = '/mappconsole/tp/link/'

/** An address that a merchant opened: what it invites to, and where the merchant goes afterwards. */
export type OpenedLink = {
  readonly invitation: Invitation
  readonly redirectUri: string | null
  readonly handBuilt: boolean
}

/**
 * Reads a link by its path and query; its host does not matter. Throws `Refusal` 40012 (not working, or no link at all),
 * 40003 (another application's), 40002 (no redirect_uri in one built by hand), 40011, 40013, 40016 (domain).
 */
export function openLink(world: World, address: URL): OpenedLink {
  if (address.pathname === handBuiltPath) return openHandBuilt(world, address.searchParams)
  if (!address.pathname.startsWith(linkFolder)) throw new Refusal(40012, '不是授权链接')
  const invitation = openInvitation(world, 'link', address.pathname.slice(linkFolder.length))
  return { invitation, redirectUri: invitation.redirectUri, handBuilt: false }
}

/** Page "手动构造授权链接": three parameters, all needed, and a 授权域名 must be set. */
function openHandBuilt(world: World, query: URLSearchParams): OpenedLink {
  if (query.get('component_appid') !== applicationOf(world.state.seed).appId) throw new Refusal(40003)
  const invitation = openInvitation(world, 'pre_auth_code', query.get('pre_auth_code') ?? '')
  const redirectUri = query.get('redirect_uri') ?? ''
  if (redirectUri === '') throw new Refusal(40002)
  if (world.state.authorizationDomain === null) throw new Refusal(40011)
  checkRedirect(world, redirectUri)
  return { invitation, redirectUri, handBuilt: true }
}

/**
 * The visitor must have clicked the link on a page under the 授权域名. `referrer` is the page it came from, if told.
 * Throws `Refusal` 40014 (from nowhere), 40016 (from elsewhere).
 */
export function checkEntry(world: World, referrer: string | undefined): void {
  const entry = referrer === undefined ? null : URL.parse(referrer)
  if (entry === null) throw new Refusal(40014)
  if (entry.hostname !== world.state.authorizationDomain) throw new Refusal(40016)
}

/** Proof that the entry of this link was checked: the page hands it on with the merchant's confirmation. */
export function entryPass(world: World, { value }: Invitation): string {
  return digest(world.state.seed, 'entry', world.state.startedAt, value)
}

/** The redirect with the code and its seconds, beside whatever query it had. Null when none was asked for. */
export function redirectWithCode(redirectUri: string | null, code: string, expiresInSeconds: number): string | null {
  if (redirectUri === null) return null
  const target = new URL(redirectUri)
  target.searchParams.set('authorization_code', code)
  target.searchParams.set('expires_in', String(expiresInSeconds))
  return target.href
}
