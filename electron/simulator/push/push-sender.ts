import { setTimeout as wait } from 'node:timers/promises'
import PQueue from 'p-queue'
import { sealedBody } from './attempt'
import { type Delivery, DeliveryLog } from './delivery-log'
import type { Channel, PushMessage } from './messages'
import { post, type PostResult } from './post'
import type { PushFaultBook } from './push-faults'
import type { PushTarget } from './push-target'
import type { Stamp } from './sealing'

export type PushSenderParts = {
  readonly faults: PushFaultBook
  readonly appId: () => string
  /** Real time in milliseconds: what a message is stamped with, so that a receiver's check of its age holds. */
  readonly realNow: () => number
  /** Platform time in milliseconds, for the log. */
  readonly now: () => number
  /** 32 bytes, other ones each time. */
  readonly noise: () => Buffer
}

/** Beyond it, a message is given up at once: a receiver that hangs must not fill the memory. */
const waitingLimit = 2000

/**
 * Sends messages to the two addresses of a target: first attempts in order, one at a time for each address; repetitions
 * by themselves. At least once, as the platform does. Nobody ever waits for it.
 */
export class PushSender {
  readonly log = new DeliveryLog()
  readonly #parts: PushSenderParts
  readonly #queues: Readonly<Record<Channel, PQueue>>
  readonly #held: Record<Channel, (() => void)[]> = { authorization: [], message: [] }
  readonly #closing = new AbortController()
  #target: PushTarget | null = null

  constructor(parts: PushSenderParts) {
    this.#parts = parts
    this.#queues = { authorization: new PQueue({ concurrency: 1 }), message: new PQueue({ concurrency: 1 }) }
  }

  get target(): PushTarget | null {
    return this.#target
  }

  /** Null: nothing is sent any more, and what waits for its repetition is given up. */
  setTarget(target: PushTarget | null): void {
    this.#target = target
  }

  /** Begins to send a message; does nothing without a target. */
  send(message: PushMessage): void {
    if (this.#target === null || this.#closing.signal.aborted) return
    const delivery = this.log.begin(message, this.#parts.now())
    const fault = this.#parts.faults.strikeMessage(message)
    if (fault !== null) delivery.struckBy(fault.kind)
    switch (fault?.kind) {
      case 'delayed':
        return this.#later(fault.ms, () => this.#enqueue(delivery))
      case 'out-of-order':
        return this.#hold(delivery, fault.waitMs)
      case 'duplicate':
        this.#enqueue(delivery, fault.replay ? 'replayed' : 'sealed anew')
        return this.#releaseHeld(message.channel)
      case undefined:
        this.#enqueue(delivery)
        return this.#releaseHeld(message.channel)
    }
  }

  /** Ends everything under way and waits until it has ended. */
  async close(): Promise<void> {
    this.#closing.abort()
    for (const queue of Object.values(this.#queues)) queue.clear()
    await Promise.all(Object.values(this.#queues).map((queue) => queue.onIdle()))
  }

  #enqueue(delivery: Delivery, repeat: Repeat = 'once'): void {
    const queue = this.#queues[delivery.message.channel]
    if (queue.size >= waitingLimit) return delivery.givenUp()
    void queue.add(() => this.#deliver(delivery, repeat))
  }

  /** The next message to the same address goes first. */
  #hold(delivery: Delivery, waitMs: number): void {
    const held = this.#held[delivery.message.channel]
    const release = (): void => {
      const place = held.indexOf(release)
      if (place === -1) return
      held.splice(place, 1)
      this.#enqueue(delivery)
    }
    held.push(release)
    this.#later(waitMs, release)
  }

  #releaseHeld(channel: Channel): void {
    for (const release of [...this.#held[channel]]) release()
  }

  #later(ms: number, act: () => void): void {
    wait(ms, undefined, { signal: this.#closing.signal, ref: false }).then(act, () => undefined)
  }

  /** The first attempt; what it leaves to do is done beside the queue. */
  async #deliver(delivery: Delivery, repeat: Repeat): Promise<void> {
    const target = this.#target
    if (target === null) return delivery.givenUp()
    const sent = await this.#attempt(delivery, target)
    if (repeat === 'replayed') await this.#attempt(delivery, target, sent.body)
    if (repeat === 'sealed anew') await this.#attempt(delivery, target)
    if (sent.end !== 'success') void this.#tryAgain(delivery, target)
  }

  async #tryAgain(delivery: Delivery, target: PushTarget): Promise<void> {
    for (const delayMs of target.retryDelaysMs) {
      await wait(delayMs, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined)
      if (this.#closing.signal.aborted || this.#target !== target) break
      if ((await this.#attempt(delivery, target)).end === 'success') return
    }
    delivery.givenUp()
  }

  async #attempt(
    delivery: Delivery,
    target: PushTarget,
    sealed?: string
  ): Promise<PostResult & { readonly body: string }> {
    const { message } = delivery
    const fault = sealed === undefined ? this.#parts.faults.strikeAttempt(message) : null
    const secrets = { appId: this.#parts.appId(), token: target.token, key: target.key }
    const body = sealed ?? sealedBody(message.text, secrets, this.#stamp(), fault)
    const url = message.channel === 'message' ? (target.messageUrl ?? target.url) : target.url
    const at = this.#parts.now()
    const result = await post(url, body, target.timeoutMs, this.#closing.signal)
    delivery.attempted({ at, ...result, fault: fault?.kind ?? null })
    return { ...result, body }
  }

  #stamp(): Stamp {
    const noise = this.#parts.noise()
    const nonce = String(noise.readUInt32BE(0))
    return { seconds: Math.floor(this.#parts.realNow() / 1000), nonce, noise }
  }
}

/** Whether a message goes out a second time after its first attempt. */
type Repeat = 'once' | 'replayed' | 'sealed anew'
