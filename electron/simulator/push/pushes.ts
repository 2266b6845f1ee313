import { ticketEveryMs } from '../world/durations'
import { digest, draw } from '../world/random'
import type { PlatformEvent } from '../world/state'
import { applicationOf } from '../world/tokens'
import type { World } from '../world/world'
import type { DeliveryRecord } from './delivery-log'
import { eventMessage, ticketMessage } from './messages'
import { PushFaultBook } from './push-faults'
import { PushSender } from './push-sender'
import { type PushTarget, type PushTargetState, withoutSecrets } from './push-target'

export type PushesParts = {
  readonly world: World
  /** Real time in milliseconds. */
  readonly realNow: () => number
  /** Where the platform is served, for the addresses of pictures. */
  readonly baseUrl: () => string
}

/** How often, in real time, is looked whether an audit ended or a new ticket is due. */
const lookEveryMs = 500

/** What the platform pushes: events as they happen, and the component_ticket every 10 minutes of platform time. */
export class Pushes {
  readonly faults: PushFaultBook
  readonly #world: World
  readonly #baseUrl: () => string
  readonly #sender: PushSender
  #sentTicketTurn: number | null = null
  #timer: NodeJS.Timeout | null = null

  constructor({ world, realNow, baseUrl }: PushesParts) {
    this.#world = world
    this.#baseUrl = baseUrl
    this.faults = new PushFaultBook(numbers(world))
    this.#sender = new PushSender({
      faults: this.faults,
      appId: () => applicationOf(world.state.seed).appId,
      realNow,
      now: () => world.now(),
      noise: noiseOf(world)
    })
  }

  /** Where pushes go, without its secrets; null: nowhere. */
  target(): PushTargetState | null {
    const { target } = this.#sender
    return target && withoutSecrets(target)
  }

  /** Sends the ticket at once, and from now on whatever happens. Events from before are not sent. Null ends it. */
  setTarget(target: PushTarget | null): void {
    this.#sender.setTarget(target)
    this.#sentTicketTurn = null
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = target === null ? null : setInterval(() => this.look(), lookEveryMs).unref()
    this.look()
  }

  event(event: PlatformEvent): void {
    if (this.#sender.target !== null) this.#sender.send(eventMessage(this.#world, event, this.#baseUrl()))
  }

  /** Lets audits end that are due, and sends the ticket when there is a new one. */
  look(): void {
    if (this.#sender.target === null) return
    this.#world.everyMerchant()
    const turn = Math.floor(this.#world.now() / ticketEveryMs)
    if (turn === this.#sentTicketTurn) return
    this.#sentTicketTurn = turn
    this.#sender.send(ticketMessage(this.#world))
  }

  deliveries(): readonly DeliveryRecord[] {
    return this.#sender.log.list()
  }

  /** Forgets faults and deliveries; the target stays. */
  reset(): void {
    this.faults.remove()
    this.#sender.log.clear()
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#sender.close()
  }
}

function numbers({ state }: World): () => number {
  let turn = 0
  return () => draw(state.seed, 'push faults', (turn += 1))
}

function noiseOf({ state }: World): () => Buffer {
  let turn = 0
  return () => Buffer.from(digest(state.seed, 'push', state.startedAt, (turn += 1)), 'hex')
}
