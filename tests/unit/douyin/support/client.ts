import { setTimeout as delay } from 'node:timers/promises'
import { createPlatformClient, memoryVault, type PlatformClientOptions } from '../../../../electron/douyin'
import type { PlatformClient } from '../../../../electron/douyin/platform'
import { PlatformError } from '../../../../electron/douyin/platform-error'
import type { Clock, Logger } from '../../../../electron/ports'

export const start = Date.UTC(2026, 0, 1)

/** Time that only passes when a test says so, or when someone waits: waiting takes no real time. */
export type TestClock = Clock & { time: number; readonly waits: number[] }

export function testClock(): TestClock {
  const clock: TestClock = {
    time: start,
    waits: [],
    now: () => clock.time,
    wait: async (ms, signal) => {
      clock.waits.push(ms)
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
      clock.time += Math.max(0, ms)
    }
  }
  return clock
}

/** Real time, counted from `start`: for what a platform counts in real time. */
export function passingClock(): Clock {
  const begunAt = performance.now()
  return {
    now: () => start + performance.now() - begunAt,
    wait: (ms, signal) => delay(ms, undefined, signal ? { signal } : {})
  }
}

export type LogLine = { readonly level: string; readonly message: string; readonly facts: unknown }

export function testLogger(lines: LogLine[] = []): Logger {
  const at = (level: string) => (message: string, facts?: Record<string, unknown>) =>
    void lines.push({ level, message, facts })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export function testClient(url: string, more: Partial<PlatformClientOptions> = {}): PlatformClient {
  return createPlatformClient({
    openUrl: url,
    microappUrl: url,
    application: { appId: 'ttcomponent', secret: 'the-secret' },
    ticket: () => Promise.resolve('the-ticket'),
    tokens: memoryVault(),
    clock: testClock(),
    random: () => 0.5,
    logger: testLogger(),
    requestsPerSecond: 10_000,
    concurrency: 500,
    ...more
  })
}

/** What a call was refused with. Fails the test if it was not, or with anything but a `PlatformError`. */
export async function failureOf(call: Promise<unknown>): Promise<PlatformError['facts']> {
  try {
    await call
  } catch (error) {
    if (error instanceof PlatformError) return error.facts
    throw error
  }
  throw new Error('the call did not fail')
}
