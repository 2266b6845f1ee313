import { setTimeout as delay } from 'node:timers/promises'
import type { Clock, Random } from './ports'

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async wait(ms, signal) {
    await delay(ms, undefined, signal ? { signal } : {})
  }
}

/** The machine's random numbers. */
export const systemRandom: Random = () => Math.random()
