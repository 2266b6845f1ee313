import { setImmediate as settled } from 'node:timers/promises'
import type { Clock } from '../../../../electron/ports'

type Timer = { readonly at: number; readonly ring: () => void }

/** A clock whose time passes as soon as nothing is left to do: minutes of waiting take moments, in their true order. */
export class VirtualTime implements Clock {
  #now: number
  #timers: readonly Timer[] = []

  constructor(start: number) {
    this.#now = start
  }

  now(): number {
    return this.#now
  }

  /** What waits when the test ends just waits on. */
  wait(ms: number): Promise<void> {
    return new Promise((ring) => {
      const timer = { at: this.#now + Math.max(0, ms), ring }
      const later = this.#timers.findIndex(({ at }) => at > timer.at)
      this.#timers = this.#timers.toSpliced(later === -1 ? this.#timers.length : later, 0, timer)
    })
  }

  /** Lets so much time pass. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms
    await settled()
    for (let next = this.#timers[0]; next && next.at <= until; next = this.#timers[0]) {
      this.#timers = this.#timers.slice(1)
      this.#now = Math.max(this.#now, next.at)
      next.ring()
      await settled()
    }
    this.#now = until
  }

  /** Someone sets the clock; what waits goes on waiting as long as it had to. */
  set(now: number): void {
    const shift = now - this.#now
    this.#timers = this.#timers.map(({ at, ring }) => ({ at: at + shift, ring }))
    this.#now = now
  }
}
