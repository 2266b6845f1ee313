import type { Clock, Random } from '../../../../electron/ports'
import type { VirtualTime } from './virtual-time'

export type Stalls = { readonly everyMs: number; readonly forMs: number }

/** The time as a process has it that stands still now and then: what rings meanwhile is heard when it goes on. */
export class StallingClock implements Clock {
  readonly #time: VirtualTime
  readonly #random: Random
  readonly #stalls: Stalls
  #stall: { readonly begin: number; readonly end: number }

  constructor(time: VirtualTime, random: Random, stalls: Stalls) {
    this.#time = time
    this.#random = random
    this.#stalls = stalls
    this.#stall = this.#after(time.now())
  }

  now(): number {
    return this.#time.now()
  }

  async wait(ms: number): Promise<void> {
    await this.#time.wait(ms)
    const now = this.now()
    while (this.#stall.end <= now) this.#stall = this.#after(this.#stall.end)
    if (now >= this.#stall.begin) await this.#time.wait(this.#stall.end - now)
  }

  /** About `everyMs` after the last one began. */
  #after(time: number): { readonly begin: number; readonly end: number } {
    const { everyMs, forMs } = this.#stalls
    const begin = time + (everyMs - forMs) * (0.5 + this.#random())
    return { begin, end: begin + forMs }
  }
}
