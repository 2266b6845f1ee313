import { chinaDay } from './china-time'
import { dayMs, invitationLifeMs, preAuthCodeLifeMs } from './durations'
import { requireIcon } from './materials'
import { isNameTaken } from './names'
import { Refusal } from './refusal'
import type { Invitation } from './state'
import type { World } from './world'

/** What a pre-auth code or a link is asked for with. */
export type InvitationOrder = {
  readonly purpose: Invitation['purpose']
  readonly appName: string
  readonly appIcon: string
  readonly redirectUri: string | null
}

const creationsPerDay = 50

/**
 * 获取预授权码 and 直接获取授权链接. Creating ones reserve the name for a day and count into one daily allowance. Throws
 * `Refusal` 40059 (no name to create), 21003 (name in use or reserved), 40033 and 40001 (icon), 40013 and 40016
 * (redirect), 28003017 (allowance used up).
 */
export function createInvitation(world: World, kind: Invitation['kind'], order: InvitationOrder): Invitation {
  if (order.redirectUri !== null) checkRedirect(world, order.redirectUri)
  if (order.purpose === 'create') {
    if (order.appName === '') throw new Refusal(40059)
    if (order.appIcon !== '') requireIcon(world, order.appIcon)
    if (isNameTaken(world, order.appName)) throw new Refusal(21003)
    countCreation(world)
  }
  const now = world.now()
  const shortLived = kind === 'pre_auth_code' && order.purpose === 'authorize'
  const life = shortLived ? preAuthCodeLifeMs : invitationLifeMs
  const made = { kind, value: world.mint(kind), ...order, createdAt: now, expiresAt: now + life }
  const invitation: Invitation = { ...made, usedAt: null, usedBy: null }
  const { state } = world
  state.invitations = [...state.invitations.filter((each) => now - each.expiresAt < dayMs), invitation]
  world.touch()
  return invitation
}

/** Redirects lead to the 授权域名 where one is set. Throws `Refusal` 40013, 40016. */
export function checkRedirect({ state }: World, redirectUri: string): void {
  const address = URL.parse(redirectUri)
  if (address === null || !['http:', 'https:'].includes(address.protocol)) throw new Refusal(40013)
  if (state.authorizationDomain !== null && address.hostname !== state.authorizationDomain) throw new Refusal(40016)
}

function countCreation(world: World): void {
  const day = chinaDay(world.now())
  const { createAllowance } = world.state
  const used = createAllowance.day === day ? createAllowance.used : 0
  if (used >= creationsPerDay) throw new Refusal(28003017)
  world.state.createAllowance = { day, used: used + 1 }
}

/** The invitation that an address carries, as long as it works. Throws `Refusal` 40012: unknown, expired or used. */
export function openInvitation(world: World, kind: Invitation['kind'], value: string): Invitation {
  const invitation = world.state.invitations.find((each) => each.kind === kind && each.value === value)
  if (invitation === undefined) throw new Refusal(40012, '授权链接或预授权码不存在')
  if (invitation.usedAt !== null) throw new Refusal(40012, '授权链接或预授权码已使用')
  if (invitation.expiresAt <= world.now()) throw new Refusal(40012, '授权链接或预授权码已过期')
  return invitation
}
