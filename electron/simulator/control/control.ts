import type { z } from 'zod'
import type { DeliveryRecord } from '../push/delivery-log'
import type { PushFaultOrder, PushFaultState } from '../push/push-faults'
import { type PushTargetOrder, pushTargetSchema, type PushTargetState } from '../push/push-target'
import type { Pushes } from '../push/pushes'
import { orderAudit } from '../world/audit'
import { acceptInvitation } from '../world/acceptance'
import { addPermissions, beginAuthorization, endAuthorization } from '../world/authorization'
import { openLink, redirectWithCode } from '../world/links'
import { putUpAgain, takeDown } from '../world/release'
import { changeTimeFactor } from '../world/speed'
import type { Merchant, WorldState } from '../world/state'
import { currentTicket, expireTokens } from '../world/tokens'
import type { World } from '../world/world'
import type { Counters, CountersReport } from './counters'
import type { FaultBook, FaultOrder, FaultState } from './faults'
import { type CapabilityControl, capabilityControl, setCapabilities } from './capability-orders'
import {
  type AuditOrderInput,
  auditOrderSchema,
  type AuthorizeOrder,
  authorizeSchema,
  type ExpiryOrder,
  expirySchema,
  type MerchantChange,
  merchantChangeSchema,
  type Rules,
  rulesSchema,
  type Speed,
  speedSchema
} from './orders'
import { type ReviewControl, reviewControl, setAllowances } from './profile-orders'
import {
  type ApplicationDomainsOrder,
  applicationDomainsSchema,
  fixAssessment,
  setApplicationDomains,
  setSettingRules
} from './setting-orders'
import { snapshot, type WorldSnapshot } from './snapshot'

/** What a test or the practice panel can do to the simulated platform. The same is offered over HTTP (docs/simulator.md). */
export interface Control extends ReviewControl, CapabilityControl {
  /** A copy of the world, or of one merchant; no token is in it. Throws `Refusal` 40004 for an unknown merchant. */
  state(appId?: string): WorldSnapshot
  faults(): readonly FaultState[]
  /** Throws `ZodError` for an order that makes no sense. */
  addFault(order: FaultOrder): FaultState
  /** Takes back one fault, or all. */
  removeFaults(id?: string): void
  /** Moves the platform's clock forward: tokens, tickets, audits and waits all age. */
  advance(ms: number): void
  counters(): CountersReport
  resetCounters(): void
  /** Fixes how the merchant's running audit ends, else the next one. Throws `Refusal` 40004, 11600. */
  audit(appId: string, order: AuditOrderInput): void
  /** Throws `Refusal` 40004; 10003 for a take-down without an online version; 40019, 40022, 40001 for authorisations; 11009. */
  changeMerchant(appId: string, change: MerchantChange): void
  /**
   * Plays the merchant behind a link: confirms it, as the link's page would, whatever page it was clicked on. Throws
   * `Refusal` 40012 (link not working), 40019 (authorised already), 40004, 40001, and those of a link built by hand.
   */
  authorize(order: AuthorizeOrder): Authorized
  /** Where pushes go, or null (the start): nowhere. Throws `ZodError` for an address that is not on loopback. */
  setPushTarget(target: PushTargetOrder | null): void
  pushTarget(): PushTargetState | null
  /** The newest thousand pushed messages and what became of them; nothing of their content. */
  pushes(): readonly DeliveryRecord[]
  pushFaults(): readonly PushFaultState[]
  /** Throws `ZodError` for an order that makes no sense. */
  addPushFault(order: PushFaultOrder): PushFaultState
  removePushFaults(id?: string): void
  ticket(): { readonly ticket: string; readonly validUntil: number }
  /** Lets the tokens that are out expire at once; clients were told a later moment. Refresh tokens stay. */
  expireTokens(order: ExpiryOrder): void
  setSpeed(speed: Speed): void
  setRules(rules: Rules): void
  /** Edits the application's own domain lists; the list that is left out stays. Throws `ZodError` for an empty host. */
  setApplicationDomains(order: ApplicationDomainsOrder): void
  /** Builds the world anew from its seed, and forgets faults, counters and deliveries. Where pushes go stays. */
  reset(): void
}

/** `redirect` is where the merchant's browser goes, with the authorization code; null without a redirect_uri. */
export type Authorized = { readonly appId: string; readonly redirect: string | null }

export type ControlParts = {
  readonly world: World
  readonly faults: FaultBook
  readonly counters: Counters
  readonly pushes: Pushes
  readonly freshState: () => WorldState
}

