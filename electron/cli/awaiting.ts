import type { EventName } from '@shared/contract'
import type { Desk } from '../desk'
import type { Clock } from '../ports'

export type Awaited<Value> = {
  /** Looked at first, and again after each of these events; null: not yet. */
  readonly look: () => Promise<Value | null>
  readonly events: readonly EventName[]
  readonly limitMs: number
  readonly signal: AbortSignal
}

/** Waits for what `look` finds; null when the time is over. Rejects with the signal's reason. */
export async function awaited<Value>(
  { desk, clock }: { readonly desk: Pick<Desk, 'onEvent'>; readonly clock: Clock },
  { look, events, limitMs, signal }: Awaited<Value>
): Promise<Value | null> {
  const until = clock.now() + limitMs
  let news = Promise.withResolvers<void>()
  const stop = desk.onEvent(({ name }) => {
    if (events.includes(name)) news.resolve()
  })
  const over = new AbortController()
  const limit = clock.wait(limitMs, AbortSignal.any([signal, over.signal])).catch(() => undefined)
  try {
    for (;;) {
      signal.throwIfAborted()
      news = Promise.withResolvers()
      const found = await look()
      if (found !== null || clock.now() >= until) return found
      await Promise.race([news.promise, limit])
    }
  } finally {
    stop()
    over.abort()
  }
}
