import type { Generation } from '../world/state'

/**
 * How often something was asked for. `received`: the call arrived; `carriedOut`: its work was done, whatever became of
 * the answer; `refused`: it was answered with an error. A call that a fault cut off before the work is only `received`.
 */
export type Tally = { received: number; carriedOut: number; refused: number }

export type CallEnd = 'running' | 'carried_out' | 'refused' | 'cut_off'

/** One call in the log. No token, secret or query is ever in it. */
export type CallRecord = {
  /** Platform time in milliseconds. */
  readonly at: number
  readonly endpoint: string
  readonly generation: Generation | null
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly appId: string | null
  readonly logId: string
  readonly end: CallEnd
  /** The platform's code; 0 for success, null when no code was made. */
  readonly code: number | null
  /** The fault that struck, if any. */
  readonly fault: string | null
}

export type CountersReport = {
  readonly endpoints: Readonly<Record<string, Readonly<Tally>>>
  /** By app id, then by endpoint. */
  readonly merchants: Readonly<Record<string, Readonly<Record<string, Readonly<Tally>>>>>
  /** The newest calls, oldest first. */
  readonly log: readonly CallRecord[]
}

const logLength = 5000

/** Counts what arrived and what was done, so that a test can prove that nothing was done twice. */
export class Counters {
  #endpoints = new Map<string, Tally>()
  #merchants = new Map<string, Map<string, Tally>>()
  #log: OpenCall[] = []

  received(call: Omit<CallRecord, 'end' | 'code' | 'fault'>): OpenCall {
    const tallies = [tallyIn(this.#endpoints, call.endpoint)]
    if (call.appId !== null) tallies.push(tallyIn(this.#ofMerchant(call.appId), call.endpoint))
    for (const tally of tallies) tally.received += 1
    const open = new OpenCall(call, tallies)
    this.#log.push(open)
    if (this.#log.length > logLength) this.#log.splice(0, this.#log.length - logLength)
    return open
  }

  report(): CountersReport {
    const merchants = [...this.#merchants].map(([appId, tallies]) => [appId, plain(tallies)] as const)
    return {
      endpoints: plain(this.#endpoints),
      merchants: Object.fromEntries(merchants),
      log: this.#log.map((call) => call.record())
    }
  }

  reset(): void {
    this.#endpoints = new Map()
    this.#merchants = new Map()
    this.#log = []
  }

  #ofMerchant(appId: string): Map<string, Tally> {
    const known = this.#merchants.get(appId)
    if (known !== undefined) return known
    const created = new Map<string, Tally>()
    this.#merchants.set(appId, created)
    return created
  }
}

/** A call that is being answered; the wire says how it goes on. */
export class OpenCall {
  readonly #call: Omit<CallRecord, 'end' | 'code' | 'fault'>
  readonly #tallies: readonly Tally[]
  #end: CallEnd = 'running'
  #code: number | null = null
  #fault: string | null = null

  constructor(call: Omit<CallRecord, 'end' | 'code' | 'fault'>, tallies: readonly Tally[]) {
    this.#call = call
    this.#tallies = tallies
  }

  carriedOut(): void {
    this.#end = 'carried_out'
    this.#code = 0
    for (const tally of this.#tallies) tally.carriedOut += 1
  }

  refused(code: number): void {
    this.#end = 'refused'
    this.#code = code
    for (const tally of this.#tallies) tally.refused += 1
  }

  /** A fault ended it before any work. */
  cutOff(): void {
    this.#end = 'cut_off'
  }

  struckBy(fault: string): void {
    this.#fault = fault
  }

  record(): CallRecord {
    return { ...this.#call, end: this.#end, code: this.#code, fault: this.#fault }
  }
}

function tallyIn(tallies: Map<string, Tally>, endpoint: string): Tally {
  const known = tallies.get(endpoint)
  if (known !== undefined) return known
  const created = { received: 0, carriedOut: 0, refused: 0 }
  tallies.set(endpoint, created)
  return created
}

function plain(tallies: ReadonlyMap<string, Tally>): Readonly<Record<string, Tally>> {
  return Object.fromEntries([...tallies].map(([endpoint, tally]) => [endpoint, { ...tally }]))
}