export function createControl({ world, faults, counters, pushes, freshState }: ControlParts): Control {
  return {
    state: (appId) => snapshot(world, appId),
    faults: () => faults.list(),
    addFault: (order) => faults.add(order),
    removeFaults: (id) => faults.remove(id),
    advance: (ms) => {
      advance(world, ms)
      pushes.look()
    },
    counters: () => counters.report(),
    resetCounters: () => counters.reset(),
    audit: (appId, order) => orderAudit(world, world.merchant(appId), auditOrderSchema.parse(order)),
    changeMerchant: (appId, change) => changeMerchant(world, world.merchant(appId), merchantChangeSchema.parse(change)),
    ticket: () => currentTicket(world),
    expireTokens: (order) => expireTokens(world, expirySchema.parse(order).whose),
    setSpeed: (speed) => setSpeed(world, speedSchema.parse(speed)),
    setRules: (rules) => {
      setRules(world, rulesSchema.parse(rules))
      world.touch()
    },
    setApplicationDomains: (order) => {
      setApplicationDomains(world.state, applicationDomainsSchema.parse(order))
      world.touch()
    },
    authorize: (order) => authorize(world, authorizeSchema.parse(order)),
    ...reviewControl(world),
    ...capabilityControl(world),
    ...pushControl(pushes),
    reset: () => {
      world.replace(freshState())
      faults.remove()
      counters.reset()
      pushes.reset()
      pushes.look()
    }
  }
}

type PushControl = Pick<
  Control,
  'setPushTarget' | 'pushTarget' | 'pushes' | 'pushFaults' | 'addPushFault' | 'removePushFaults'
>

function pushControl(pushes: Pushes): PushControl {
  return {
    setPushTarget: (target) => pushes.setTarget(target && pushTargetSchema.parse(target)),
    pushTarget: () => pushes.target(),
    pushes: () => pushes.deliveries(),
    pushFaults: () => pushes.faults.list(),
    addPushFault: (order) => pushes.faults.add(order),
    removePushFaults: (id) => pushes.faults.remove(id)
  }
}

function authorize(world: World, { link, ...choice }: AuthorizeOrder): Authorized {
  const { invitation, redirectUri } = openLink(world, new URL(link))
  const { merchant, code } = acceptInvitation(world, invitation, choice)
  const expiresInSeconds = Math.round((code.expiresAt - world.now()) / 1000)
  return { appId: merchant.appId, redirect: redirectWithCode(redirectUri, code.value, expiresInSeconds) }
}

function setRules(
  { state }: World,
  { submitScope, allowedAddresses, authorizationDomain, ...rules }: z.output<typeof rulesSchema>
): void {
  setSettingRules(state, rules)
  state.submitScope = submitScope ?? state.submitScope
  state.allowedAddresses = allowedAddresses ?? state.allowedAddresses
  if (authorizationDomain !== undefined) state.authorizationDomain = authorizationDomain
}

function advance(world: World, ms: number): void {
  if (!Number.isFinite(ms) || ms < 0) throw new RangeError('the clock only moves forward')
  world.state.clockOffsetMs += ms
  world.everyMerchant()
  world.touch()
}

function setSpeed(world: World, { timeFactor, waitFactor }: Speed): void {
  if (timeFactor !== undefined) changeTimeFactor(world.state, timeFactor, world.now())
  if (waitFactor !== undefined) world.state.waitFactor = waitFactor
  world.touch()
}

function changeMerchant(world: World, merchant: Merchant, change: z.output<typeof merchantChangeSchema>): void {
  fixAssessment(merchant, change)
  setAllowances(world, merchant, change)
  setCapabilities(world, merchant, change)
  const { authorized, takenDown } = change
  merchant.authorization.permissions = change.permissions ?? merchant.authorization.permissions
  merchant.subject.state = change.subjectState ?? merchant.subject.state
  merchant.standing = change.standing ?? merchant.standing
  merchant.introduction = change.introduction ?? merchant.introduction
  merchant.hosts = change.hosts ?? merchant.hosts
  merchant.auditLocked = change.auditLocked ?? merchant.auditLocked
  if (takenDown !== undefined) (takenDown ? takeDown : putUpAgain)(world, merchant)
  if (authorized === true) beginAuthorization(world, merchant)
  if (authorized === false) endAuthorization(world, merchant)
  if (change.addPermissions !== undefined) addPermissions(world, merchant, change.addPermissions)
  world.touch()
}
