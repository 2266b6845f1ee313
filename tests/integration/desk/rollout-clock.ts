import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../../../electron/ports'

/**
 * Time that has run so many times as fast as the machine's since a moment (ms since 1970). The application and the simulated platform
 * share it, so that whoever waits has waited for both; it goes on in another process.
 */
export const fastClock = (since: number, factor: number): Clock => ({
  now: () => since + (Date.now() - since) * factor,
  wait: (ms, signal) => delay(ms / factor, undefined, signal ? { signal } : {})
})
