import { z } from 'zod'

/** Which calls a fault is for; nothing given means every call, pictures included. */
const match = z.strictObject({
  /** The endpoint's name, such as `upload`; the list is in docs/simulator.md. */
  endpoint: z.string().optional(),
  /** The merchant's mini program. */
  appId: z.string().optional(),
  /** Any merchant's call, and none of the application's own. */
  merchants: z.literal(true).optional()
})

const common = {
  match: match.default({}),
  /** How often it strikes before it is used up; without it, always. */
  times: z.number().int().positive().optional(),
  /** The chance that it strikes a call that matches, 0 to 1. */
  probability: z.number().min(0).max(1).optional()
}
const phase = z.enum(['before', 'after']).default('before')

const plain = <Kind extends string>(kind: Kind) => z.strictObject({ ...common, kind: z.literal(kind) })
const phased = <Kind extends string>(kind: Kind) => z.strictObject({ ...common, kind: z.literal(kind), phase })

/**
 * The faults that control can order. `phase` says whether it strikes before the work was done or after: after, the
 * effect is there although the caller never hears of it.
 */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('latency'),
    ms: z.number().min(0).max(600_000),
    jitterMs: z.number().min(0).max(600_000).default(0)
  }),
  plain('reset-before'),
  plain('reset-after'),
  phased('no-answer'),
  plain('stall-after-headers'),
  plain('truncated'),
  z.strictObject({
    ...common,
    kind: z.literal('http-status'),
    status: z.union([z.literal(500), z.literal(502), z.literal(503)]),
    phase
  }),
  plain('garbage'),
  plain('invalid-json'),
  plain('portal-page'),
  plain('wrong-shape'),
  z.strictObject({ ...common, kind: z.literal('huge-body'), bytes: z.number().int().min(1).max(1e9).default(32e6) }),
  /** `own`: answers with the endpoint's own code (11301, 11501) instead of the gateway's 28003018, where it has one. */
  z.strictObject({ ...common, kind: z.literal('too-frequent'), own: z.boolean().default(false) }),
  plain('quota'),
  /** `own`: with the endpoint's own code for "failed, try again later" (21000, 21100, 21200), where it has one. */
  z.strictObject({ ...common, kind: z.literal('system-error'), phase, own: z.boolean().default(false) }),
  /** Strikes once unless `times` says otherwise. */
  plain('expired-token'),
  plain('wrong-token'),
  z.strictObject({
    ...common,
    kind: z.literal('ip-refused'),
    code: z.union([z.literal(40006), z.literal(28005079)]).optional()
  }),
  z.strictObject({
    ...common,
    kind: z.literal('slow-drip'),
    bytes: z.number().int().positive().default(16),
    everyMs: z.number().positive().max(60_000).default(100)
  }),
  /** Reads the request with a pause after so many bytes: the sender's progress stands, and it can give up half-way. */
  z.strictObject({
    ...common,
    kind: z.literal('slow-receive'),
    bytes: z.number().int().positive().default(16_384),
    everyMs: z.number().positive().max(60_000).default(50)
  })
])

/** A fault as a caller orders it. */
export type FaultOrder = z.input<typeof faultSchema>
/** A fault with its defaults filled in. */
export type Fault = z.output<typeof faultSchema>
/** A fault in force: its number and how often it struck. It stays in the list when it is used up. */
export type FaultState = Fault & { readonly id: string; readonly struck: number }

/** What strikes one call: a delay (the sum of all latency faults), and at most one other fault. */
export type Strike = { readonly delayMs: number; readonly fault: Exclude<Fault, { kind: 'latency' }> | null }

type Target = { readonly endpoint: string; readonly appId: string | null }
type Rule = { readonly id: string; readonly fault: Fault; struck: number }

/** The faults in force, in the order in which they were ordered; the first that strikes a call decides. */
export class FaultBook {
  readonly #random: () => number
  #rules: Rule[] = []
  #lastId = 0

  /** `random` gives numbers in [0, 1), for probabilities and jitter. */
  constructor(random: () => number) {
    this.#random = random
  }

  /** Throws `ZodError` when the order does not fit `faultSchema`. */
  add(order: unknown): FaultState {
    const fault = faultSchema.parse(order)
    this.#lastId += 1
    const rule = { id: String(this.#lastId), fault, struck: 0 }
    this.#rules.push(rule)
    return stateOf(rule)
  }

  list(): readonly FaultState[] {
    return this.#rules.map(stateOf)
  }

  /** Takes back one fault, or all of them. */
  remove(id?: string): void {
    this.#rules = id === undefined ? [] : this.#rules.filter((rule) => rule.id !== id)
  }

  /** What strikes a call to this endpoint for this merchant. */
  strike(target: Target): Strike {
    let delayMs = 0
    for (const rule of this.#rules) {
      if (!this.#strikes(rule, target)) continue
      rule.struck += 1
      if (rule.fault.kind !== 'latency') return { delayMs, fault: rule.fault }
      delayMs += rule.fault.ms + rule.fault.jitterMs * this.#random()
    }
    return { delayMs, fault: null }
  }

  #strikes({ fault, struck }: Rule, target: Target): boolean {
    const times = fault.times ?? (fault.kind === 'expired-token' ? 1 : Infinity)
    if (struck >= times) return false
    const { endpoint, appId, merchants } = fault.match
    if (merchants === true && target.appId === null) return false
    if (endpoint !== undefined && endpoint !== target.endpoint) return false
    if (appId !== undefined && appId !== target.appId) return false
    return fault.probability === undefined || this.#random() < fault.probability
  }
}

function stateOf(rule: Rule): FaultState {
  return { ...rule.fault, id: rule.id, struck: rule.struck }
}
