import type { BatchItem } from '@shared/domain/batch'
import type { BatchRepository, StoredBatchItem } from '../../store/repositories'
import type { EventHub } from '../event-hub'

/** What changes within this time travels in one message. */
const mergeMs = 100

type Waiting = { readonly accountId: string; readonly items: Map<string, BatchItem> }

/** Tells the page how batches go on, ten times a second at most. */
export class BatchProgress {
  private readonly batches: BatchRepository
  private readonly events: EventHub
  private readonly waiting = new Map<string, Waiting>()
  private timer: NodeJS.Timeout | null = null
  private isClosed = false

  constructor(parts: { batches: BatchRepository; events: EventHub }) {
    this.batches = parts.batches
    this.events = parts.events
  }

  /** The batch changed, and these items of it. */
  changed(accountId: string, batchId: string, items: readonly StoredBatchItem[] = []): void {
    if (this.isClosed) return
    const waiting = this.waiting.get(batchId) ?? { accountId, items: new Map<string, BatchItem>() }
    for (const item of items) waiting.items.set(item.appId, shownItem(item))
    this.waiting.set(batchId, waiting)
    this.timer ??= setTimeout(() => this.flush(), mergeMs).unref()
  }

  /** Sends what waits to be merged now. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const told = [...this.waiting]
    this.waiting.clear()
    for (const [batchId, { accountId, items }] of told) {
      const batch = this.batches.get(accountId, batchId)
      if (batch) this.events.send('batch.progress', { batch, items: [...items.values()] })
    }
  }

  /** Nothing is told after this: the database may be closed. */
  close(): void {
    this.flush()
    this.isClosed = true
  }
}

/** An item as the page sees it. */
export function shownItem({ appId, name, summary, state, error, finishedAt }: StoredBatchItem): BatchItem {
  return { appId, name, summary, state, error, finishedAt }
}
