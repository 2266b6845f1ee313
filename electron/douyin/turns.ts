import type { Priority } from './priority'

/** Those who wait for their turn, manual ones first, else in the order in which they came. A turn brings a ticket. */
export class Turns<Ticket> {
  private readonly lanes: Readonly<Record<Priority, Set<(ticket: Ticket) => void>>> = {
    manual: new Set(),
    background: new Set()
  }

  get isEmpty(): boolean {
    return this.lanes.manual.size + this.lanes.background.size === 0
  }

  /** Rejects with the signal's reason if it is aborted before the turn comes. */
  wait(priority: Priority, signal: AbortSignal): Promise<Ticket> {
    const lane = this.lanes[priority]
    return new Promise((resolve, reject) => {
      const begin = (ticket: Ticket): void => {
        signal.removeEventListener('abort', giveUp)
        resolve(ticket)
      }
      const giveUp = (): void => {
        lane.delete(begin)
        reject(signal.reason as Error)
      }
      signal.addEventListener('abort', giveUp)
      lane.add(begin)
    })
  }

  /** Gives the next one its turn. */
  give(ticket: Ticket): void {
    for (const lane of [this.lanes.manual, this.lanes.background]) {
      for (const begin of lane) {
        lane.delete(begin)
        begin(ticket)
        return
      }
    }
  }
}
