import type { Channel, PushMessage } from './messages'
import type { PushFault } from './push-faults'

/** How one attempt ended: `refused` is any answer but status 200 with exactly `success`. */
export type AttemptEnd = 'success' | 'refused' | 'unreachable' | 'late' | 'closed'

export type AttemptRecord = {
  /** Platform time in milliseconds. */
  readonly at: number
  readonly end: AttemptEnd
  /** The answer's status; null without an answer. */
  readonly status: number | null
  /** The fault that struck this attempt, if any. */
  readonly fault: PushFault['kind'] | null
}

/** One message and what became of it. Nothing of its content is here. */
export type DeliveryRecord = {
  readonly id: string
  /** Platform time in milliseconds. */
  readonly at: number
  readonly channel: Channel
  readonly event: string
  readonly appId: string | null
  readonly state: 'under_way' | 'delivered' | 'given_up'
  /** The fault that struck the message as a whole, if any. */
  readonly fault: PushFault['kind'] | null
  readonly attempts: readonly AttemptRecord[]
}

const recordsKept = 1000

/** The newest thousand messages, oldest first. */
export class DeliveryLog {
  #deliveries: Delivery[] = []
  #lastId = 0

  begin(message: PushMessage, at: number): Delivery {
    this.#lastId += 1
    const delivery = new Delivery(String(this.#lastId), message, at)
    this.#deliveries.push(delivery)
    if (this.#deliveries.length > recordsKept) this.#deliveries.shift()
    return delivery
  }

  list(): readonly DeliveryRecord[] {
    return this.#deliveries.map((delivery) => delivery.record())
  }

  clear(): void {
    this.#deliveries = []
  }
}

/** A message on its way; the sender says how it goes on. */
export class Delivery {
  readonly message: PushMessage
  readonly #id: string
  readonly #at: number
  readonly #attempts: AttemptRecord[] = []
  #state: DeliveryRecord['state'] = 'under_way'
  #fault: PushFault['kind'] | null = null

  constructor(id: string, message: PushMessage, at: number) {
    this.#id = id
    this.message = message
    this.#at = at
  }

  struckBy(fault: PushFault['kind']): void {
    this.#fault = fault
  }

  attempted(attempt: AttemptRecord): void {
    this.#attempts.push(attempt)
    if (attempt.end === 'success') this.#state = 'delivered'
  }

  /** Nobody took it; one that was taken once stays delivered. */
  givenUp(): void {
    if (this.#state === 'under_way') this.#state = 'given_up'
  }

  record(): DeliveryRecord {
    const { channel, event, appId } = this.message
    const attempts = this.#attempts.map((attempt) => ({ ...attempt }))
    return { id: this.#id, at: this.#at, channel, event, appId, state: this.#state, fault: this.#fault, attempts }
  }
}
