import { z } from 'zod'

const common = {
  /** Which messages it is for; nothing given means every one. `PUSH` is the ticket. */
  match: z.strictObject({ event: z.string().optional(), appId: z.string().optional() }).default({}),
  /** How often it strikes before it is used up; without it, always. */
  times: z.number().int().positive().optional(),
  /** The chance that it strikes what matches, 0 to 1. */
  probability: z.number().min(0).max(1).optional()
}
const plain = <Kind extends string>(kind: Kind) => z.strictObject({ ...common, kind: z.literal(kind) })

/** What can go wrong on a message's way: the first three strike a message, the others one attempt to send it. */
export const pushFaultSchema = z.discriminatedUnion('kind', [
  /** Sent twice: `replay` byte for byte, else sealed anew. */
  z.strictObject({ ...common, kind: z.literal('duplicate'), replay: z.boolean().default(false) }),
  z.strictObject({ ...common, kind: z.literal('delayed'), ms: z.number().min(0).max(600_000) }),
  /** Sent after the next message to the same address, or after a wait for one that does not come. */
  z.strictObject({
    ...common,
    kind: z.literal('out-of-order'),
    waitMs: z.number().min(0).max(600_000).default(5000)
  }),
  plain('wrong-signature'),
  plain('wrong-key'),
  /** Sound, but as long as this at least. */
  z.strictObject({ ...common, kind: z.literal('oversized'), bytes: z.number().int().min(1).max(1e8).default(1e6) }),
  /** Signed with a time that is long gone. */
  z.strictObject({ ...common, kind: z.literal('stale-time'), ageMs: z.number().min(0).default(3_600_000) })
])
export type PushFaultOrder = z.input<typeof pushFaultSchema>
export type PushFault = z.output<typeof pushFaultSchema>
/** A fault in force; it stays in the list when it is used up. */
export type PushFaultState = PushFault & { readonly id: string; readonly struck: number }

const messageKinds = ['duplicate', 'delayed', 'out-of-order'] as const
type MessageKind = (typeof messageKinds)[number]
export type MessageFault = Extract<PushFault, { kind: MessageKind }>
export type AttemptFault = Exclude<PushFault, { kind: MessageKind }>

function strikesMessages(fault: PushFault): fault is MessageFault {
  return messageKinds.some((kind) => kind === fault.kind)
}
function strikesAttempts(fault: PushFault): fault is AttemptFault {
  return !strikesMessages(fault)
}

type Target = { readonly event: string; readonly appId: string | null }
type Rule = { readonly id: string; readonly fault: PushFault; struck: number }

/** The faults of pushed messages, in the order in which they were ordered; the first that strikes decides. */
export class PushFaultBook {
  readonly #random: () => number
  #rules: Rule[] = []
  #lastId = 0

  /** `random` gives numbers in [0, 1), for probabilities. */
  constructor(random: () => number) {
    this.#random = random
  }

  /** Throws `ZodError` when the order does not fit `pushFaultSchema`. */
  add(order: unknown): PushFaultState {
    this.#lastId += 1
    const rule = { id: String(this.#lastId), fault: pushFaultSchema.parse(order), struck: 0 }
    this.#rules.push(rule)
    return stateOf(rule)
  }

  list(): readonly PushFaultState[] {
    return this.#rules.map(stateOf)
  }

  /** Takes back one fault, or all of them. */
  remove(id?: string): void {
    this.#rules = id === undefined ? [] : this.#rules.filter((rule) => rule.id !== id)
  }

  /** What strikes a message as a whole. */
  strikeMessage(target: Target): MessageFault | null {
    return this.#strike(target, strikesMessages)
  }

  /** What strikes one attempt to send a message. */
  strikeAttempt(target: Target): AttemptFault | null {
    return this.#strike(target, strikesAttempts)
  }

  #strike<Kind extends PushFault>(target: Target, isMeant: (fault: PushFault) => fault is Kind): Kind | null {
    for (const rule of this.#rules) {
      const { fault } = rule
      if (!isMeant(fault) || !this.#strikes(rule, target)) continue
      rule.struck += 1
      return fault
    }
    return null
  }

  #strikes({ fault, struck }: Rule, target: Target): boolean {
    const { match, times = Infinity, probability } = fault
    if (struck >= times) return false
    if (match.event !== undefined && match.event !== target.event) return false
    if (match.appId !== undefined && match.appId !== target.appId) return false
    return probability === undefined || this.#random() < probability
  }
}

function stateOf({ id, fault, struck }: Rule): PushFaultState {
  return { ...fault, id, struck }
}
