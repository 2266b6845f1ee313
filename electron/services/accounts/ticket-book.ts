import type { TicketState } from '@shared/domain/account'
import { ticketLifeMs } from '@shared/rules/limits'
import { z } from 'zod'
import type { SealedValues } from './sealed-values'

type From = Exclude<TicketState['from'], null>
type Ticket = { readonly ticket: string; readonly receivedAt: number; readonly from: From }

const name = 'ticket'
const stored: z.ZodType<Ticket> = z.object({
  ticket: z.string(),
  receivedAt: z.number(),
  from: z.enum(['receiver', 'relay', 'paste', 'environment'])
})

/** A ticket is a word of printable characters. */
export const isTicket = (text: string): boolean => /^[\x21-\x7e]{8,512}$/.test(text)

/** The account's newest component_ticket, sealed in the database, so that a restart within its three hours needs no new one. */
export class TicketBook {
  private readonly values: SealedValues
  private newest: Ticket | null

  constructor(values: SealedValues) {
    this.values = values
    const kept = values.read(name)
    const parsed = stored.safeParse(kept === null ? null : JSON.parse(kept))
    this.newest = parsed.success ? parsed.data : null
  }

  /** Keeps a ticket, durably, unless a newer one is there. Tells whether it is the newest now. */
  take(ticket: string, receivedAt: number, from: From): boolean {
    if (this.newest && this.newest.receivedAt > receivedAt) return false
    this.put({ ticket, receivedAt, from })
    return true
  }

  /** Keeps a ticket whatever is there; the function returned puts back what was there before. */
  replace(ticket: string, receivedAt: number, from: From): () => void {
    const before = this.newest
    this.put({ ticket, receivedAt, from })
    return () => this.put(before)
  }

  /** Whether there is one within its three hours. */
  isFresh(now: number): boolean {
    return this.newest !== null && now < this.newest.receivedAt + ticketLifeMs
  }

  /**
   * The ticket to ask for a component token with. One that is older than three hours is handed out too: the platform has
   * the last word, and its refusal (40037) names the trouble. Null where there is none.
   */
  ticket(): string | null {
    return this.newest?.ticket ?? null
  }

  state(): Pick<TicketState, 'receivedAt' | 'expiresAt' | 'from'> {
    if (!this.newest) return { receivedAt: null, expiresAt: null, from: null }
    const { receivedAt, from } = this.newest
    return { receivedAt, expiresAt: receivedAt + ticketLifeMs, from }
  }

  private put(ticket: Ticket | null): void {
    this.newest = ticket
    if (ticket) this.values.save(name, JSON.stringify(ticket))
    else this.values.forget(name)
  }
}
