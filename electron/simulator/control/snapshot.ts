import { canRollBack } from '../world/release'
import type { Invitation, Material, Merchant, PlatformEvent, WorldState } from '../world/state'
import type { World } from '../world/world'
import { type ShownSettings, shownSettings } from './setting-orders'

/** One merchant as control shows it: everything, but of the tokens only whether there are any. */
export type MerchantSnapshot = Omit<Merchant, 'tokens'> & {
  readonly tokens: { readonly v1: boolean; readonly v2: boolean }
  readonly canRollBack: boolean
}

/** The world as control shows it. Times are platform time in milliseconds, hosts are codes. No token or secret is in it. */
export type WorldSnapshot = Pick<
  WorldState,
  | 'seed'
  | 'startedAt'
  | 'clockOffsetMs'
  | 'timeFactor'
  | 'waitFactor'
  | 'submitScope'
  | 'allowedAddresses'
  | 'authorizationDomain'
  | 'createAllowance'
  | 'templates'
  | 'templateApps'
> &
  ShownSettings & {
    readonly now: number
    readonly merchants: readonly MerchantSnapshot[]
    readonly events: readonly PlatformEvent[]
    /** Without the files. */
    readonly materials: readonly Omit<Material, 'data'>[]
    /** Without what their addresses carry. */
    readonly invitations: readonly Omit<Invitation, 'value' | 'redirectUri'>[]
  }

/** A copy of the world that later changes do not touch; `appId` keeps it to one merchant (`Refusal` 40004 if unknown). */
export function snapshot(world: World, appId?: string): WorldSnapshot {
  const merchants = appId === undefined ? world.everyMerchant() : [world.merchant(appId)]
  const { seed, startedAt, clockOffsetMs, timeFactor, waitFactor, submitScope } = world.state
  const { templates, templateApps, events, invitations } = world.state
  const { allowedAddresses, authorizationDomain, createAllowance } = world.state
  return structuredClone({
    now: world.now(),
    ...{ seed, startedAt, clockOffsetMs, timeFactor, waitFactor, submitScope, templates, templateApps },
    ...{ allowedAddresses, authorizationDomain, createAllowance },
    ...shownSettings(world.state),
    invitations: invitations.map(withoutAddress),
    materials: world.state.materials.map(withoutFile),
    merchants: merchants.map(withoutTokens),
    events: events.map(({ content, ...event }) => ({ ...event, content: withoutCode(content) }))
  })
}

function withoutAddress(invitation: Invitation): WorldSnapshot['invitations'][number] {
  const { kind, purpose, appName, appIcon, createdAt, expiresAt, usedAt, usedBy } = invitation
  return { kind, purpose, appName, appIcon, createdAt, expiresAt, usedAt, usedBy }
}

function withoutFile({ path, appId, type, contentType, at }: Material): WorldSnapshot['materials'][number] {
  return { path, appId, type, contentType, at }
}

function withoutTokens(merchant: Merchant): MerchantSnapshot {
  const { v1, v2 } = merchant.tokens
  return { ...merchant, tokens: { v1: v1 !== null, v2: v2 !== null }, canRollBack: canRollBack(merchant) }
}

/** Authorization codes are credentials too. */
function withoutCode(content: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(content).filter(([member]) => member !== 'AuthorizationCode'))
}
