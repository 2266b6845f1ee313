import type { RolloutItem, RolloutLogEntry } from '@shared/domain/rollout'
import type { EventHub } from '../event-hub'
import type { LiveRollout } from './live-rollout'

/** What changes within this time travels in one message: five a second at most. */
const mergeMs = 200

type Waiting = { readonly items: Map<string, RolloutItem>; readonly log: RolloutLogEntry[] }

/** Tells the pages how rollouts go on. */
export class RolloutProgress {
  private readonly events: EventHub
  private readonly waiting = new Map<LiveRollout, Waiting>()
  private timer: NodeJS.Timeout | null = null
  private isClosed = false

  constructor(parts: { events: EventHub }) {
    this.events = parts.events
  }

  /** The rollout changed, these merchants of it, and these lines came to its log. */
  changed(
    live: LiveRollout,
    { items = [], log = [] }: { items?: readonly RolloutItem[]; log?: readonly RolloutLogEntry[] } = {}
  ): void {
    if (this.isClosed) return
    const waiting = this.waiting.get(live) ?? { items: new Map<string, RolloutItem>(), log: [] }
    for (const item of items) waiting.items.set(item.appId, item)
    waiting.log.push(...log)
    this.waiting.set(live, waiting)
    this.timer ??= setTimeout(() => this.flush(), mergeMs).unref()
  }

  /** Sends what waits to be merged now. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const told = [...this.waiting]
    this.waiting.clear()
    for (const [live, { items, log }] of told) {
      this.events.send('rollout.progress', { rollout: live.snapshot(), items: [...items.values()], log })
    }
  }

  /** The rollout is gone: nobody is told of it any more. */
  forget(live: LiveRollout): void {
    this.waiting.delete(live)
  }

  /** Nothing is told after this. */
  close(): void {
    this.flush()
    this.isClosed = true
  }
}
