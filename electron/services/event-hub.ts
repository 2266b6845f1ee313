import type { EventName, Events } from '@shared/contract'
import type { MerchantRow } from '@shared/domain/merchant'

export type DeskEvent = { [Name in EventName]: { readonly name: Name; readonly payload: Events[Name] } }[EventName]
type Listener = (event: DeskEvent) => void

/** Rows that change within this time travel in one message, so that a refresh of thousands does not flood the page. */
const mergeMs = 100

/**
 * Carries the main process's events to whoever listens.
 *
 * Changed merchants are merged per account and sent at most ten times a second; everything else is sent at once, after
 * the rows that changed before it, so that the page never hears of an outcome before the state it led to.
 */
export class EventHub {
  private readonly listeners = new Set<Listener>()
  private readonly changed = new Map<string, Map<string, MerchantRow>>()
  private timer: NodeJS.Timeout | null = null

  onEvent(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  send<Name extends EventName>(name: Name, payload: Events[Name]): void {
    this.flush()
    this.deliver({ name, payload } as DeskEvent)
  }

  merchantChanged(row: MerchantRow): void {
    const rows = this.changed.get(row.accountId) ?? new Map<string, MerchantRow>()
    this.changed.set(row.accountId, rows.set(row.appId, row))
    this.timer ??= setTimeout(() => this.flush(), mergeMs).unref()
  }

  /** Sends the rows that wait to be merged now. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    for (const [accountId, rows] of this.changed) {
      this.deliver({ name: 'merchants.changed', payload: { accountId, rows: [...rows.values()] } })
    }
    this.changed.clear()
  }

  private deliver(event: DeskEvent): void {
    for (const listener of this.listeners) listener(event)
  }
}
