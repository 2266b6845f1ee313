import type { Clock, Logger, Random } from '../ports'
import type { MessageKeys } from './push-messages'
import type { ReceivedPush } from './push-received'
import { ticketAnswer } from './relay-answers'
import { RelayHttp } from './relay-http'
import { RelayLease } from './relay-lease'
import { openRelayed, relayMessages, type RelayedPush, type RelayState } from './relay-messages'
import { relayTokens, type RelayTokens } from './relay-tokens'

export type RelayClientOptions = {
  /** The relay's address, `https:`, or `http:` on loopback; a path is allowed, for a proxy that serves it below one. */
  readonly url: string
  /** The secret shared with the relay. */
  readonly secret: string
  /** The third-party application. */
  readonly appId: string
  /** Opens the messages; null leaves them unopened. */
  readonly keys: () => MessageKeys | null
  /** This installation, the same at every start: 8 to 128 characters that others can not guess. */
  readonly holder: string
  /** This computer's name as other operators shall see it, 1 to 128 characters. */
  readonly name: string
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** Hears of every answer and every failure of the loop of `messages`. */
  readonly onState?: (state: RelayState) => void
  /** From start to end of a request that does not wait for messages; 15 s. */
  readonly timeoutMs?: number
}

/** A ticket message as the relay kept it. */
export type RelayedTicket = { readonly ticket: string; readonly push: ReceivedPush }

export interface RelayClient {
  /** See `relayMessages`: asking for the next message says that the one before is on the disk. Start it once. */
  messages(signal: AbortSignal): AsyncGenerator<RelayedPush>
  /** The newest component_ticket that the keys open, or null. Tickets are valid for 3 hours. Throws a `RelayError`. */
  newestTicket(signal?: AbortSignal): Promise<RelayedTicket | null>
  readonly lease: RelayLease
  readonly tokens: RelayTokens
  /** Drops the kept connections; end the loops by their signals first. */
  close(): void
}

/** The relay on the agency's own server (docs/relay.md) as one desktop sees it. Throws a `TypeError` for its address. */
export function createRelayClient(options: RelayClientOptions): RelayClient {
  const { holder, keys, onState = () => undefined, timeoutMs = 15_000 } = options
  const http = new RelayHttp({ ...options, timeoutMs })
  const lease = new RelayLease({ ...options, http })
  return {
    messages: (signal) => relayMessages({ ...options, http, onState }, signal),
    newestTicket: (signal) => newestTicket(http, keys(), signal),
    lease,
    tokens: relayTokens(http, lease, holder),
    close: () => http.close()
  }
}

/** Newest first. A relay without the message key can not tell tickets from events, and sends all that may be one. */
async function newestTicket(
  http: RelayHttp,
  keys: MessageKeys | null,
  signal?: AbortSignal
): Promise<RelayedTicket | null> {
  const { messages } = await http.send({ method: 'GET', path: '/v1/ticket', answer: ticketAnswer, signal })
  for (const message of messages) {
    const opened = openRelayed(message, keys)
    if (!('push' in opened)) continue
    const ticket = opened.push.content['Ticket']
    if (typeof ticket === 'string' && ticket !== '') return { ticket, push: opened.push }
  }
  return null
}
