import type { KeeperEntry } from '@shared/domain/authorization'
import type { EventHub } from '../event-hub'

/** As the event hub merges changed rows, which every other event would send ahead of their time. */
const mergeMs = 100

/**
 * Tells the page of changed authorisations: the newest state of each, ten times a second at most, as a first import changes
 * thousands of them.
 */
export class EntryAnnouncer {
  private readonly events: EventHub
  private readonly waiting = new Map<string, KeeperEntry>()
  private timer: NodeJS.Timeout | null = null

  constructor(events: EventHub) {
    this.events = events
  }

  changed(entry: KeeperEntry): void {
    this.waiting.set(`${entry.accountId}/${entry.appId}`, entry)
    this.timer ??= setTimeout(() => this.flush(), mergeMs).unref()
  }

  private flush(): void {
    this.timer = null
    const entries = [...this.waiting.values()]
    this.waiting.clear()
    for (const entry of entries) this.events.send('authorization.changed', { entry })
  }
}
