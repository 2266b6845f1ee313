import { z } from 'zod'
import { orderAudit } from '../world/audit'
import { beginAuthorization, endAuthorization } from '../world/authorization'
import { putUpAgain, takeDown } from '../world/release'
import { changeTimeFactor } from '../world/speed'
import { auditOutcomes, type Merchant, standings, type WorldState } from '../world/state'
import { currentTicket } from '../world/tokens'
import type { World } from '../world/world'
import type { Counters, CountersReport } from './counters'
import type { FaultBook, FaultOrder, FaultState } from './faults'
import { snapshot, type WorldSnapshot } from './snapshot'

export const auditOrderSchema = z.strictObject({
  outcome: z.enum(auditOutcomes),
  /** What the reviewer says to every refused host; without them, sample reasons. */
  reasons: z.array(z.string()).default([]),
  /** Ends the running audit at once. */
  now: z.boolean().default(false)
})
export type AuditOrderInput = z.input<typeof auditOrderSchema>

export const merchantChangeSchema = z.strictObject({
  /** False ends the authorisation as the merchant would: its tokens are dead at once. True authorises anew. */
  authorized: z.boolean().optional(),
  /** Takes the online version down, or puts it up again. */
  takenDown: z.boolean().optional(),
  permissions: z.array(z.number().int()).optional(),
  standing: z.enum(standings).optional(),
  subjectState: z.enum(['in_review', 'approved', 'rejected']).optional(),
  /** An empty one makes the profile incomplete (11306). */
  introduction: z.string().optional(),
  hosts: z.array(z.string()).min(1).optional(),
  /** The reviewer is at the running audit: withdrawing answers 11602. */
  auditLocked: z.boolean().optional()
})
export type MerchantChange = z.input<typeof merchantChangeSchema>

export const speedSchema = z.strictObject({
  timeFactor: z.number().positive().optional(),
  waitFactor: z.number().positive().optional()
})
export type Speed = z.input<typeof speedSchema>

export const rulesSchema = z.strictObject({ submitScope: z.enum(['merchant', 'application']) })
export type Rules = z.input<typeof rulesSchema>

/** What a test or the practice panel can do to the simulated platform. The same is offered over HTTP (docs/simulator.md). */
export interface Control {
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
  /** Throws `Refusal` 40004, and 10003 for a take-down without an online version. */
  changeMerchant(appId: string, change: MerchantChange): void
  ticket(): { readonly ticket: string; readonly validUntil: number }
  setSpeed(speed: Speed): void
  setRules(rules: Rules): void
  /** Builds the world anew from its seed, and forgets faults and counters. */
  reset(): void
}

export type ControlParts = {
  readonly world: World
  readonly faults: FaultBook
  readonly counters: Counters
  readonly freshState: () => WorldState
}

export function createControl({ world, faults, counters, freshState }: ControlParts): Control {
  return {
    state: (appId) => snapshot(world, appId),
    faults: () => faults.list(),
    addFault: (order) => faults.add(order),
    removeFaults: (id) => faults.remove(id),
    advance: (ms) => advance(world, ms),
    counters: () => counters.report(),
    resetCounters: () => counters.reset(),
    audit: (appId, order) => orderAudit(world, world.merchant(appId), auditOrderSchema.parse(order)),
    changeMerchant: (appId, change) => changeMerchant(world, world.merchant(appId), merchantChangeSchema.parse(change)),
    ticket: () => currentTicket(world),
    setSpeed: (speed) => setSpeed(world, speedSchema.parse(speed)),
    setRules: (rules) => {
      world.state.submitScope = rulesSchema.parse(rules).submitScope
      world.touch()
    },
    reset: () => {
      world.replace(freshState())
      faults.remove()
      counters.reset()
    }
  }
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

function changeMerchant(world: World, merchant: Merchant, change: MerchantChange): void {
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
  world.touch()
}
